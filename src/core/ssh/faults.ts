// What a connection that did not come about means, from how far it had come and what was said. The library reports everything as one
// error with an English text; only the few texts that decide something are read.

import type { Failure } from '../result';
import { firstWords } from './firstWords';
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

export function failureOf(fault: Fault, machine: string): Failure {
  const said = firstWords(fault.heard);
  const why = firstWords(fault.text);
  switch (fault.phase) {
    case 'greeting':
      if (turnedAway.test(fault.heard)) return connectionLost(machine, said);
      if (/^SSH-1\.(?!99)/m.test(fault.heard)) return onlyOldSsh(machine);
      return notSsh(machine, said);
    case 'handshake': {
      const kind = /no matching (.+)$/i.exec(why)?.[1];
      if (kind !== undefined) return noCommonAlgorithm(machine, kind);
      return why === '' ? connectionLost(machine, '') : handshakeFailed(machine, why);
    }
    case 'login':
      return /too many authentication failures/i.test(why) ? tooManyKeys(machine) : connectionLost(machine, why);
  }
}
