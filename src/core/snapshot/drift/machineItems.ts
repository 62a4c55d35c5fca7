// The machine, its services, sockets, listeners and power plan as things to compare. Not compared: clocks, process ids, times of boot,
// connections and the sessions of people, which differ between any two moments.

import { message, type Message } from '../../messages/message';
import type { HostSeen } from '../hostSeen';
import type { PowerSeen } from '../powerSeen';
import type { ServiceSeen, ServicesSeen } from '../servicesSeen';
import type { SessionsSeen } from '../sessionsSeen';
import type { SectionGap } from '../snapshot';
import type { SocketsSeen } from '../socketsSeen';
import { gapIn, listed, plain, yesNo, type Item, type Items, type Part } from './item';

const whole = /* @__PURE__ */ message('comparison.present');
const nothingMissed = (): undefined => undefined;

/** A section that is one thing: it is there on both sides or not seen at all. */
function single(id: string, fact: string, label: Message, symptom: Item['symptom'], value: Message | null): Item {
  return { id, fact, label, symptom, whole, parts: { value: { label, value } } };
}

const productTexts = { 1: 'comparison.product.1', 2: 'comparison.product.2', 3: 'comparison.product.3' } as const;

export function hostItems(host: HostSeen): Items {
  const one = (id: string, label: Message, value: Message | null, fact = 'host'): Item =>
    single(id, fact, label, id === 'sessionHost' ? 4 : null, value);
  const { productType } = host;
  return {
    items: [
      one('name', message('comparison.host.name'), plain(host.name)),
      one('dnsName', message('comparison.host.dnsName'), plain(host.dnsName)),
      one('domain', message('comparison.host.domain'), plain(host.domain)),
      one('domainJoined', message('comparison.host.domainJoined'), yesNo(host.domainJoined)),
      one('version', message('comparison.host.version'), plain(host.version), 'edition'),
      one('edition', message('comparison.host.edition'), plain(host.edition), 'edition'),
      one('productType', message('comparison.host.productType'), productType === null ? null : message(productTexts[productType]), 'edition'),
      one('installationType', message('comparison.host.installationType'), plain(host.installationType), 'edition'),
      one('language', message('comparison.host.language'), plain(host.language)),
      one('sessionHost', message('comparison.host.sessionHost'), yesNo(host.sessionHost), 'edition'),
      one('restartPending', message('comparison.host.restartPending'), yesNo(host.restartPending)),
    ],
    misses: nothingMissed,
  };
}

export function serviceItems({ services }: ServicesSeen): Items {
  return { items: services.filter(({ installed }) => installed).map(serviceItem), misses: nothingMissed };
}

function serviceItem({ name, state, startType, exitCode, account, imagePath, serviceDll }: ServiceSeen): Item {
  const part = (label: Message, value: Message | null): Part => ({ label, value });
  return {
    id: name.toLowerCase(),
    fact: `service:${name}`,
    label: message('comparison.service', name),
    symptom: 1,
    whole,
    parts: {
      state: part(message('comparison.service.state', name), serviceState(state)),
      startType: part(message('comparison.service.startType', name), startWord(startType)),
      exitCode: part(message('comparison.service.exitCode', name), plain(exitCode)),
      account: part(message('comparison.service.account', name), plain(account)),
      imagePath: part(message('comparison.service.imagePath', name), plain(imagePath)),
      serviceDll: part(message('comparison.service.serviceDll', name), plain(serviceDll)),
    },
  };
}

function serviceState(state: number | null): Message | null {
  const words = {
    1: message('comparison.serviceState.1'), 2: message('comparison.serviceState.2'), 3: message('comparison.serviceState.3'),
    4: message('comparison.serviceState.4'), 5: message('comparison.serviceState.5'), 6: message('comparison.serviceState.6'),
    7: message('comparison.serviceState.7'),
  } satisfies Record<number, Message>;
  return wordOf(words, state);
}

function startWord(startType: number | null): Message | null {
  const words = {
    0: message('comparison.startType.0'), 1: message('comparison.startType.1'), 2: message('comparison.startType.2'),
    3: message('comparison.startType.3'), 4: message('comparison.startType.4'),
  } satisfies Record<number, Message>;
  return wordOf(words, startType);
}

function wordOf(words: Readonly<Record<number, Message>>, number: number | null): Message | null {
  return number === null ? null : (words[number] ?? plain(number));
}

export function socketItems({ listening, ports }: SocketsSeen, unseen: readonly SectionGap[]): Items {
  const servicesSeen = gapIn(unseen, 'listening.services') === undefined;
  const items = listening.map(({ protocol, address, port, process, path, services }): Item => {
    const place = [protocol.toUpperCase(), String(port), address] as const;
    const label = message('comparison.socket', ...place);
    const parts = {
      process: { label: message('comparison.socket.process', ...place), value: plain(process) },
      services: { label: message('comparison.socket.services', ...place), value: services.length === 0 && !servicesSeen ? null : listed(services) },
      path: { label: message('comparison.socket.path', ...place), value: plain(path) },
    };
    const owner = [...(process === null ? [] : [process]), ...services];
    return { id: `${protocol} ${address} ${port}`, fact: `socket:${protocol}:${port}`, label, symptom: 2, whole: owner.length === 0 ? whole : listed(owner), parts };
  });
  const asked = new Set(ports.map(String));
  // A port nobody asked about is not free.
  const misses = ({ fact }: Item): Message | undefined => (asked.has(fact.slice(fact.lastIndexOf(':') + 1)) ? undefined : message('comparison.notSeen', 'notAsked', ''));
  return { items, misses };
}

const LISTENING = 6;

/** Only listeners: their station has neither a number nor a person. */
export function sessionItems({ sessions }: SessionsSeen): Items {
  const stations = sessions.filter(({ station, state }) => state === LISTENING || /^rdp-(?!.*#)/i.test(station));
  const items = stations.map(({ station, state }): Item => {
    const label = message('comparison.station', station);
    const value = state === LISTENING ? message('comparison.station.up') : message('comparison.station.other', String(state));
    return { id: station.toLowerCase(), fact: `listener:${station}`, label, symptom: 2, whole: value, parts: { state: { label, value } } };
  });
  return { items, misses: nothingMissed };
}

export function powerItems(power: PowerSeen): Items {
  const after = (seconds: number | null): Message | null =>
    seconds === null ? null : seconds === 0 ? message('comparison.never') : message('comparison.seconds', String(seconds));
  const one = (id: string, label: Message, value: Message | null): Item => single(id, 'power', label, 1, value);
  return {
    items: [
      one('sleepAc', message('comparison.power.sleepAc'), after(power.sleepAc)),
      one('sleepDc', message('comparison.power.sleepDc'), after(power.sleepDc)),
      one('hibernateAc', message('comparison.power.hibernateAc'), after(power.hibernateAc)),
      one('hibernateDc', message('comparison.power.hibernateDc'), after(power.hibernateDc)),
      one('source', message('comparison.power.source'), plain(power.source)),
    ],
    misses: nothingMissed,
  };
}
