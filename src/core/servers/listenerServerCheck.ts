// A verdict on a listener as the list of servers shows it: the four symptoms in the article's order, each with what this check saw of it.
// What a check from outside cannot see is "not seen", never a tick.

import { listenerStatus } from '../listener/status';
import type { ListenerVerdict } from '../listener/verdict';
import { message } from '../messages/message';
import type { Fact, Level, ServerCheck } from './check';

function portFact({ state }: ListenerVerdict, port: number, status: Fact['value'], level: Level): Fact {
  const label = message('server.symptom.port');
  // An answer is what this symptom is about; how secure it is stands in the next line.
  return state === 'rdp' ? { label, value: message('server.fact.answers', port), level: 'ok', findings: [] } : { label, value: status, level, findings: [] };
}

function securityFact({ state, nla, certificateMissing }: ListenerVerdict): Fact {
  const label = message('server.symptom.security');
  if (state !== 'rdp') return { label, value: message('server.fact.needsAnswer'), level: 'unknown', findings: [] };
  if (certificateMissing) return { label, value: message('server.fact.certificate'), level: 'error', findings: [] };
  switch (nla) {
    case 'required':
      return { label, value: message('server.fact.nlaRequired'), level: 'ok', findings: [] };
    case 'offered':
      return { label, value: message('server.fact.nlaOffered'), level: 'warning', findings: [] };
    case 'notOffered':
      return { label, value: message('server.fact.nlaNotOffered'), level: 'warning', findings: [] };
    case 'unknown':
      return { label, value: message('server.fact.nlaUnknown'), level: 'unknown', findings: [] };
  }
}

/** `at` is when the check ended, in milliseconds since the Unix epoch. */
export function listenerServerCheck(door: { readonly address: string; readonly port: number }, verdict: ListenerVerdict, at: number): ServerCheck {
  const status = listenerStatus(verdict, door.port);
  const unseen = { value: message('server.fact.needsLogin'), level: 'unknown', findings: [] } as const;
  return {
    address: door.address,
    port: door.port,
    at,
    level: status.level,
    status: status.message,
    facts: [
      { label: message('server.symptom.connections'), ...unseen },
      portFact(verdict, door.port, status.message, status.level),
      securityFact(verdict),
      { label: message('server.symptom.licensing'), ...unseen },
    ],
  };
}
