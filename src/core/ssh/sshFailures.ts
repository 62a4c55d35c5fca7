// What can go wrong on the way to a machine over SSH, as failures. One function each, so that two places that see the same thing
// say the same.

import { message, type Message } from '../messages/message';
import type { ConnectFailure } from '../ports';
import type { Failure, FailureCode } from '../result';
import { firstWords } from './firstWords';
import type { KnownLine } from './hostKeyVerdict';

function failure(code: FailureCode, what: Message, remedy: Message, retry: boolean): Failure {
  return { code, message: what, remedy, retry };
}

export const cancelled = (): Failure => failure('cancelled', message('ssh.cancelled'), message('ssh.cancelled.remedy'), true);

/** `where` is `host:port`; `systemCode` the system's word for it. */
export function hostUnreachable(kind: Exclude<ConnectFailure, 'cancelled'>, where: string, systemCode: string): Failure {
  switch (kind) {
    case 'refused':
      return failure('hostUnreachable', message('ssh.refused', where), message('ssh.refused.remedy'), true);
    case 'timeout':
      return failure('hostUnreachable', message('ssh.connectTimeout', where), message('ssh.connectTimeout.remedy'), true);
    case 'unreachable':
      return failure('hostUnreachable', message('ssh.unreachable', where, systemCode), message('ssh.unreachable.remedy'), true);
    case 'unresolved':
      return failure('hostUnreachable', message('ssh.unresolved', where, systemCode), message('ssh.unresolved.remedy'), true);
  }
}

/** The jump host `through` would not or could not connect to `where`; `said` in its own words. */
export const jumpRefused = (where: string, through: string, said: string): Failure =>
  failure('hostUnreachable', message('ssh.jumpRefused', through, where, firstWords(said)), message('ssh.jumpRefused.remedy', through), true);

export const jumpLoop = (chain: readonly string[]): Failure =>
  failure('sshTargetUnusable', message('ssh.jumpLoop', chain.join(' > ')), message('ssh.jumpLoop.remedy'), false);

export const tooManyJumps = (machine: string, most: number): Failure =>
  failure('sshTargetUnusable', message('ssh.tooManyJumps', machine, most), message('ssh.tooManyJumps.remedy'), false);

export const proxyCommandRefused = (alias: string): Failure =>
  failure('sshTargetUnusable', message('ssh.proxyCommand', alias), message('ssh.proxyCommand.remedy'), false);

export function notSsh(machine: string, said: string): Failure {
  const what = said === '' ? message('ssh.notSsh', machine) : message('ssh.notSsh.said', machine, said);
  return failure('notSsh', what, message('ssh.notSsh.remedy'), false);
}

export const silent = (machine: string): Failure => failure('notSsh', message('ssh.silent', machine), message('ssh.notSsh.remedy'), true);

export const onlyOldSsh = (machine: string): Failure =>
  failure('notSsh', message('ssh.onlyOldSsh', machine), message('ssh.onlyOldSsh.remedy'), false);

export const handshakeFailed = (machine: string, why: string): Failure =>
  failure('notSsh', message('ssh.handshakeFailed', machine, why), message('ssh.handshakeFailed.remedy'), true);

export const noCommonAlgorithm = (machine: string, kind: string): Failure =>
  failure('noCommonAlgorithm', message('ssh.noCommonAlgorithm', machine, kind), message('ssh.noCommonAlgorithm.remedy'), false);

export const connectionLost = (machine: string, said: string): Failure =>
  failure(
    'connectionLost',
    said === '' ? message('ssh.connectionLost', machine) : message('ssh.connectionLost.said', machine, said),
    message('ssh.connectionLost.remedy'),
    true,
  );

export const loginTimedOut = (machine: string): Failure =>
  failure('timedOut', message('ssh.loginTimedOut', machine), message('ssh.loginTimedOut.remedy'), true);

export interface KeyShown {
  /** As known_hosts writes it. */
  readonly host: string;
  readonly keyType: string;
  readonly fingerprint: string;
}

/** Unknown, and the configuration says to refuse those. */
export const hostKeyRefusedBySetting = ({ host, keyType, fingerprint }: KeyShown): Failure =>
  failure('hostKeyUnknown', message('ssh.hostKeyStrict', host, keyType, fingerprint), message('ssh.hostKeyStrict.remedy', host), false);

export const hostKeyNotAccepted = ({ host, keyType, fingerprint }: KeyShown): Failure =>
  failure('hostKeyUnknown', message('ssh.hostKeyUnknown', host, keyType, fingerprint), message('ssh.hostKeyUnknown.remedy'), true);

const place = ({ file, line }: KnownLine): string => (line === 0 ? file : `${file}:${String(line)}`);

export function hostKeyChanged({ host, keyType, fingerprint }: KeyShown, known: readonly [KnownLine, ...KnownLine[]]): Failure {
  // The line about the same type of key is the one that was replaced.
  const old = known.find((line) => line.keyType === keyType) ?? known[0];
  return failure(
    'hostKeyChanged',
    message('ssh.hostKeyChanged', host, `${keyType} ${fingerprint}`, place(old), `${old.keyType} ${old.fingerprint}`),
    message('ssh.hostKeyChanged.remedy', host, place(old)),
    false,
  );
}

export const hostKeyRevoked = ({ host, keyType, fingerprint }: KeyShown, by: KnownLine): Failure =>
  failure('hostKeyRevoked', message('ssh.hostKeyRevoked', host, keyType, fingerprint, place(by)), message('ssh.hostKeyRevoked.remedy', host), false);

const methodNames = (methods: readonly string[]): string => (methods.length === 0 ? '-' : methods.join(', '));

/** `offered` and `tried` by the names of RFC 4252. */
export const authenticationFailed = (machine: string, offered: readonly string[], tried: readonly string[]): Failure =>
  failure(
    'authenticationFailed',
    message('ssh.authenticationFailed', machine, methodNames(offered), methodNames(tried)),
    message('ssh.authenticationFailed.remedy'),
    true,
  );

/** Whoever was asked gave no answer, or there was nobody to ask. `refused` are the ways tried before. */
export function loginGivenUp(machine: string, offered: readonly string[], refused: readonly string[]): Failure {
  const what =
    refused.length === 0
      ? message('ssh.loginGivenUp', machine, methodNames(offered))
      : message('ssh.loginGivenUp.tried', machine, methodNames(offered), methodNames(refused));
  return failure('authenticationFailed', what, message('ssh.loginGivenUp.remedy'), true);
}

export const tooManyKeys = (machine: string): Failure =>
  failure('authenticationFailed', message('ssh.tooManyKeys', machine), message('ssh.tooManyKeys.remedy'), false);

export const passwordExpired = (machine: string): Failure =>
  failure('authenticationFailed', message('ssh.passwordExpired', machine), message('ssh.passwordExpired.remedy'), false);

export const puttyKey = (file: string): Failure =>
  failure('keyFileUnusable', message('ssh.puttyKey', file), message('ssh.puttyKey.remedy'), false);

export const channelRefused = (machine: string, said: string): Failure =>
  failure('channelRefused', message('ssh.channelRefused', machine, firstWords(said)), message('ssh.channelRefused.remedy'), true);

export const commandTimedOut = (machine: string, seconds: number): Failure =>
  failure('timedOut', message('ssh.commandTimedOut', machine, seconds), message('ssh.commandTimedOut.remedy'), true);

export const outputTooLarge = (machine: string, bytes: number): Failure =>
  failure('outputTooLarge', message('ssh.outputTooLarge', machine, bytes), message('ssh.outputTooLarge.remedy'), false);
