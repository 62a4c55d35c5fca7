// Expected outcomes are values: a Result is either a value or a Failure. Bugs stay exceptions and reach one door, which logs them.
// Failure is a closed union by its code, so that every surface can be forced to handle each one.

import type { Message } from './messages/message';

export type FailureCode =
  | 'cancelled'
  | 'fileUnreadable'
  | 'fileTooLarge'
  | 'fileNotWritten'
  | 'invalidInput'
  | 'unsupportedHere'
  | 'workspaceUntrusted'
  | 'settingsNotWritten'
  // Reaching a machine.
  | 'sshTargetUnusable'
  | 'hostUnreachable'
  | 'notSsh'
  | 'noCommonAlgorithm'
  | 'hostKeyUnknown'
  | 'hostKeyChanged'
  | 'hostKeyRevoked'
  | 'keyFileUnusable'
  | 'authenticationFailed'
  | 'connectionLost'
  | 'channelRefused'
  | 'timedOut'
  | 'outputTooLarge'
  // Running a script there.
  | 'notWindows'
  | 'powerShellMissing'
  | 'powerShellTooOld'
  | 'powerShellConstrained'
  | 'scriptNotFinished'
  | 'scriptFailed';

export interface Failure {
  readonly code: FailureCode;
  /** What happened. */
  readonly message: Message;
  /** What to do about it. */
  readonly remedy: Message;
  /** Whether doing the same again can help. */
  readonly retry: boolean;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(failure: Failure): Result<T> {
  return { ok: false, failure };
}
