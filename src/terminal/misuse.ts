// What is wrong with a command line, as a failure.

import { message, type Message } from '../core/messages/message';
import { fail, type Result } from '../core/result';

export function misuse(text: Message): Result<never> {
  return fail({ code: 'invalidInput', message: text, remedy: message('command.seeHelp'), retry: false });
}
