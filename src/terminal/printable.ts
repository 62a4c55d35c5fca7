// Text of a file or a server, made safe for a terminal: control characters could move the cursor or recolour what follows, marks of
// text direction could make a line read as something else. Each becomes its code.

const UNPRINTABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Line feeds and tabs stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
