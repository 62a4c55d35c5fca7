// Which options each command takes. An option that another command knows is refused and never passed over: who asks for `lint --rdp-only`
// or `show --baseline` would take what comes for an answer to that.

import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { misuse } from './misuse';

const judged = ['format', 'fail-on'] as const;

const optionsOf: Readonly<Record<string, readonly string[]>> = {
  lint: [...judged, 'explain-import', 'baseline', 'write-baseline'],
  show: ['format', 'rdp-only'],
  check: [...judged, 'hosts', 'at-once', 'mode', 'pause', 'ask-name', 'routing-token', 'timeout', 'ssh', 'only', 'days', 'save', 'known-hosts', 'identity', 'accept-host-key'],
  diagnose: judged,
  diff: judged,
  explain: judged,
  redact: [],
  collector: ['print'],
};

/** Fails with the first option that the command does not take, and says which commands do. An unknown command takes any: it is refused for itself. */
export function ownOptions(command: string | undefined, given: readonly string[]): Result<undefined> {
  const own = command === undefined || !Object.hasOwn(optionsOf, command) ? undefined : optionsOf[command];
  const foreign = own === undefined ? undefined : given.find((option) => !own.includes(option));
  if (command === undefined || foreign === undefined) return succeed(undefined);
  const owners = Object.keys(optionsOf).filter((name) => optionsOf[name]?.includes(foreign));
  return misuse(message('command.foreignOption', command, foreign, owners.join(', ')));
}
