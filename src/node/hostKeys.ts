// Judges host keys by the known_hosts files of a host's settings and by our own store. The files are only read, anew for each verdict:
// what a person corrected in them counts at once.

import { readFile, stat } from 'node:fs/promises';
import { message } from '../core/messages/message';
import type { HostKeyStore } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { knownName } from '../core/ssh/hostName';
import type { HostSettings } from '../core/ssh/hostSettings';
import { judgeHostKey, typesOf } from '../core/ssh/judgeHostKey';
import { knownKeys, readKey, type KnownHostsFile, type KnownKey, type KnownKeys } from '../core/ssh/knownHosts';
import { systemCodeOf } from './addresses';
import { digest } from './digest';
import type { HostKeyJudge } from './sshHostKeys';

const LARGEST_BYTES = 256 * 1024 * 1024;

const OUR_STORE = 'RDP Diagnostics';

function unreadable(file: string, reason: string): Failure {
  return {
    code: 'fileUnreadable',
    message: message('ssh.knownHosts.unreadable', file, reason),
    remedy: message('ssh.knownHosts.unreadable.remedy'),
    retry: true,
  };
}

/** Undefined where there is no such file, which is usual. */
async function readKnownHosts(file: string): Promise<Result<KnownHostsFile | undefined>> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_BYTES) return fail(unreadable(file, 'EFBIG'));
    return succeed({ file, text: await readFile(file, 'latin1') });
  } catch (error) {
    const code = systemCodeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? succeed(undefined) : fail(unreadable(file, code));
  }
}

interface Known {
  readonly known: KnownKeys;
  readonly withoutPort: KnownKeys | undefined;
}

async function rememberedKeys(store: HostKeyStore, host: string): Promise<Result<readonly KnownKey[]>> {
  try {
    const keys = (await store.list()).filter((key) => key.host.toLowerCase() === host);
    return succeed(
      keys.flatMap(({ keyType, key }) => {
        const blob = readKey(keyType, key);
        return blob === undefined ? [] : [{ file: OUR_STORE, line: 0, keyType, blob }];
      }),
    );
  } catch (error) {
    if (systemCodeOf(error) === 'UNKNOWN') throw error;
    return fail(unreadable(OUR_STORE, systemCodeOf(error)));
  }
}

async function lookUp(store: HostKeyStore, settings: HostSettings): Promise<Result<Known>> {
  const files: KnownHostsFile[] = [];
  for (const file of new Set([...settings.userKnownHostsFiles, ...settings.globalKnownHostsFiles])) {
    const read = await readKnownHosts(file);
    if (!read.ok) return read;
    if (read.value !== undefined) files.push(read.value);
  }
  const name = knownName(settings);
  const remembered = await rememberedKeys(store, name);
  if (!remembered.ok) return remembered;
  const inFiles = knownKeys(files, name, digest);
  const known = { ...inFiles, plain: [...inFiles.plain, ...remembered.value] };
  const hasPort = settings.hostKeyAlias === undefined && settings.port !== 22;
  return succeed({ known, withoutPort: hasPort ? knownKeys(files, settings.hostName.toLowerCase(), digest) : undefined });
}

/**
 * A file with host keys that is there and cannot be read is a failure: it may hold what is revoked or changed. A host's key is looked
 * up by name only, as ssh does (CheckHostIP is off by default), and by HostKeyAlias where there is one.
 */
export function createHostKeyJudge(store: HostKeyStore): HostKeyJudge {
  return {
    async knownTypes(settings) {
      const found = await lookUp(store, settings);
      return found.ok ? typesOf(found.value.known, found.value.withoutPort) : [];
    },
    async judge(settings, key) {
      const found = await lookUp(store, settings);
      if (!found.ok) return found;
      return succeed(judgeHostKey(found.value.known, found.value.withoutPort, key, digest));
    },
  };
}
