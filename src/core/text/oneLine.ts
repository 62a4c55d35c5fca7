// Texts that somebody else wrote, made safe to show: none begins a line of its own, so that a server cannot say things in the voice of the
// report, and none moves the cursor of a terminal, recolours what follows, or turns the direction in which a line is read.

const LINE_ENDS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
const INVISIBLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Control characters and marks of text direction become their codes; line feeds and tabs stay. */
export function withoutControls(text: string): string {
  return text.replace(INVISIBLE, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** As a part of a line: line ends and tabs become a blank. @param most letters; a longer text ends in … */
export function oneLine(text: string, most = Infinity): string {
  const kept = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return withoutControls(kept.replace(LINE_ENDS, ' '));
}
