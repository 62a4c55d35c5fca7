// Text of a file or a server, made safe for a terminal.

import { withoutControls } from '../core/text/oneLine';

/** Line feeds and tabs stay. */
export function printable(text: string): string {
  return withoutControls(text);
}

const LEFT_BY_JSON = /[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The same JSON to whoever reads it: what JSON itself leaves as it is stands there as an escape. */
export function printableJson(value: object): string {
  return JSON.stringify(value).replace(LEFT_BY_JSON, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
