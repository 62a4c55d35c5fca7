// Files of this machine, for the command line. A folder stands for the files below it, or those of one ending, in the order of their names;
// links to folders are not followed, so that a link to a parent cannot make the walk endless; links to files are. What version control and
// package managers keep for themselves is passed by.

import { constants, type Dirent } from 'node:fs';
import { access, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../core/messages/message';
import { fail, succeed, type Failure, type Result } from '../core/result';

// A JavaScript string holds 2^29 - 24 characters; larger files cannot be decoded in one piece.
const LARGEST_MB = 500;
const MB = 1_000_000;

/** Runs `work`; an error of the system becomes the failure that `failed` makes of the system's code. */
async function guardedBy<T>(work: () => Promise<Result<T>>, failed: (systemCode: string) => Failure): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return fail(failed(String(error.code)));
  }
}

const unreadable = (path: string, systemCode: string): Failure => ({
  code: 'fileUnreadable',
  message: message('failure.fileUnreadable', path, reasonOf(systemCode)),
  remedy: message('failure.fileUnreadable.remedy'),
  retry: true,
});

const guarded = <T>(path: string, read: () => Promise<Result<T>>): Promise<Result<T>> => guardedBy(read, (systemCode) => unreadable(path, systemCode));

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

/** The first bytes of a file; none of what is no regular file, which can be read once only. */
export function readHead(path: string, bytes: number): Promise<Result<Uint8Array>> {
  return guarded(path, async () => {
    if (!(await stat(path)).isFile()) return succeed(new Uint8Array(0));
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(bytes), 0, bytes, 0);
      return succeed<Uint8Array>(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  });
}

/** A file that is there is replaced. */
export function writeText(path: string, text: string): Promise<Result<undefined>> {
  const write = async (): Promise<Result<undefined>> => {
    await writeFile(path, text);
    return succeed(undefined);
  };
  return guardedBy(write, (systemCode) => ({
    code: 'fileNotWritten',
    message: message('command.fileNotWritten', path, systemCode === 'ENOENT' ? 'its folder does not exist' : reasonOf(systemCode)),
    remedy: message('failure.fileUnreadable.remedy'),
    retry: true,
  }));
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

const PASSED_BY: ReadonlySet<string> = new Set(['.git', 'node_modules']);

async function isFile(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = await guarded(path, async () => succeed((await stat(path)).isFile()));
  // A link that leads nowhere is reported when it is read.
  return target.ok ? target.value : true;
}

async function searchFolder(folder: string, ending: string, found: Found): Promise<void> {
  const entries = await guarded(folder, async () => succeed(await readdir(folder, { withFileTypes: true })));
  if (!entries.ok) {
    found.failures.push({ path: folder, failure: entries.failure });
    return;
  }
  for (const entry of entries.value.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_BY.has(entry.name)) await searchFolder(path, ending, found);
    } else if (entry.name.toLowerCase().endsWith(ending) && (await isFile(path, entry))) found.files.push(path);
  }
}

/** The path itself for a file; for a folder the files below it that end with `ending` (lower case), and the folders that could not be read. */
export async function findFiles(path: string, ending: string): Promise<Found> {
  const found: Found = { files: [], failures: [] };
  const isFolder = await guarded(path, async () => succeed((await stat(path)).isDirectory()));
  if (!isFolder.ok) found.failures.push({ path, failure: isFolder.failure });
  else if (isFolder.value) await searchFolder(path, ending, found);
  else found.files.push(path);
  return found;
}
