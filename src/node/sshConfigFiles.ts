// The files an ssh configuration is made of: reading one, and finding those an Include names. Source: ssh_config(5), "Include": globs,
// relative to ~/.ssh, a missing file is no error. Nothing is run and no variable of the environment is put in.

import { readdir, readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';

export type FileReading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly systemCode: string };

/** A configuration is a few kilobytes: what is larger is something else. */
const LARGEST_BYTES = 4 * 1024 * 1024;

function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

export async function readConfigFile(file: string): Promise<FileReading> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_BYTES) return { ok: false, systemCode: 'EFBIG' };
    return { ok: true, text: await readFile(file, 'utf8') };
  } catch (error) {
    return { ok: false, systemCode: systemCode(error) };
  }
}

/** `~` and relative paths as ssh reads them in a user's configuration. */
export function absolutePath(pattern: string, home: string): string {
  if (pattern === '~' || /^~[/\\]/.test(pattern)) return path.join(home, pattern.slice(1));
  return path.resolve(home, '.ssh', pattern);
}

function segmentPattern(segment: string): RegExp {
  const source = segment.replace(/\[(!?)([^\]]+)\]|[.+^${}()|[\]\\*?]/g, (found: string, not: string | undefined, set: string | undefined) => {
    if (set !== undefined) return `[${not === '!' ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
    return found === '*' ? '.*' : found === '?' ? '.' : `\\${found}`;
  });
  try {
    return new RegExp(`^${source}$`, process.platform === 'win32' ? 'i' : '');
  } catch (error) {
    // A range that runs backwards, such as [z-a], matches nothing.
    if (error instanceof SyntaxError) return /^(?!)/;
    throw error;
  }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // No such folder, not a folder, not allowed: nothing to include from it.
    systemCode(error);
    return [];
  }
}

/** The existing files an absolute pattern names, sorted as glob(7) sorts. A leading dot has to be written out. */
export async function expandGlob(pattern: string): Promise<readonly string[]> {
  const { root } = path.parse(pattern);
  let found: readonly string[] = [root];
  for (const segment of pattern.slice(root.length).split(path.sep)) {
    if (!/[*?[]/.test(segment)) {
      found = found.map((folder) => path.join(folder, segment));
      continue;
    }
    const wanted = segmentPattern(segment);
    const levels = await Promise.all(
      found.map(async (folder) => {
        const names = (await entriesOf(folder)).filter((name) => wanted.test(name) && (!name.startsWith('.') || segment.startsWith('.')));
        return [...names].sort().map((name) => path.join(folder, name));
      }),
    );
    found = levels.flat();
  }
  return found;
}
