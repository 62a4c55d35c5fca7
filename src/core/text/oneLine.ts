// A text that somebody else wrote, as a part of one line: it begins no line of its own, so that a server cannot say things in the voice of
// the report, and it neither steers a terminal nor turns the direction of reading.

const LINE_ENDS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
const INVISIBLE = /[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Line ends and tabs become a blank, other control characters their code. @param most letters; a longer text ends in … */
export function oneLine(text: string, most = Infinity): string {
  const kept = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return kept.replace(LINE_ENDS, ' ').replace(INVISIBLE, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
