// Real known_hosts files, written by OpenSSH's own tools, against real servers.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { createHostKeyJudge } from '../../src/node/hostKeys';
import { makeKey, startSshd, type SshServer } from '../lab/sshd';
import { needs } from '../needs';
import { failed, labOf, memoryStore, never, opened, output, settingsOf, type Lab } from './sshLab';
import { person } from './sshPerson';

describe('known_hosts', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-known-'));
  const key = join(folder, 'key');
  const file = join(folder, 'known_hosts');
  const labs: Lab[] = [];
  let user = '';
  let server: SshServer | undefined;
  let strangerKey = '';

  before(async function () {
    needs(this, 'sshd');
    user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
    const publicKey = makeKey(key, 'ed25519');
    strangerKey = makeKey(join(folder, 'stranger'), 'ed25519');
    server = await startSshd({ hostKeys: ['ed25519', 'ecdsa', 'rsa'], lines: ['UsePAM no', 'PermitRootLogin yes'] });
    server.authorize(publicKey);
  });

  afterEach(() => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
  });

  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (): SshServer => {
    if (server === undefined) throw new Error('no server');
    return server;
  };
  const name = (): string => `[127.0.0.1]:${at().port}`;

  function lab(text: string, more: Partial<HostSettings> = {}): Lab {
    writeFileSync(file, text);
    const store = memoryStore();
    const settings = settingsOf(at(), user, { identityFiles: [key], userKnownHostsFiles: [join(folder, 'absent'), file], ...more });
    const made = labOf({ host: settings }, createHostKeyJudge(store), { store });
    labs.push(made);
    return made;
  }

  async function connects(made: Lab): Promise<void> {
    const who = person();
    const executor = await opened(made, 'host', who);
    equal(await output(executor, 'echo in'), 'in\n');
    deepEqual(who.hostKeys, []);
  }

  const fingerprint = (line: string): string => {
    const said = execFileSync('ssh-keygen', ['-lf', '-'], { input: line, encoding: 'utf8' });
    return said.split(' ')[1] ?? '';
  };

  it('vouches for a host by each type of key alone, plain and hashed', async () => {
    for (const type of ['ed25519', 'ecdsa', 'rsa'] as const) {
      await connects(lab(`# ours\n${name()} ${at().hostKey(type)}\n`));
      writeFileSync(file, `${name()} ${at().hostKey(type)}\n`);
      execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'pipe' });
      const hashed = readFileSync(file, 'utf8');
      ok(hashed.startsWith('|1|'));
      await connects(lab(hashed));
    }
  });

  it('names both fingerprints and the line when a key has changed', async () => {
    const who = person({ hostKey: 'once' });
    const said = failed(await lab(`\n${name()} ${strangerKey}\n`).ssh.open('host', who, never()), 'hostKeyChanged');
    ok(said.includes(`${file}:2`), said);
    ok(said.includes(fingerprint(strangerKey)), said);
    ok(said.includes(fingerprint(at().hostKey('ed25519'))), said);
    deepEqual(who.hostKeys, []);
  });

  it('revokes a key that another line vouches for', async () => {
    const line = `${name()} ${at().hostKey('ed25519')}\n`;
    const said = failed(await lab(`${line}@revoked * ${at().hostKey('ed25519')}\n`).ssh.open('host', person(), never()), 'hostKeyRevoked');
    match(said, /known_hosts:2/);
  });

  it('tells of an authority whose certificates are not supported', async () => {
    const who = person();
    failed(await lab(`@cert-authority * ${strangerKey}\n`).ssh.open('host', who, never()), 'hostKeyUnknown');
    ok(who.lines.some((line) => /certificate/.test(line) && line.includes(`${file}:1`)), who.lines.join('\n'));
  });

  it('is not written, and what a person remembers is enough the next time', async () => {
    const made = lab('');
    const executor = await opened(made, 'host', person({ hostKey: 'remember' }));
    equal(made.store.keys.length, 1);
    equal(readFileSync(file, 'utf8'), '');
    executor.close();
    const again = labOf({ host: settingsOf(at(), user, { identityFiles: [key] }) }, createHostKeyJudge(made.store), { store: made.store });
    labs.push(again);
    await connects(again);
  });
});
