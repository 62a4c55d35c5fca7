// Files of this machine, for the command line. A folder stands for the .reg files below it, in the order of their names; links to
// folders are not followed, so that a link to a parent cannot make the walk endless; links to files are.

import { constants, type Dirent } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../core/messages/message';
import { fail, succeed, type Failure, type Result } from '../core/result';

// A JavaScript string holds 2^29 - 24 characters; larger files cannot be decoded in one piece.
const LARGEST_MB = 500;
const MB = 1_000_000;

/** Runs `read`; an error of the system becomes a failure that names the path and the system's reason. */
async function guarded<T>(path: string, read: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return fail({
      code: 'fileUnreadable',
      message: message('failure.fileUnreadable', path, reasonOf(String(error.code))),
      remedy: message('failure.fileUnreadable.remedy'),
      retry: true,
    });
  }
}

function reasonOf(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'access is denied',
    EPERM: 'access is denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is no folder',
    ELOOP: 'it is a link to itself',
  };
  return reasons[code] ?? code;
}

export function readBytes(path: string): Promise<Result<Uint8Array>> {
  return guarded(path, async () => {
    const { size } = await stat(path);
    if (size > LARGEST_MB * MB) {
      return fail({
        code: 'fileTooLarge',
        message: message('command.fileTooLarge', path, Math.round(size / MB), LARGEST_MB),
        remedy: message('failure.fileUnreadable.remedy'),
        retry: false,
      });
    }
    return succeed<Uint8Array>(await readFile(path));
  });
}

/** Whether a file is there and may be read. */
export function mayRead(path: string): Promise<Result<undefined>> {
  return guarded(path, async () => {
    await access(path, constants.R_OK);
    return succeed(undefined);
  });
}

interface Found {
  readonly files: string[];
  readonly failures: { readonly path: string; readonly failure: Failure }[];
}

async function isFile(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = await guarded(path, async () => succeed((await stat(path)).isFile()));
  // A link that leads nowhere is reported when it is read.
  return target.ok ? target.value : true;
}

async function searchFolder(folder: string, found: Found): Promise<void> {
  const entries = await guarded(folder, async () => succeed(await readdir(folder, { withFileTypes: true })));
  if (!entries.ok) {
    found.failures.push({ path: folder, failure: entries.failure });
    return;
  }
  for (const entry of entries.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await searchFolder(path, found);
    else if (/\.reg$/i.test(entry.name) && (await isFile(path, entry))) found.files.push(path);
  }
}

/** The path itself for a file; for a folder the .reg files below it, and the folders that could not be read. */
export async function findRegFiles(path: string): Promise<Found> {
  const found: Found = { files: [], failures: [] };
  const isFolder = await guarded(path, async () => succeed((await stat(path)).isDirectory()));
  if (!isFolder.ok) found.failures.push({ path, failure: isFolder.failure });
  else if (isFolder.value) await searchFolder(path, found);
  else found.files.push(path);
  return found;
}
