// What a connection that did not come about means, from how far it had come and what was said. The library reports everything as one
// error with an English text; only the few texts that decide something are read.

import type { Failure } from '../result';
import { connectionLost, handshakeFailed, noCommonAlgorithm, notSsh, onlyOldSsh, tooManyKeys } from './sshFailures';

/** `greeting` until the server named its protocol, `handshake` until keys were agreed, `login` until it let us in. */
export type LoginPhase = 'greeting' | 'handshake' | 'login';

export interface Fault {
  readonly phase: LoginPhase;
  /** The library's text; empty where the connection just ended. */
  readonly text: string;
  /** What came before the greeting, as bytes of Latin-1. */
  readonly heard: string;
}

// OpenSSH's daemon says so in clear and hangs up (MaxStartups, PerSourcePenalties).
const turnedAway = /^(?:Exceeded MaxStartups|Not allowed at this time)/m;

/** The first line of what was heard, without what a terminal would act on. */
function firstLine(heard: string): string {
  const [line = ''] = heard.replace(/[^\x20-\x7e\n]+/g, ' ').trim().split('\n');
  return line.trim().slice(0, 80);
}

export function failureOf(fault: Fault, machine: string): Failure {
  const said = firstLine(fault.heard);
  switch (fault.phase) {
    case 'greeting':
      if (turnedAway.test(fault.heard)) return connectionLost(machine, said);
      if (/^SSH-1\.(?!99)/m.test(fault.heard)) return onlyOldSsh(machine);
      return notSsh(machine, said);
    case 'handshake': {
      const kind = /no matching (.+)$/i.exec(fault.text)?.[1];
      if (kind !== undefined) return noCommonAlgorithm(machine, kind);
      return fault.text === '' ? connectionLost(machine, '') : handshakeFailed(machine, fault.text);
    }
    case 'login':
      return /too many authentication failures/i.test(fault.text) ? tooManyKeys(machine) : connectionLost(machine, fault.text);
  }
}
