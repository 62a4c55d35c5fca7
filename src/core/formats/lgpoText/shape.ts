// Whether a text is LGPO text: its first line that is no comment says whom it is about, and four lines somewhere are an entry. A script that
// embeds such text starts with something else.

const SECTION = /^(?:computer|user(?::.+)?)$/i;
const ACTION = /^(?:(?:dword|qword|sz|exsz|multisz|binary|deletekeys):|(?:delete|deleteallvalues|deletekeys|createkey|clear)\s*$)/i;
/** What LGPO.exe opens its own output with. */
const PARSED = /^; PARSING (?:Computer|User) POLICY/i;

/** @param start the first part of the text, without its byte order mark */
export function isLgpoText(start: string): boolean {
  const lines = start.split(/\r\n|\r|\n/);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith(';'));
  // A parsed file without entries holds comments only.
  if (first === undefined) return lines.some((line) => PARSED.test(line));
  if (!SECTION.test(first.trim())) return false;
  return lines.some((line, index) => ACTION.test(line) && lines.slice(index - 2, index).every((other) => other !== '') && SECTION.test((lines[index - 3] ?? '').trim()));
}
