// What came on standard error, made readable. With -EncodedCommand PowerShell writes CLIXML there ([MS-PSRP] 2.2.5 in outline): texts of
// its streams are taken out of it, its progress records are dropped, and what other programs wrote stays. The other machine chose these
// letters, so nothing that steers a terminal passes. Never throws.

const HEAD = '#< CLIXML';
const MOST_LETTERS = 4000;
// Enough to say what was wrong; the rest of an endless complaint is not looked at.
const MOST_BYTES = 65_536;

export function readableComplaints(stderr: Uint8Array): string {
  const text = new TextDecoder().decode(stderr.subarray(0, MOST_BYTES));
  const plain = text.includes(HEAD) ? text.split(HEAD).map(withoutObjects).join('') : text;
  return printable(plain).trim().slice(0, MOST_LETTERS);
}

/** Whether PowerShell wrote it. */
export function isPowerShells(stderr: Uint8Array): boolean {
  return new TextDecoder().decode(stderr.subarray(0, MOST_BYTES)).includes(HEAD);
}

/** One line for a message. */
export function firstWords(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/** What a program that said nothing we asked for said instead. */
export function complaintOf({ stdout, stderr }: { readonly stdout: Uint8Array; readonly stderr: Uint8Array }): string {
  return firstWords(readableComplaints(stderr)) || firstWords(new TextDecoder().decode(stdout.subarray(0, 4096)));
}

function withoutObjects(block: string): string {
  const start = block.indexOf('<Objs');
  if (start === -1) return block;
  const close = block.indexOf('</Objs>', start);
  // An unfinished document is one that was cut: its texts count as far as they go.
  const [objects, rest] = close === -1 ? [block.slice(start), ''] : [block.slice(start, close), block.slice(close + '</Objs>'.length)];
  const texts = Array.from(objects.matchAll(/<S S="(?:error|warning|verbose|debug|information)">([^<]*)<\/S>|<Obj S="information".{0,4000}?<ToString>([^<]*)<\/ToString>/gis), (found) =>
    found[1] === undefined ? `${unescaped(found[2] ?? '')}\n` : unescaped(found[1]),
  );
  return `${block.slice(0, start)}${texts.join('')}${rest}`;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML's own escapes first, then PowerShell's `_x000D_`. */
function unescaped(text: string): string {
  return text
    .replace(/&(lt|gt|amp|quot|apos);/g, (_entity, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(x[0-9a-f]{1,4}|\d{1,5});/gi, (_entity, number: string) => String.fromCharCode(Number(number.replace(/^x/i, '0x'))))
    .replace(/_x([0-9a-f]{4})_/gi, (_escape, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** Without colours and other control sequences, and without the letters that turn text round. */
function printable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  );
}
