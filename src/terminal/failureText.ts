// A failure in one line: what happened and what to do.

import { english } from '../core/messages/english';
import type { Failure } from '../core/result';

export function failureText(failure: Failure): string {
  return `${english(failure.message)} ${english(failure.remedy)}`;
}
