// What a person names to be reached over SSH: an alias of ~/.ssh/config, or user@host:port. It ends up as arguments of ssh and in a
// configuration's tokens, so what ssh itself refuses is refused here too, and more: nothing that looks like an option, a pattern or a
// command passes, although nothing here ever goes through a shell.

import { message } from '../messages/message';
import { fail, succeed, type Result } from '../result';

export interface SshTarget {
  /** An alias, a host name or an address, without brackets. */
  readonly host: string;
  readonly user: string | undefined;
  readonly port: number | undefined;
}

/** DNS allows 253, and an alias is a word. */
const LONGEST = 255;

// Of a user too: a Windows account may be CORP\name or name@corp.example, and nothing of it may end a word or begin a command.
const NEVER = /[\p{C}\p{Z}\s'"`;&<>|(){}]/u;
const NOT_IN_HOST = /[$\\*?!,#@[\]^]/;

/** Whether ssh would take this for a host: alias, name or address. */
export function isSshHost(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && !text.startsWith('-') && !NEVER.test(text) && !NOT_IN_HOST.test(text);
}

function isSshUser(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && !text.startsWith('-') && !text.endsWith('\\') && !NEVER.test(text);
}

/** `[host]:port`, `[host]`, `host:port`, `host`; more than one colon without brackets is an IPv6 address. */
function splitPort(text: string): readonly [host: string, port: string | undefined] | undefined {
  if (text.startsWith('[')) {
    const [, host, , port] = /^\[([^[\]]*)\](:(.*))?$/.exec(text) ?? [];
    return host === undefined ? undefined : [host, port];
  }
  const colon = text.indexOf(':');
  return colon < 0 || text.includes(':', colon + 1) ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

/** Controls would otherwise reach a terminal, and a long text hide the rest of the message. */
const shown = (text: string): string => {
  const visible = text.replace(/[\p{C}\p{Z}]/gu, (character) => (character === ' ' ? ' ' : '\ufffd'));
  return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
};

/** Blanks around the text are ignored. Fails with `sshTargetUnusable`. */
export function readSshTarget(text: string): Result<SshTarget> {
  const trimmed = text.trim();
  const refused = fail<SshTarget>({
    code: 'sshTargetUnusable',
    message: message('ssh.target.unusable', shown(trimmed)),
    remedy: message('ssh.target.unusable.remedy'),
    retry: false,
  });
  const place = trimmed.replace(/^ssh:\/\/([^/]*)\/?$/i, '$1');
  // As ssh: the last one, because a user may be name@corp.example.
  const at = place.lastIndexOf('@');
  const user = at < 0 ? undefined : place.slice(0, at);
  const split = splitPort(place.slice(at + 1));
  if (split === undefined || (user !== undefined && !isSshUser(user))) return refused;
  const [host, portText] = split;
  const port = portText === undefined ? undefined : portOf(portText);
  if (!isSshHost(host) || (portText !== undefined && port === undefined)) return refused;
  return succeed({ host, user, port });
}

/** The same target in one spelling: brackets only around what has colons. */
export function renderSshTarget({ host, user, port }: SshTarget): string {
  const place = host.includes(':') ? `[${host}]` : host;
  return `${user === undefined ? '' : `${user}@`}${place}${port === undefined ? '' : `:${port}`}`;
}
