// What holds for files as files: their names, their length, and what no tracked file contains.

/** Names that say nothing: a file that cannot be named is two files. */
const EMPTY_NAMES = /^(?:utils?|helpers?|common|manager|service|base|types|misc)$/i;

export function nameProblem(file: string): string | undefined {
  const stem = file.split('/').at(-1)?.split('.')[0] ?? '';
  return EMPTY_NAMES.test(stem) ? `${file} has a name that says nothing` : undefined;
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

export function lengthProblem(file: string, text: string): string | undefined {
  const isDoor = /^src\/[^/]+\.ts$/.test(file);
  const allowed = isDoor ? 79 : 299;
  const lines = linesOf(text);
  return lines > allowed ? `${file} has ${lines} lines, more than ${allowed}` : undefined;
}

// Put together here, so that this file does not contain what it looks for.
const words = (...parts: readonly string[]): string => parts.join('');
const addresses: readonly RegExp[] = [
  new RegExp(words('regis', 'try\\.(?:npmjs|yarnpkg|npmmirror)')),
  new RegExp(words('"reso', 'lved"\\s*:\\s*"http')),
  new RegExp(words('(?<![\\w.-])/wo', 'rk/')),
  new RegExp(words('(?<![\\w.-])/ro', 'ot/')),
  new RegExp(words('(?<![\\w.-])/ho', 'me/[a-z]')),
  new RegExp(words('(?<![\\w.-])/Us', 'ers/[A-Za-z]')),
];

/** Addresses of package registries, and folders of the computer somebody worked on. */
export const addressProblems = (file: string, text: string): readonly string[] =>
  addresses.map((address) => address.exec(text)?.[0]).filter((found) => found !== undefined).map((found) => `${file} contains ${found}`);

/** Skips of tests that do not say on the line before what they need. */
export function silentSkips(file: string, text: string): readonly string[] {
  const lines = text.split('\n');
  const silent = lines.filter((line, index) => /\.skip\(\)/.test(line) && !(lines[index - 1] ?? '').includes('skipped: needs'));
  return silent.map((line) => `${file} skips silently: ${line.trim()}`);
}

/** Test files whose number of stages is not one. */
export function stageProblems(files: readonly string[], stages: readonly (readonly string[])[]): readonly string[] {
  const problems: string[] = [];
  for (const file of files) {
    const count = stages.filter((stage) => stage.includes(file)).length;
    if (count !== 1) problems.push(`${file} is run by ${count} stages`);
  }
  return problems;
}
