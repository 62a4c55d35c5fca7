// The decision about a host key: what the files say, and where they say nothing, what a person says. Nothing in a configuration
// switches it off, and a changed or revoked key is never a question.

import type { HostKeyStore, RememberedKey, ShellPerson } from '../core/ports';
import { fail, succeed, type Result } from '../core/result';
import type { HostKeyVerdict, KnownLine, PresentedKey } from '../core/ssh/hostKeyVerdict';
import { knownName } from '../core/ssh/hostName';
import type { HostSettings } from '../core/ssh/hostSettings';
import { fingerprint } from '../core/ssh/knownHosts';
import { hostKeyChanged, hostKeyNotAccepted, hostKeyRefusedBySetting, hostKeyRevoked, type KeyShown } from '../core/ssh/sshFailures';
import { digest } from './digest';

export interface HostKeyJudge {
  /** Types of keys that some line or our own store vouches for. */
  knownTypes(settings: HostSettings): Promise<readonly string[]>;
  /** Fails where a file that may hold the answer cannot be read. */
  judge(settings: HostSettings, key: PresentedKey): Promise<Result<HostKeyVerdict>>;
}

export interface HostKeyParts {
  readonly judge: HostKeyJudge;
  readonly store: HostKeyStore;
}

/** A key that may be used; `remember` once the server has proven that it holds it. */
export interface AcceptedKey {
  readonly remember: RememberedKey | undefined;
}

/** Our own store has no lines. */
const placeOf = ({ file, line }: KnownLine): string => (line === 0 ? file : `${file}:${line}`);

export interface HostKeyOpening {
  readonly settings: HostSettings;
  readonly person: ShellPerson;
  readonly through: string | undefined;
  readonly signal: AbortSignal;
}

export async function decideHostKey(key: PresentedKey, opening: HostKeyOpening, { judge }: HostKeyParts): Promise<Result<AcceptedKey>> {
  const { settings, person, through, signal } = opening;
  const shown: KeyShown = { host: knownName(settings), keyType: key.keyType, fingerprint: fingerprint(key.blob, digest) };
  const said = `${shown.host} shows ${shown.keyType} ${shown.fingerprint}`;
  const judged = await judge.judge(settings, key);
  if (!judged.ok) return judged;
  const verdict = judged.value;
  switch (verdict.kind) {
    case 'trusted':
      person.log.info(`${said}, known from ${placeOf(verdict.by)}.`);
      return succeed({ remember: undefined });
    case 'changed':
      // The failure is what people read; where it is printed a second line would say the same.
      person.log.info(`${said}, which has changed.`);
      return fail(hostKeyChanged(shown, verdict.known));
    case 'revoked':
      person.log.info(`${said}, which is revoked.`);
      return fail(hostKeyRevoked(shown, verdict.by));
    case 'unknown':
      break;
  }
  person.log.info(`${said}, which nothing vouches for.`);
  if (verdict.certificateAuthority !== undefined) {
    const { file, line } = verdict.certificateAuthority;
    person.log.warn(`A certificate authority for ${shown.host} is named in ${file}:${line}. Host certificates are not supported.`);
  }
  const strict = settings.strictHostKeyChecking;
  if (strict === 'yes') return fail(hostKeyRefusedBySetting(shown));
  if (strict !== 'ask') person.log.warn(`StrictHostKeyChecking ${strict} is taken as "ask": no host key is accepted unseen here.`);
  const answer = signal.aborted ? 'refuse' : await person.hostKey({ ...shown, through }, signal);
  if (answer === 'refuse') return fail(hostKeyNotAccepted(shown));
  const base64 = Buffer.from(key.blob).toString('base64');
  return succeed({ remember: answer === 'remember' ? { host: shown.host, keyType: shown.keyType, key: base64 } : undefined });
}
