// How a line of a batch file becomes the arguments of a program, in our own words: cmd.exe first, then the C runtime.
import { equal, ok } from 'node:assert/strict';

/** What cmd.exe hands on: carets outside quotes escape, doubled percent signs are one, quotes outside carets switch. */
export function afterCmd(line: string): string {
  let inQuotes = false;
  let handed = '';
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '%') {
      equal(line.charAt(i + 1), '%', `a lone percent sign in ${line}`);
      handed += line.charAt(i++);
    } else if (character === '^' && !inQuotes) {
      ok(i + 1 < line.length, `the next line is taken along by ${line}`);
      handed += line.charAt(++i);
    } else {
      if (!inQuotes) ok(!'&|<>'.includes(character), `cmd takes ${character} for its own in ${line}`);
      if (character === '"') inQuotes = !inQuotes;
      handed += character;
    }
  }
  return handed;
}

/** As the C runtime splits a command line. */
export function argumentsOf(line: string): readonly string[] {
  const found: string[] = [];
  let current: string | undefined;
  let inQuotes = false;
  for (let i = 0; i < line.length; i++) {
    const slashes = /^\\*/.exec(line.slice(i))?.[0].length ?? 0;
    if (slashes > 0 && line.charAt(i + slashes) === '"') {
      current = (current ?? '') + '\\'.repeat(slashes >> 1);
      i += slashes;
      if (slashes % 2 !== 0) current += '"';
      else inQuotes = !inQuotes;
    } else if (slashes > 0) {
      current = (current ?? '') + '\\'.repeat(slashes);
      i += slashes - 1;
    } else if (line.charAt(i) === '"') {
      current ??= '';
      inQuotes = !inQuotes;
    } else if (/[ \t]/.test(line.charAt(i)) && !inQuotes) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else current = (current ?? '') + line.charAt(i);
  }
  return current === undefined ? found : [...found, current];
}

/** The lines cmd.exe sees: CR counts for nothing, Ctrl+Z ends the file, and what is over 8191 characters is a line of its own. */
export function batchLines(text: string): readonly string[] {
  const whole = (text.split('\x1a')[0] ?? '').split('\n').map((line) => line.replaceAll('\r', ''));
  return whole.flatMap((line) => line.match(/[^]{1,8190}/g) ?? []);
}
