// A server, and how one entry of the setting `rdpDiagnostics.servers` is read. No field can hold a secret: an entry with one is
// refused, so that nobody finds out later that a password was in a settings file. Unknown fields are left where they are (entries.ts).

import * as v from 'valibot';
import { message, type Message } from '../messages/message';
import { defaultRdpPort } from '../listener/address';
import { readSshTarget } from '../ssh/target';
import { isHost } from './address';

/** How the host itself is reached for what only it can tell: not at all, because it is this computer, or over SSH. */
export const transports = ['none', 'local', 'ssh'] as const;
export type Via = (typeof transports)[number];

export interface Server {
  /** Made once and kept on rename; `label address` for an entry written by hand, until its first edit. */
  readonly id: string;
  readonly label: string;
  /** Host name or address, IPv6 without brackets. */
  readonly address: string;
  readonly port: number;
  readonly via: Via;
  /** Alias of the ssh configuration, or user@host[:port]. */
  readonly ssh: string | undefined;
  readonly group: string | undefined;
  readonly tags: readonly string[];
}

export interface ServerFault {
  /** The field, where it is about one. */
  readonly field: string | undefined;
  readonly message: Message;
}

export type ServerReading =
  | { readonly ok: true; readonly server: Server; readonly hasId: boolean }
  | { readonly ok: false; readonly fault: ServerFault };

const SECRET_FIELD = /pass(?:word|phrase|wd)|pwd|secret|credential|private ?key|api ?key|token/i;

const faults = {
  id: message('server.fault.id'),
  label: message('server.fault.label'),
  address: message('server.fault.addressField'),
  port: message('server.fault.port'),
  via: message('server.fault.via'),
  ssh: message('server.fault.ssh'),
  group: message('server.fault.group'),
  tags: message('server.fault.tags'),
} as const satisfies Readonly<Record<string, Message>>;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const schema = v.object({
  id: v.optional(text),
  label: v.optional(text),
  address: v.pipe(text, v.check(isHost)),
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535)), defaultRdpPort),
  via: v.optional(v.picklist(transports), 'none'),
  ssh: v.optional(v.pipe(text, v.check((target) => readSshTarget(target).ok))),
  group: v.optional(v.pipe(v.string(), v.trim())),
  tags: v.optional(v.array(v.string()), []),
});

const isField = (name: unknown): name is keyof typeof faults => typeof name === 'string' && Object.hasOwn(faults, name);

function faultOf(issues: readonly v.InferIssue<typeof schema>[]): ServerFault {
  const field = issues[0]?.path?.[0]?.key;
  return isField(field) ? { field, message: faults[field] } : { field: undefined, message: message('server.fault.entry') };
}

/** The name of a field that looks like it holds a secret, wherever it is in the entry. */
function secretField(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  for (const [name, value] of Object.entries(entry)) {
    if (SECRET_FIELD.test(name)) return name;
    const inside = secretField(value);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Reads one entry of the setting. The first thing wrong with it is reported; an entry that is not right is not used. */
export function readServer(entry: unknown): ServerReading {
  const secret = secretField(entry);
  if (secret !== undefined) return { ok: false, fault: { field: secret, message: message('server.fault.secret', secret) } };
  const read = v.safeParse(schema, entry);
  if (!read.success) return { ok: false, fault: faultOf(read.issues) };
  const { id, label, address, port, via, ssh, group, tags } = read.output;
  if (via === 'ssh' && ssh === undefined) return { ok: false, fault: { field: 'ssh', message: faults.ssh } };
  const shown = label ?? address;
  return {
    ok: true,
    hasId: id !== undefined,
    server: { id: id ?? `${shown} ${address}`, label: shown, address, port, via, ssh, group: group === '' ? undefined : group, tags },
  };
}
