// The tree under test, as the architecture tests see it: files by path below the root.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = process.cwd();
if (!existsSync(join(root, 'esbuild.js'))) throw new Error(`run from the top of the project, not from ${root}`);

export const inRoot = (...parts: readonly string[]): string => join(root, ...parts);
export const readText = (file: string): string => readFileSync(inRoot(file), 'utf8');

export const readJson = (file: string): unknown => JSON.parse(readText(file));

/** Files below a folder, as paths below the root with forward slashes. An absent folder has none. */
export function filesUnder(folder: string, wanted: (file: string) => boolean = () => true): readonly string[] {
  const start = inRoot(folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(wanted)
    .sort();
}

export const sources = (): readonly string[] => filesUnder('src', (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

/** What git would put into a commit: tracked files and new ones that are not ignored, less those deleted on disk. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(inRoot(file))).sort();
}
