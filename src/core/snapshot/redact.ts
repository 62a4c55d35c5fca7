// A snapshot without what names somebody: computers, domains, accounts, addresses, SIDs, certificates, policies. What a rule looks at stays
// (well-known SIDs, Windows' own names, numbers, texts that are settings), so that the same findings come out of it. Names that stand
// only in a free text, and nowhere a name is expected, are not recognised: whoever publishes a snapshot looks at it once.

import { valueType } from '../registry/valueData';
import { redactedBytes, redactedData } from './redaction/bytes';
import { account, distinguished, named, namesOf, namingValue, partsOf, policy } from './redaction/knownNames';
import { createStandIns, type StandIns } from './redaction/standIns';
import { isWordOfWindows } from './redaction/vocabulary';
import { valueDataOf } from './observations';
import type { GroupMember } from './accessSeen';
import type { EventSample } from './eventsSeen';
import type { RegistrySeen, RegistryValueSeen } from './registrySeen';
import type { Section, Sections, Snapshot } from './snapshot';

/** The same names get the same stand-ins everywhere in it. */
export function redact(snapshot: Snapshot): Snapshot {
  return redacted(snapshot, learned(snapshot));
}

/** A text about this snapshot with the stand-ins it gets. The report of the redacted snapshot is the better text: it has nothing to find. */
export function redactText(text: string, of: Snapshot): string {
  return learned(of).text(text);
}

/** For the address that was asked from outside, a host's name or an IP address. */
export function redactedAddress(host: string, of: Snapshot | undefined): string {
  return (of === undefined ? createStandIns() : learned(of)).host(host);
}

/** Some names are found only where they stand (a profile's folder, a field of an event), and may stand elsewhere before. */
function learned(snapshot: Snapshot): StandIns {
  const names = namesOf(snapshot);
  redacted(snapshot, names);
  return names;
}

function redacted(snapshot: Snapshot, names: StandIns): Snapshot {
  const { collection, sections } = snapshot;
  const userSid = collection.userSid === null ? null : names.text(collection.userSid);
  return { ...snapshot, collection: { ...collection, userSid }, sections: redactedSections(sections, names) };
}

function redactedSections(sections: Sections, names: StandIns): Sections {
  const text = (given: string): string => names.text(given);
  const maybe = (given: string | null): string | null => (given === null ? null : names.text(given));
  const section = <T>(given: Section<T>, redacted: (data: T) => T): Section<T> => {
    if ('failure' in given) return { ...given, failure: { ...given.failure, detail: text(given.failure.detail) } };
    const unseen = given.unseen.map((gap) => ({ ...gap, what: text(gap.what), detail: text(gap.detail) }));
    return { ...given, data: redacted(given.data), unseen };
  };
  return {
    host: section(sections.host, (host) => ({
      ...host,
      name: names.host(host.name),
      dnsName: host.dnsName === null ? null : names.host(host.dnsName),
      domain: host.domain === null ? null : names.domain(host.domain),
    })),
    registry: section(sections.registry, (registry) => redactedRegistry(registry, names)),
    services: section(sections.services, ({ services }) => ({
      services: services.map((service) => ({
        ...service,
        account: service.account === null ? null : account(service.account, names),
        imagePath: maybe(service.imagePath),
        serviceDll: maybe(service.serviceDll),
      })),
    })),
    sockets: section(sections.sockets, (sockets) => ({
      ...sockets,
      listening: sockets.listening.map((socket) => ({ ...socket, address: text(socket.address), process: maybe(socket.process), path: maybe(socket.path), services: socket.services.map(text) })),
    })),
    sessions: section(sections.sessions, (sessions) => ({ ...sessions, sessions: sessions.sessions.map((session) => ({ ...session, station: text(session.station) })) })),
    firewall: section(sections.firewall, (firewall) => ({
      ...firewall,
      rules: firewall.rules.map((rule) => ({ ...rule, id: text(rule.id), remoteAddresses: rule.remoteAddresses.map(text), program: maybe(rule.program) })),
    })),
    certificates: section(sections.certificates, ({ certificates, machineKeys }) => ({
      certificates: certificates.map((certificate) => ({
        ...certificate,
        thumbprint: text(certificate.thumbprint),
        subject: distinguished(certificate.subject, names),
        issuer: distinguished(certificate.issuer, names),
      })),
      machineKeys: machineKeys === null ? null : machineKeys.map((entry) => ({ ...entry, sid: text(entry.sid) })),
    })),
    rights: section(sections.rights, (rights) => {
      const people = (sids: readonly string[]): readonly string[] => sids.map((one) => (/^S-1-/i.test(one) ? text(one) : account(one, names)));
      return {
        SeRemoteInteractiveLogonRight: people(rights.SeRemoteInteractiveLogonRight),
        SeDenyRemoteInteractiveLogonRight: people(rights.SeDenyRemoteInteractiveLogonRight),
        SeNetworkLogonRight: people(rights.SeNetworkLogonRight),
        SeDenyNetworkLogonRight: people(rights.SeDenyNetworkLogonRight),
      };
    }),
    groups: section(sections.groups, ({ remoteDesktopUsers, administrators }) => ({
      remoteDesktopUsers: redactedMembers(remoteDesktopUsers, names),
      administrators: redactedMembers(administrators, names),
    })),
    power: section(sections.power, (power) => power),
    licensing: section(sections.licensing, (licensing) => ({ ...licensing, servers: licensing.servers.map((server) => ({ ...server, name: names.host(server.name) })) })),
    events: section(sections.events, (events) => ({
      ...events,
      groups: events.groups.map((group) => ({ ...group, samples: group.samples.map((sample) => redactedSample(group.id, sample, names)) })),
    })),
    policySources: section(sections.policySources, ({ sources }) => ({
      sources: sources.map((source) => ({ ...source, key: text(source.key), name: text(source.name), gpoId: policy(source.gpoId, names), gpoName: source.gpoName === null ? null : policy(source.gpoName, names) })),
    })),
  };
}

function redactedMembers(members: readonly GroupMember[] | null, names: StandIns): readonly GroupMember[] | null {
  if (members === null) return null;
  return members.map(({ sid, name }) => {
    const wellKnown = sid !== null && !/^S-1-(?:5-21|12-1)-/i.test(sid);
    return { sid: sid === null ? null : names.text(sid), name: wellKnown ? names.text(name) : names.account(name) };
  });
}

function redactedRegistry({ keys, listeners }: RegistrySeen, names: StandIns): RegistrySeen {
  return {
    keys: keys.map((key) => ({ ...key, key: names.text(key.key), values: key.values.map((value) => redactedValue(value, names)) })),
    listeners: listeners.map((listener) => names.text(listener)),
  };
}

function redactedValue(value: RegistryValueSeen, names: StandIns): RegistryValueSeen {
  const name = names.text(value.name);
  if (value.data === null) return { ...value, name };
  const kind = namingValue(value.name);
  const text = (given: string): string => {
    // Separators stay as they are: some of them are what is wrong.
    if (kind !== undefined) return given.replace(partsOf(kind), (one) => named(kind, one, names));
    return names.text(firewallTexts(given, names));
  };
  const data = redactedData(value.name, value.type, value.data, names, text);
  // The length is that of the data where the two agreed before.
  const length = value.length === value.data.length / 2 ? data.length / 2 : value.length;
  return { ...value, name, data, length };
}

/** Name and description of a rule as somebody wrote them; Windows' own are references to a DLL. */
function firewallTexts(text: string, names: StandIns): string {
  if (!/^v2\.\d+\|/.test(text)) return text;
  return text.replace(/(?<=\|(?:Name|Desc|EmbedCtxt)=)[^|@][^|]*/g, (own) => names.name(own));
}

function redactedSample(id: number, { at, fields }: EventSample, names: StandIns): EventSample {
  return { at, fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redactedField(id, name, value, names)])) };
}

const nameless = /^(?:\d+|param\d*)$/i;
const naming = /(?:client|server|target|user|account|domain|computer|machine)(?:name)?$|^name$/i;

// Windows made a certificate; its thumbprint is the binary part.
const CERTIFICATE_MADE = 1056;

function redactedField(id: number, name: string, value: string, names: StandIns): string {
  if (/binary$/i.test(name)) {
    const data = valueDataOf({ name, type: valueType.binary, data: value, length: 0 });
    return data === undefined ? names.text(value) : redactedBytes(data.bytes, names, id === CERTIFICATE_MADE);
  }
  if (!nameless.test(name) && !naming.test(name)) return names.text(value);
  if (/^[^\\/\s]+\\[^\\/]+$|^[^\s@]+@[^\s@]+$/.test(value)) return account(value, names);
  // Words with blanks between them are a sentence, with commas a list of names.
  if (/[^,;]\s+[^,;\s]/.test(value.trim()) || isPlain(value)) return names.text(value);
  return value.replace(/[^,;\s]+/g, (one) => names.host(one));
}

/** Numbers, codes, paths of devices, and words that are Windows' own. */
function isPlain(value: string): boolean {
  if (/^(?:[-+]?\d+|0x[\da-f]+|\{[\da-f-]+\}|x\.224|.*[\\/].*)$/i.test(value)) return true;
  return (value.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => /^\d+$/.test(word) || isWordOfWindows(word));
}
