// The comment that stands in for what a target cannot say. It quotes a file, so it is itself a place where text could become a command:
// only plain ASCII goes in, nothing that means something to cmd.exe, and never more than a line holds, because cmd.exe runs what is left
// over of a line that is too long.

import { englishInFile } from '../messages/englishInFiles';
import { message } from '../messages/message';
import { keyText } from '../registry/place';
import type { Operation } from './operations';

const LONGEST = 200;

/** One line without a comment mark. */
export function unsaid(operation: Operation): string {
  const name = 'name' in operation ? operation.name : '';
  return unsaidText(`${keyText(operation.key)} ${name}`);
}

/** The same for what is told in words of another kind. */
export function unsaidText(where: string): string {
  const shown = where.length > LONGEST ? `${where.slice(0, LONGEST)}...` : where;
  return englishInFile(message('convert.cannotSay', shown.replace(/[^\x20-\x7e]+|[&|<>^%!`]/g, '?')));
}

/** Half of a surrogate pair: a file that is saved as UTF-8 holds another character in its place. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
