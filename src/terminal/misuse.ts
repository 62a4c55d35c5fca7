// What is wrong with a command line, as a failure.

import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';

export function misuse(text: Message): Result<never> {
  return fail({ code: 'invalidInput', message: text, remedy: message('command.seeHelp'), retry: false });
}

/** The one of `choices` that was asked for, or what is meant where nothing was. */
export function choice<T extends string, F extends string | undefined>(option: string, wanted: string | undefined, choices: readonly T[], fallback: F): Result<T | F> {
  if (wanted === undefined) return succeed(fallback);
  const found = choices.find((candidate) => candidate === wanted);
  return found === undefined ? misuse(message('command.badChoice', option, choices.join(', '), wanted)) : succeed(found);
}
