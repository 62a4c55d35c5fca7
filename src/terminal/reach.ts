// How a host is to be reached: `--ssh` and the options that belong to it. What ssh would take for an option is refused as a target.

import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { readSshTarget, renderSshTarget } from '../core/ssh/target';
import { misuse } from './misuse';

export interface Reach {
  readonly target: string;
  readonly identityFiles: readonly string[];
  readonly knownHostsFile: string | undefined;
  /** `SHA256:…` of host keys that a person has compared. */
  readonly acceptedKeys: readonly string[];
  /** For each step of connecting; undefined: as configured. */
  readonly timeoutMs: number | undefined;
}

export interface ReachWords {
  readonly ssh?: string | undefined;
  readonly identity?: readonly string[] | undefined;
  readonly 'known-hosts'?: string | undefined;
  readonly 'accept-host-key'?: readonly string[] | undefined;
  readonly timeoutMs: number | undefined;
}

const belonging = ['known-hosts', 'identity', 'accept-host-key'] as const;

/** base64 of 32 bytes; ssh prints it without the padding. */
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;

/** Undefined where nothing about SSH was said. */
export function readReach(words: ReachWords): Result<Reach | undefined> {
  const alone = belonging.find((name) => words[name] !== undefined);
  if (words.ssh === undefined) return alone === undefined ? succeed(undefined) : misuse(message('command.onlyWithSsh', alone));
  const target = readSshTarget(words.ssh);
  if (!target.ok) return target;
  const keys = words['accept-host-key'] ?? [];
  const wrong = keys.find((key) => !FINGERPRINT.test(key));
  if (wrong !== undefined) return misuse(message('command.badFingerprint', wrong));
  return succeed({
    target: renderSshTarget(target.value),
    identityFiles: words.identity ?? [],
    knownHostsFile: words['known-hosts'],
    acceptedKeys: keys.map((key) => key.replace('=', '')),
    timeoutMs: words.timeoutMs,
  });
}
