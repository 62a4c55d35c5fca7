// The algorithms of SSH, one at a time, against servers that know no other. Which ciphers there are is up to the crypto library of the
// runtime, so these run under OpenSSL and under BoringSSL: what is offered has to work, and what is missing has to be said.

import { equal, match, ok } from 'node:assert/strict';
import { getCiphers } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, makeKey, startSshd, type Account, type KeyType, type SshServer } from '../lab/sshd';
import { needs, needsRoot } from '../needs';
import { failed, judgeOf, labOf, never, opened, output, settingsOf, type Lab } from './sshLab';
import { person } from './sshPerson';

describe('the algorithms of SSH', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-algorithms-'));
  const key = join(folder, 'key');
  const state = { publicKey: '', account: undefined as Account | undefined };
  const labs: Lab[] = [];
  const servers: SshServer[] = [];

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    state.account = await createAccount(52);
    state.publicKey = makeKey(key, 'ed25519');
  });

  afterEach(async () => {
    for (const { ssh } of labs.splice(0)) ssh.dispose();
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  after(() => {
    state.account?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function labAt(line: string, hostKey: KeyType = 'ed25519'): Promise<Lab> {
    const server = await startSshd({ lines: [line], hostKeys: [hostKey] });
    servers.push(server);
    server.authorize(state.publicKey);
    const settings = settingsOf(server, state.account?.name ?? '', { identityFiles: [key] });
    const lab = labOf({ host: settings }, judgeOf({ at: server, line: server.hostKey(hostKey) }));
    labs.push(lab);
    return lab;
  }

  async function works(line: string, hostKey?: KeyType): Promise<void> {
    const executor = await opened(await labAt(line, hostKey), 'host', person());
    // More than one packet, both ways of the cipher.
    equal((await output(executor, 'head -c 100000 /dev/zero | tr "\\0" x')).length, 100_000);
    executor.close();
  }

  for (const [cipher, name] of [
    ['aes128-gcm@openssh.com', 'aes-128-gcm'],
    ['aes256-gcm@openssh.com', 'aes-256-gcm'],
    ['aes128-ctr', 'aes-128-ctr'],
    ['aes192-ctr', 'aes-192-ctr'],
    ['aes256-ctr', 'aes-256-ctr'],
    ['chacha20-poly1305@openssh.com', 'chacha20'],
  ] as const) {
    it(`have the cipher ${cipher}, or say that there is none in common`, async () => {
      if (getCiphers().includes(name)) await works(`Ciphers ${cipher}`);
      else match(failed(await (await labAt(`Ciphers ${cipher}`)).ssh.open('host', person(), never()), 'noCommonAlgorithm'), /cipher/);
    });
  }

  it('have the ciphers of every usual server', () => {
    for (const name of ['aes-128-gcm', 'aes-256-gcm', 'aes-128-ctr', 'aes-256-ctr']) ok(getCiphers().includes(name), name);
  });

  for (const exchange of ['curve25519-sha256', 'ecdh-sha2-nistp256', 'ecdh-sha2-nistp521', 'diffie-hellman-group14-sha256', 'diffie-hellman-group16-sha512', 'diffie-hellman-group-exchange-sha256']) {
    it(`have the key exchange ${exchange}`, () => works(`KexAlgorithms ${exchange}`));
  }

  for (const mac of ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512']) {
    it(`have the code ${mac}`, () => works(`Ciphers aes128-ctr\nMACs ${mac}`));
  }

  for (const [type, algorithm] of [['ed25519', 'ssh-ed25519'], ['ecdsa', 'ecdsa-sha2-nistp256'], ['rsa', 'rsa-sha2-512'], ['rsa', 'rsa-sha2-256']] as const) {
    it(`verify a host key by ${algorithm}`, () => works(`HostKeyAlgorithms ${algorithm}`, type));
  }
});
