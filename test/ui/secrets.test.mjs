// Secrets typed into the workbench, against a real OpenSSH server: wrong, right, and remembered on request. Then everything the editor
// keeps on disk, shows and logs is searched for them.
import { deepEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';

const compiled = createRequire(import.meta.url);
/** @type {typeof import('../lab/canaries')} */
const { canary, searchFor } = compiled('../../out/test/lab/canaries.js');
/** @type {typeof import('../lab/sshd')} */
const { createAccount, makeKey, startSshd } = compiled('../../out/test/lab/sshd.js');
/** @type {typeof import('../needs')} */
const { needs, needsRoot } = compiled('../../out/test/needs.js');

const password = canary('Password');
const passphrase = canary('Passphrase');
const wrong = canary('Wrong');

describe('secrets typed into the editor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-editor-secrets-'));
  const search = searchFor([password, passphrase, wrong]);
  /** @type {{ undo: (() => unknown)[] }} */
  const state = { undo: [] };
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    const account = await createAccount(71, '/bin/bash', password);
    state.undo.push(() => account.remove());
    const key = join(folder, 'key');
    const server = await startSshd({ lines: ['PasswordAuthentication yes', 'AuthenticationMethods publickey,password'] });
    state.undo.push(() => server.stop(), () => search.text('the log of the server', server.log()));
    server.authorize(makeKey(key, 'ed25519', passphrase));
    const config = join(folder, 'config');
    writeFileSync(config, `Host lab\n  HostName ${server.host}\n  Port ${server.port}\n  User ${account.name}\n  IdentityFile ${key}\n  IdentitiesOnly yes\n  IdentityAgent none\n`);
    workbench = await openWorkbench({
      settings: {
        'rdpDiagnostics.servers': [{ id: 'lab', label: 'lab', address: '127.0.0.1', via: 'ssh', ssh: 'lab' }],
        'rdpDiagnostics.ssh.configFile': config,
      },
    });
    state.undo.push(() => workbench.close());
  });
  after(async () => {
    for (const undo of state.undo.reverse()) await undo();
    rmSync(folder, { recursive: true, force: true });
  });

  /** @param {string} title @param {string} text */
  async function typeInto(title, text) {
    await workbench.quickInput.locator('.quick-input-title', { hasText: title }).waitFor();
    search.processes();
    await workbench.input(text);
  }

  it('are in no setting, log, storage and process, and on no screen', async () => {
    await workbench.palette('RDP Diagnostics: Test Connection');
    await workbench.quickPick('127.0.0.1');
    await workbench.dialog.filter({ hasText: 'is not known yet' }).waitFor();
    await workbench.answer('Trust and Remember');
    await typeInto('Passphrase of a Private Key', wrong);
    await workbench.quickInput.filter({ hasText: 'not accepted' }).waitFor();
    await typeInto('Passphrase of a Private Key', passphrase);
    await typeInto('Password of', wrong);
    await workbench.quickInput.filter({ hasText: 'not accepted' }).waitFor();
    await workbench.quickInput.getByRole('button', { name: 'Remember What You Type' }).click();
    await typeInto('Password of', password);
    await workbench.toast('is not Windows').waitFor();
    await workbench.screenshot('secrets-not-windows');
    search.processes();
    search.text('the screen', await workbench.page.content());
    search.text('the storage of the page', await workbench.page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })'));
    search.files(workbench.server.dataFolder);
    deepEqual(search.leaks(), []);
  });
});
