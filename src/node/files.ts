// Files of this machine, for the command line. A folder stands for the .reg files below it, in the order of their names; links to
// folders are not followed, so that a link to a parent cannot make the walk endless.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';

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

export function findRegFiles(path: string): Promise<Result<readonly string[]>> {
  return guarded(path, async () => {
    if (!(await stat(path)).isDirectory()) return succeed([path]);
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const found = entries.filter((entry) => entry.isFile() && /\.reg$/i.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
    return succeed(found.sort());
  });
}
