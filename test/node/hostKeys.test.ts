// Host keys as real ssh-keygen writes, hashes, finds and prints them; files that cannot be read; very many lines; our own store.

import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { HostKeyVerdict } from '../../src/core/ssh/hostKeyVerdict';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { fingerprint, knownKeys } from '../../src/core/ssh/knownHosts';
import { digest } from '../../src/node/digest';
import { createHostKeyJudge } from '../../src/node/hostKeys';
import { createKeyFile, createKeyMemory } from '../../src/node/rememberedKeys';
import { blobOf, hashedName, lineOf } from '../core/ssh/hostKeyLines';
import { makeKey } from '../lab/sshd';
import { needs } from '../needs';
import { settingsOf } from './sshSettings';

const rememberedOf = (number: number, host = 'rds-07'): { host: string; keyType: string; key: string } => ({
  host,
  keyType: 'ssh-ed25519',
  key: Buffer.from(blobOf(number)).toString('base64'),
});

describe('host keys', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-host-keys-'));
  const file = (name: string): string => join(folder, name);
  after(() => rmSync(folder, { recursive: true }));

  const settings = (files: readonly string[], more: Partial<HostSettings> = {}): HostSettings =>
    settingsOf({ host: 'rds-07', port: 22 }, 'admin', { userKnownHostsFiles: files, ...more });

  async function verdict(from: HostSettings, number = 1, store = createKeyMemory()): Promise<HostKeyVerdict> {
    const judged = await createHostKeyJudge(store).judge(from, { keyType: 'ssh-ed25519', blob: blobOf(number) });
    ok(judged.ok, JSON.stringify(judged));
    return judged.value;
  }

  function written(name: string, ...lines: readonly string[]): string {
    writeFileSync(file(name), `${lines.join('\n')}\n`);
    return file(name);
  }

  it('are found in every file, with the file and the line', async () => {
    const user = written('user', lineOf('other', 1));
    const global = written('global', '', lineOf('rds-07', 1));
    deepEqual(await verdict(settings([user, file('missing')], { globalKnownHostsFiles: [global] })), {
      kind: 'trusted',
      by: { file: global, line: 2, keyType: 'ssh-ed25519', fingerprint: fingerprint(blobOf(1), digest) },
    });
    equal((await verdict(settings([]))).kind, 'unknown');
  });

  it('are looked up by the alias where there is one, without the port', async () => {
    const known = written('alias', lineOf('farm', 1), lineOf('rds-07,[rds-07]:2222', 2));
    equal((await verdict(settings([known], { hostKeyAlias: 'Farm', port: 2222 }))).kind, 'trusted');
    equal((await verdict(settings([known], { port: 2222 }))).kind, 'changed');
    equal((await verdict(settings([known], { hostName: 'RDS-07' }), 2)).kind, 'trusted');
  });

  it('in our own store count like those in a file, as line 0', async () => {
    const store = createKeyMemory([rememberedOf(1)]);
    const known = await verdict(settings([]), 1, store);
    ok(known.kind === 'trusted');
    equal(known.by.line, 0);
    equal((await verdict(settings([]), 2, store)).kind, 'changed');
    equal((await verdict(settings([written('revoked', `@revoked ${lineOf('*', 1)}`)]), 1, store)).kind, 'revoked');
    deepEqual(await createHostKeyJudge(store).knownTypes(settings([])), ['ssh-ed25519']);
    equal(await store.forget('RDS-07'), 1);
    equal((await verdict(settings([]), 2, store)).kind, 'unknown');
  });

  it('are not judged while a file cannot be read', async () => {
    mkdirSync(file('folder'));
    const judge = createHostKeyJudge(createKeyMemory());
    const judged = await judge.judge(settings([file('folder')]), { keyType: 'ssh-ed25519', blob: blobOf(1) });
    ok(!judged.ok);
    equal(judged.failure.code, 'fileUnreadable');
    deepEqual(judged.failure.message.args, [file('folder'), 'EISDIR']);
    deepEqual(await judge.knownTypes(settings([file('folder')])), []);
    const broken = createHostKeyJudge(createKeyFile(file('folder')));
    equal((await broken.judge(settings([]), { keyType: 'ssh-ed25519', blob: blobOf(1) })).ok, false);
  });

  it('are found among 100,000 lines, plain or hashed', async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => lineOf(at % 2 === 0 ? `host-${at},10.0.0.${at % 256}` : hashedName(`host-${at}`), at));
    const known = written('huge', ...lines, lineOf(hashedName('rds-07'), 1));
    const found = await verdict(settings([known]));
    ok(found.kind === 'trusted');
    equal(found.by.line, 100_001);
  });

  describe('of real ssh-keygen', () => {
    before(function () {
      needs(this, 'ssh');
    });

    it('have its fingerprints', () => {
      for (const type of ['ed25519', 'ecdsa', 'rsa'] as const) {
        const [, base64 = ''] = makeKey(file(`id_${type}`), type).split(' ');
        const printed = execFileSync('ssh-keygen', ['-l', '-f', file(`id_${type}.pub`)], { encoding: 'utf8' }).split(' ')[1];
        equal(fingerprint(Buffer.from(base64, 'base64'), digest), printed);
      }
    });

    it('are found where it finds them', () => {
      const [, real = ''] = makeKey(file('id_real'), 'ed25519').split(' ');
      const part = fc.constantFrom('a', 'B', 'a.x', '*', '?', 'a*', '[a]:2', '[*]:2', '!a', '!*x', '!?', '::1', '10.0.0.7', 'ü');
      const hosts = fc.oneof(
        { weight: 3, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(',')) },
        fc.constantFrom('a', 'b', '[a]:2').map(hashedName),
      );
      const blanks = fc.constantFrom(' ', '\t', '  ');
      const line = fc.tuple(fc.constantFrom('', '', '', '@revoked ', '@cert-authority ', '@x '), hosts, blanks, fc.constantFrom('', '', '\r', ' c'), fc.constantFrom('', ' '));
      const text = fc.array(line, { minLength: 1, maxLength: 40 }).map((lines) =>
        lines.map(([mark, names, blank, end, start]) => `${start}${mark}${names}${blank}ssh-ed25519${blank}${real}${end}\n`).join(''),
      );
      fc.assert(
        fc.property(text, fc.constantFrom('a', 'b', 'a.x', '[a]:2', '::1', '10.0.0.7', 'x'), (content, host) => {
          writeFileSync(file('random'), content);
          const { plain, revoked, authorities } = knownKeys([{ file: '', text: readFileSync(file('random'), 'latin1') }], host, digest);
          const ours = [...plain, ...revoked, ...authorities].map((key) => key.line).sort((a, b) => a - b);
          deepEqual(ours, foundBySshKeygen(file('random'), host), content);
        }),
        { seed: 10, numRuns: 60 },
      );
    });

    it('are found when it has hashed them', async () => {
      const known = written('hashed', lineOf('rds-07', 1), lineOf('[rds-07]:2222,other', 1));
      const [, real = ''] = makeKey(file('id_hashed'), 'ed25519').split(' ');
      writeFileSync(known, `rds-07 ssh-ed25519 ${real}\n[rds-07]:2222,other ssh-ed25519 ${real}\n`);
      execFileSync('ssh-keygen', ['-q', '-H', '-f', known], { stdio: 'pipe' });
      ok(readFileSync(known, 'utf8').startsWith('|1|'));
      for (const port of [22, 2222]) {
        const judged = await createHostKeyJudge(createKeyMemory()).judge(settings([known], { port }), {
          keyType: 'ssh-ed25519',
          blob: Buffer.from(real, 'base64'),
        });
        ok(judged.ok);
        equal(judged.value.kind, 'trusted');
      }
    });
  });
});

function foundBySshKeygen(file: string, host: string): readonly number[] {
  try {
    const printed = execFileSync('ssh-keygen', ['-F', host, '-f', file], { encoding: 'utf8', stdio: 'pipe' });
    return [...printed.matchAll(/^# Host .* found: line (\d+)/gm)].map((match) => Number(match[1]));
  } catch (error) {
    // Ends with 1 where it finds nothing.
    if (error instanceof Error && 'status' in error && error.status === 1) return [];
    throw error;
  }
}

describe('remembered host keys', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-remembered-'));
  after(() => rmSync(folder, { recursive: true }));

  it('survive in a file that only its owner may read', async () => {
    const path = join(folder, 'new', 'keys.json');
    deepEqual(await createKeyFile(path).list(), []);
    await createKeyFile(path).add(rememberedOf(1));
    await createKeyFile(path).add(rememberedOf(1));
    await createKeyFile(path).add(rememberedOf(2, '[rds-07]:2222'));
    deepEqual(await createKeyFile(path).list(), [rememberedOf(1), rememberedOf(2, '[rds-07]:2222')]);
    if (process.platform !== 'win32') equal(statSync(path).mode & 0o777, 0o600);
    equal(await createKeyFile(path).forget('rds-07'), 1);
    equal(await createKeyFile(path).forget('rds-07'), 0);
    deepEqual(await createKeyFile(path).list(), [rememberedOf(2, '[rds-07]:2222')]);
    deepEqual(readdirSync(join(folder, 'new')), ['keys.json']);
  });

  it('are all kept when several are added at once', async () => {
    const store = createKeyFile(join(folder, 'several.json'));
    await Promise.all(Array.from({ length: 20 }, (_, number) => store.add(rememberedOf(number, `host-${number}`))));
    equal((await store.list()).length, 20);
  });

  it('of a damaged file are none, and the file is kept', async () => {
    const path = join(folder, 'damaged.json');
    for (const damage of ['{', '[]', '{"keys":[{"host":1}]}', '']) {
      writeFileSync(path, damage);
      const store = createKeyFile(path);
      deepEqual(await store.list(), []);
      await store.add(rememberedOf(1));
      deepEqual(await store.list(), [rememberedOf(1)]);
      equal(readFileSync(`${path}.damaged`, 'utf8'), damage);
    }
  });

  it('that cannot be read or written are an error, and the next change is tried anew', async () => {
    const path = join(folder, 'blocked');
    mkdirSync(path);
    const store = createKeyFile(path);
    await rejects(store.list(), { code: 'EISDIR' });
    await rejects(store.add(rememberedOf(1)), { code: 'EISDIR' });
    rmSync(path, { recursive: true });
    await store.add(rememberedOf(1));
    chmodSync(path, 0o600);
    equal((await store.list()).length, 1);
  });
});
