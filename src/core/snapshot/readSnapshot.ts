// Reads a snapshot from bytes that anybody may have written: total, and strict about every field the rules and the report look at.
// Unknown fields are dropped. A newer schema is refused rather than half understood; there is no older one yet. No text and no list may be
// longer than a collector ever writes: what works on them is made for those.

import * as v from 'valibot';
import { decodeText } from '../text/decode';
import { schemaVersion, type Snapshot } from './snapshot';

export type SnapshotFault =
  | { readonly kind: 'notJson' }
  | { readonly kind: 'notSnapshot' }
  | { readonly kind: 'otherSchema'; readonly schema: number }
  /** `at` is the path of the first part that is not what it must be, down to a section, e.g. `sections.host`. */
  | { readonly kind: 'damaged'; readonly at: string };

export type SnapshotReading = { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly fault: SnapshotFault };

const number = v.pipe(v.number(), v.finite());
const MOST_LETTERS = 100_000;
const MOST_ENTRIES = 20_000;
const text = v.pipe(v.string(), v.maxLength(MOST_LETTERS));
const list = <T extends v.GenericSchema>(entry: T) => v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES));
const maybe = { text: v.nullable(text), number: v.nullable(number), flag: v.nullable(v.boolean()) };

const reason = v.picklist(['notElevated', 'accessDenied', 'notAvailable', 'timedOut', 'tooLarge', 'notAsked', 'failed']);
const section = <T extends v.GenericSchema>(data: T) =>
  v.union([
    v.object({ ms: number, data, unseen: list(v.object({ what: text, reason, detail: text })) }),
    v.object({ ms: number, failure: v.object({ reason, detail: text }) }),
  ]);

const host = v.object({
  name: text, dnsName: maybe.text, domain: maybe.text, domainJoined: maybe.flag, version: text, build: number, edition: maybe.text,
  sku: maybe.number, productType: v.nullable(v.picklist([1, 2, 3])), installationType: maybe.text, language: maybe.text,
  bootedAt: maybe.text, clock: text, sessionHost: maybe.flag, restartPending: maybe.flag,
});
const registry = v.object({
  keys: list(v.object({
    key: text, state: v.picklist(['present', 'absent', 'denied']),
    values: list(v.object({ name: text, type: number, data: maybe.text, length: number })),
  })),
  listeners: list(text),
});
const services = v.object({
  services: list(v.object({
    name: text, installed: v.boolean(), state: maybe.number, startType: maybe.number, pid: maybe.number, exitCode: maybe.number,
    account: maybe.text, imagePath: maybe.text, serviceDll: maybe.text,
  })),
});
const sockets = v.object({
  ports: list(number),
  listening: list(v.object({
    protocol: v.picklist(['tcp', 'udp']), address: text, port: number, pid: maybe.number, process: maybe.text, path: maybe.text,
    services: list(text),
  })),
  established: maybe.number,
});
const sessions = v.object({
  sessions: list(v.object({ id: number, station: text, state: number, hasUser: maybe.flag })), by: v.picklist(['wts', 'qwinsta']),
});
const firewall = v.object({
  serviceRunning: maybe.flag,
  profiles: list(v.object({
    profile: v.picklist([1, 2, 4]), enabled: v.boolean(), active: v.boolean(), inbound: v.nullable(v.picklist(['block', 'allow'])),
  })),
  rules: list(v.object({
    id: text, enabled: v.boolean(), action: v.picklist(['allow', 'block']), profiles: number, protocol: maybe.number, ports: list(text),
    remoteAddresses: list(text), program: maybe.text, service: maybe.text, store: v.picklist(['local', 'policy', 'other']),
  })),
});
const certificates = v.object({
  certificates: list(v.object({
    store: text, thumbprint: text, subject: text, issuer: text, notBefore: text, notAfter: text, keyType: maybe.text,
    keyBits: maybe.number, signature: text, serverAuthentication: maybe.flag, hasPrivateKey: v.boolean(), keyReadable: maybe.flag,
  })),
  machineKeys: v.nullable(list(v.object({ sid: text, allow: v.boolean(), rights: number }))),
});
const rights = v.object({
  SeRemoteInteractiveLogonRight: list(text), SeDenyRemoteInteractiveLogonRight: list(text), SeNetworkLogonRight: list(text),
  SeDenyNetworkLogonRight: list(text),
});
const members = v.nullable(list(v.object({ sid: maybe.text, name: text })));
const groups = v.object({ remoteDesktopUsers: members, administrators: members });
const power = v.object({
  sleepAc: maybe.number, sleepDc: maybe.number, hibernateAc: maybe.number, hibernateDc: maybe.number, source: v.picklist(['plan', 'policy']),
});
const licensing = v.object({
  mode: maybe.number, modeSource: maybe.number, servers: list(v.object({ name: text, status: maybe.number })), graceDays: maybe.number,
  graceCode: maybe.number, certificateValues: list(v.object({ name: text, length: number })),
  licenceServer: v.nullable(v.object({ activation: maybe.number, role: maybe.number })),
});
const events = v.object({
  days: number,
  channels: list(v.object({ channel: text, state: v.picklist(['read', 'missing', 'denied', 'disabled', 'failed']), oldest: maybe.text })),
  groups: list(v.object({
    channel: text, provider: text, id: number, level: number, qualifiers: maybe.number, count: number, capped: v.boolean(), first: text,
    last: text, samples: list(v.object({ at: text, fields: v.record(text, text) })),
  })),
});
const policySources = v.object({
  sources: list(v.object({ key: text, name: text, gpoId: text, gpoName: maybe.text, precedence: number, deleted: v.boolean() })),
});

const document: v.GenericSchema<unknown, Snapshot> = v.object({
  kind: v.literal('rdpsnapshot'),
  schema: v.literal(schemaVersion),
  collection: v.object({
    at: text, ms: number, by: v.picklist(['powershell', 'tools']), powershell: maybe.text,
    edition: v.nullable(v.picklist(['Desktop', 'Core'])), languageMode: maybe.text, elevated: maybe.flag, userSid: maybe.text,
    script: maybe.text,
  }),
  sections: v.object({
    host: section(host), registry: section(registry), services: section(services), sockets: section(sockets),
    sessions: section(sessions), firewall: section(firewall), certificates: section(certificates), rights: section(rights),
    groups: section(groups), power: section(power), licensing: section(licensing), events: section(events),
    policySources: section(policySources),
  }),
});
const head = v.object({ kind: v.literal('rdpsnapshot'), schema: number });

/** Any bytes: UTF-8, or UTF-16 with its mark, as PowerShell writes redirected output. */
export function readSnapshot(bytes: Uint8Array): SnapshotReading {
  const value = parsedJson(bytes);
  return value === undefined ? { ok: false, fault: { kind: 'notJson' } } : readValue(value);
}

/** @param value what JSON gives */
export function readValue(value: unknown): SnapshotReading {
  const start = v.safeParse(head, value);
  if (!start.success) return { ok: false, fault: { kind: 'notSnapshot' } };
  const { schema } = start.output;
  if (schema !== schemaVersion) return { ok: false, fault: { kind: 'otherSchema', schema } };
  const whole = v.safeParse(document, value, { abortEarly: true });
  if (whole.success) return { ok: true, snapshot: whole.output };
  return { ok: false, fault: { kind: 'damaged', at: v.getDotPath(whole.issues[0]) ?? '' } };
}

/** Undefined where it is no JSON. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text);
  } catch {
    return undefined; // the caller says so
  }
}
