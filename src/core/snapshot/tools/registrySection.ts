// The registry section of the fallback: the wanted keys in the order of the collector, with the values a text can carry. Secrets that
// `reg query` printed on the way are dropped here, before anything is kept.

import { gap, notAvailable, type Denied, type Reading } from './reading';
import type { SectionGap } from '../snapshot';
import type { RegistryKeySeen, RegistrySeen, RegistryValueSeen } from '../registrySeen';
import { concernsPorts, ruleFields } from './firewallRules';
import { seenValue, type ReadValue } from './regQuery';
import { firewallByPolicy, firewallPolicy, terminalServer, wantedKeys, type WantedKey } from './registryQuestions';
import { numberOf, same, type RegistryView } from './registryView';

const SECRET = /password|passwd|secret/i;
/** Certificates stand there on Windows 2000 and 2003 only. */
const KEY_MATERIAL = /\\TermService\\Parameters$/i;
const MOST_LETTERS = 65_536;
const MOST_RULES = 500;

export function registryByTools(view: RegistryView, codePage: number | undefined, port: number | undefined, denied: Denied): Reading<RegistrySeen> {
  if (!view.genuine) return notAvailable('reg query printed no value of any key');
  const unseen: SectionGap[] = [
    gap(`keys.HKEY_LOCAL_MACHINE\\${terminalServer}\\RCM`, 'notAsked', 'reg query would print key material of licensing'),
    gap('keys.HKEY_USERS', 'notAsked', 'keys of users are not read by the programs of Windows'),
  ];
  const keys: RegistryKeySeen[] = [];

  function value(key: string, read: ReadValue): RegistryValueSeen {
    const secret = (read.type !== 4 && SECRET.test(read.name)) || (KEY_MATERIAL.test(key) && (read.type === 3 || /certificate/i.test(read.name)));
    if (secret) return { name: read.name, type: read.type, data: null, length: read.type === 3 ? read.text.length / 2 : 0 };
    const seen = read.text.length > MOST_LETTERS ? { name: read.name, type: read.type, data: null, length: 0 } : seenValue(read, codePage);
    if (seen.data === null) unseen.push(gap(`keys.${key}\\${read.name}`, 'notAvailable', 'the printed text does not tell the data'));
    return seen;
  }

  function add(path: string, { optional, names }: WantedKey): void {
    const reading = view.read(path);
    const key = reading.state === 'present' ? reading.key : `HKEY_LOCAL_MACHINE\\${path}`;
    switch (reading.state) {
      case 'present': {
        const values = reading.values.filter(({ name }) => names === undefined || names.test(name)).map((read) => value(key, read));
        keys.push({ key, state: 'present', values });
        return;
      }
      case 'absent':
        if (optional !== true) keys.push({ key, state: 'absent', values: [] });
        return;
      case 'denied':
        keys.push({ key, state: 'denied', values: [] });
        return;
      case 'unknown':
        unseen.push(gap(`keys.${key}`, 'notAvailable', 'reg query did not tell whether it exists'));
        return;
    }
  }

  for (const wanted of wantedKeys) {
    add(wanted.path, wanted);
    if (wanted.deep !== true) continue;
    const below = view.below(wanted.path);
    for (const path of below) add(path, { ...wanted, optional: true });
    if (below.length > 0 && view.children(wanted.path) === undefined) {
      unseen.push(gap(`keys.HKEY_LOCAL_MACHINE\\${wanted.path}`, denied, 'reg query broke off before the end of this key'));
    }
  }
  addRules(view, portsOf(view, port), (key, values) => keys.push({ key, state: 'present', values: values.map((read) => value(key, read)) }));
  return { data: { keys, listeners: listenersOf(view) }, unseen };
}

function addRules(view: RegistryView, ports: readonly number[], add: (key: string, values: readonly ReadValue[]) => void): void {
  for (const path of [`${firewallPolicy}\\FirewallRules`, `${firewallByPolicy}\\FirewallRules`]) {
    const reading = view.read(path);
    if (reading.state !== 'present') continue;
    add(reading.key, reading.values.filter(({ name, text }) => concernsPorts(name, ruleFields(text), ports)).slice(0, MOST_RULES));
  }
}

/** Sub-keys that are listeners. An incomplete one has lost its port, so its name speaks for it. */
export function listenersOf(view: RegistryView): readonly string[] {
  const stations = `${terminalServer}\\WinStations`;
  return (view.children(stations) ?? []).filter((name) => {
    if (same(name, 'Console')) return false;
    return /^RDP/i.test(name) || ['PortNumber', 'LoadableProtocol_Object'].some((value) => view.value(`${stations}\\${name}`, value) !== undefined);
  });
}

/** 3389, the ports of the listeners and the one that was tried from outside, in ascending order. */
export function portsOf(view: RegistryView, tried: number | undefined): readonly number[] {
  const configured = listenersOf(view).map((name) => numberOf(view.value(`${terminalServer}\\WinStations\\${name}`, 'PortNumber')));
  const ports = [3389, tried, ...configured].filter((port) => port !== undefined).filter((port) => port > 0 && port < 65_536);
  return Array.from(new Set(ports)).sort((a, b) => a - b);
}
