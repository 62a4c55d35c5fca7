// Secrets typed at the terminal of the command line: on no screen, in no file of its home, in no process.
import { deepEqual, match } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canary, searchFor } from '../lab/canaries';
import { createAccount, makeKey, startSshd, type Account, type SshServer } from '../lab/sshd';
import { needs, needsRoot } from '../needs';
import { program } from './commandLine';
import { atTerminal, type Script } from './terminal';

const password = canary('Password');
const passphrase = canary('Passphrase');
const wrong = canary('Wrong');

describe('secrets typed at a terminal', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-typed-'));
  const key = join(folder, 'key');
  const known = join(folder, 'known_hosts');
  const search = searchFor([password, passphrase, wrong]);
  const servers: SshServer[] = [];
  let account: Account | undefined;
  let publicKey = '';

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    account = await createAccount(53, '/bin/bash', password);
    publicKey = makeKey(key, 'ed25519', passphrase);
    for (const name of ['home', 'tmp']) mkdirSync(join(folder, name));
  });

  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

  after(() => {
    account?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, lines, script, says] of [
    ['a password', ['PasswordAuthentication yes', 'PubkeyAuthentication no'], [[/Password of/, `${wrong}\r`], [/not accepted.*Password of/, `${password}\r`]], /"notWindows"/],
    ['an answer', ['KbdInteractiveAuthentication yes', 'PubkeyAuthentication no'], [[/asks.*Password:/, `${wrong}\r`], [/not accepted.*Password:/, `${password}\r`]], /"notWindows"/],
    ['a passphrase', [], [[/Passphrase of the key/, `${wrong}\r`], [/not accepted.*Passphrase of/, `${passphrase}\r`]], /"notWindows"/],
    ['a password that is interrupted', ['PasswordAuthentication yes', 'PubkeyAuthentication no'], [[/Password of/, `${password}\x03`]], /cancelled/i],
    ['a passphrase that is given up', [], [[/Passphrase of the key/, `${wrong}\r`], [/not accepted/, '\x04']], /"authenticationFailed"/],
  ] as const satisfies readonly (readonly [string, readonly string[], Script, RegExp])[]) {
    it(`leave no trace: ${name}`, async () => {
      const server = await startSshd({ lines });
      servers.push(server);
      server.authorize(publicKey);
      writeFileSync(known, `[${server.host}]:${server.port} ${server.hostKey('ed25519')}\n`);
      const target = `${account?.name ?? ''}@${server.host}:${server.port}`;
      const words = [process.execPath, program, 'check', '127.0.0.1:1', '--ssh', target, '--known-hosts', known, '--identity', key, '--format', 'json'];
      const env = { ...process.env, SSH_AUTH_SOCK: '', HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') };
      const { screen } = await atTerminal(words, script, env, () => search.processes());
      match(screen, says);
      search.text('the screen', screen);
      search.text('the log of the server', server.log());
      search.files(folder);
      search.files(`/home/${account?.name ?? ''}`);
      deepEqual(search.leaks(), []);
    });
  }
});
