// Reaching a host over SSH as a person does it: against real sshd, with what is asked on the screen, and what is left behind.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUT } from '../lab/paths.mjs';
import { openWorkbench } from '../lab/workbench.mjs';

const compiled = createRequire(join(OUT, 'test', 'ui', 'connection.test.mjs'));
/** @type {typeof import('../lab/sshd')} */
const { createAccount, makeKey, startSshd } = compiled('../lab/sshd.js');
/** @type {typeof import('../lab/canaries')} */
const { canary, searchFor } = compiled('../lab/canaries.js');
/** @type {typeof import('../needs')} */
const { needs, needsRoot } = compiled('../needs.js');

describe('a connection over SSH', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('../lab/sshd').Account | undefined} */
  let account;
  /** @type {import('../lab/sshd').SshServer | undefined} */
  let server;
  const home = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-home-'));
  const linked = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end('[Fix this](command:workbench.action.terminal.new) at once\r\n');
  });
  const wrong = canary('wrong');
  const userServers = () => JSON.parse(readFileSync(join(workbench.server.dataFolder, 'data', 'User', 'settings.json'), 'utf8'))['rdpDiagnostics.servers'];
  const keyFile = () => join(workbench.server.dataFolder, 'data', 'User', 'globalStorage', 'rdp-diagnostics.rdp-diagnostics', 'hostKeys.json');

  before(async function () {
    this.timeout(300_000);
    needs(this, 'sshd');
    needsRoot(this);
    account = await createAccount(61);
    server = await startSshd({ lines: ['PasswordAuthentication yes'] });
    mkdirSync(join(home, '.ssh'));
    makeKey(join(home, '.ssh', 'stranger'), 'ed25519');
    await new Promise((resolve) => linked.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = linked.address();
    const linkedPort = address !== null && typeof address === 'object' ? address.port : 0;
    const host = (/** @type {string} */ alias, /** @type {number} */ port, /** @type {string} */ identity) =>
      [`Host ${alias}`, `HostName ${server?.host}`, `Port ${port}`, `User ${account?.name}`, `IdentityFile ${identity}`, ''].join('\n');
    const config = [
      host('rds-07', server.port, 'none'),
      host('rds-stranger', server.port, join(home, '.ssh', 'stranger')),
      host('rds-linked', linkedPort, 'none'),
      'Host *',
      `UserKnownHostsFile ${join(home, 'known_hosts')}`,
      'GlobalKnownHostsFile none',
      'IdentityAgent none',
    ];
    writeFileSync(join(home, '.ssh', 'config'), config.join('\n'));
    const settings = {
      'rdpDiagnostics.ssh.configFile': '~/.ssh/config',
      'rdpDiagnostics.ssh.idleSeconds': 0,
      'rdpDiagnostics.servers': [
        { id: 'a', label: 'rds-07', address: 'rds-07.corp.example', via: 'ssh', ssh: 'rds-07' },
        { id: 'b', label: 'linked', address: 'rds-08.corp.example', via: 'ssh', ssh: 'rds-linked' },
        { id: 'c', label: 'outside', address: 'rds-09.corp.example' },
      ],
    };
    workbench = await openWorkbench({ settings, env: { HOME: home } });
    await workbench.viewContainer('RDP Diagnostics').click();
    await workbench.treeRow('rds-07').waitFor();
  });
  after(async () => {
    await workbench?.close();
    await server?.stop();
    account?.remove();
    linked.close();
    rmSync(home, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('connection-failed');
  });

  /** @param {string} row */
  async function test(row) {
    await choose(row, 'Test Connection');
  }

  /**
   * A menu takes no click in its first tenth of a second, in which one may be the end of the click that opened it.
   * @param {string} row
   * @param {string} item
   */
  async function choose(row, item) {
    await workbench.treeRow(row).click({ button: 'right' });
    await workbench.screenshot('connection-menu');
    await workbench.page.getByRole('menuitem', { name: item }).click({ delay: 300 });
  }

  /**
   * Takes a notification from the screen once it is there.
   * @param {string} text part of it
   * @param {string} name of its screenshot
   */
  async function read(text, name) {
    const toast = workbench.toast(text);
    await toast.waitFor();
    await workbench.screenshot(name);
    await toast.hover();
    await toast.locator('.action-label[aria-label^="Clear Notification"]').click();
    await toast.waitFor({ state: 'detached' });
  }

  const title = (/** @type {string} */ text) => workbench.quickInput.locator('.quick-input-title', { hasText: text });
  const box = () => workbench.quickInput.locator('input.input');

  it('shows the key of a host that nothing vouches for, and connects nowhere where that is cancelled', async () => {
    await test('rds-07');
    await workbench.dialog.getByText('is not known yet').waitFor();
    const text = await workbench.dialog.innerText();
    for (const part of [`[${server?.host}]:${server?.port}`, 'ssh-ed25519', 'SHA256:', 'known_hosts']) ok(text.includes(part), text);
    await workbench.screenshot('connection-host-key');
    await workbench.answer('Cancel');
    await workbench.toast('Testing').waitFor({ state: 'detached' });
    equal(await workbench.page.locator('.notifications-toasts .notification-list-item').count(), 0, 'they know what they answered');
    ok(!server?.log().includes('for rdplab'), 'a user was named before the key was trusted');
  });

  it('asks for the password in a masked box after the key is trusted, says that a wrong one was not accepted', async () => {
    await test('rds-07');
    await workbench.answer('Trust Once');
    await title('Password of').waitFor();
    equal(await box().getAttribute('type'), 'password');
    await box().fill(wrong);
    await workbench.screenshot('connection-password');
    await workbench.page.keyboard.press('Enter');
    await workbench.inputMessage().filter({ hasText: 'The last answer was not accepted.' }).waitFor();
    await workbench.screenshot('connection-password-again');
  });

  it('names what answers there once it is logged in', async () => {
    await workbench.inputMessage().filter({ hasText: 'What you type is not kept.' }).waitFor();
    await workbench.quickInput.getByRole('button', { name: 'Remember What You Type' }).click();
    await workbench.inputMessage().filter({ hasText: 'What you type is kept in the secret storage' }).waitFor();
    await box().fill(account?.password ?? '');
    await workbench.screenshot('connection-password-kept');
    await workbench.page.keyboard.press('Enter');
    await read('is not Windows: a Unix shell answers there (bash)', 'connection-not-windows');
  });

  it('asks for neither again where both are remembered', async () => {
    await test('rds-07');
    await workbench.answer('Trust and Remember');
    await read('is not Windows', 'connection-remembered');
    const [kept, ...others] = JSON.parse(readFileSync(keyFile(), 'utf8')).keys;
    deepEqual([kept.host, kept.keyType, others.length], [`[${server?.host}]:${server?.port}`, 'ssh-ed25519', 0]);
    await test('rds-07');
    await read('is not Windows', 'connection-remembered');
  });

  it('forgets the secrets, and says how many', async () => {
    await workbench.palette('RDP Diagnostics: Forget Saved Secrets');
    await read('Saved secrets that were forgotten: 1.', 'connection-secrets-forgotten');
    await test('rds-07');
    await title('Password of').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.toast('did not accept the login').getByRole('button', { name: 'Forget Saved Secrets' }).waitFor();
    await read('did not accept the login', 'connection-not-accepted');
  });

  it('forgets a host key of its own store', async () => {
    await workbench.palette('RDP Diagnostics: Forget Host Key');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: `[${server?.host}]:${server?.port}` }).waitFor();
    await workbench.screenshot('connection-forget-host-key');
    await workbench.page.keyboard.press('Enter');
    await read('Host keys of', 'connection-host-key-forgotten');
    deepEqual(JSON.parse(readFileSync(keyFile(), 'utf8')).keys, []);
  });

  it('offers the hosts of the ssh configuration in the form, and refuses what is no target', async () => {
    await workbench.palette('RDP Diagnostics: Edit Server');
    await workbench.quickPick('outside');
    await title('1/4').waitFor();
    await workbench.page.keyboard.press('Enter');
    await title('2/4').waitFor();
    await workbench.screenshot('connection-form-reach');
    await workbench.quickPick('Over SSH');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: 'rds-stranger' }).waitFor();
    await workbench.screenshot('connection-form-aliases');
    await box().fill('-oProxyCommand=x');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: 'is not an alias' }).waitFor();
    await workbench.screenshot('connection-form-refused');
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: 'is not an alias' }).waitFor();
    await box().fill('stranger');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: 'Use stranger' }).waitFor();
    await workbench.quickPick('rds-stranger');
    await title('3/4').waitFor();
    await workbench.page.keyboard.press('Enter');
    await title('4/4').waitFor();
    await workbench.page.keyboard.press('Enter');
    await title('4/4').waitFor({ state: 'detached' });
    // The settings are written after the form is gone, and nothing on the screen changes then.
    for (let tries = 0; tries < 100 && userServers()[2].via === undefined; tries++) await workbench.page.waitForTimeout(100);
    deepEqual(userServers()[2], { id: 'c', label: 'outside', address: 'rds-09.corp.example', via: 'ssh', ssh: 'rds-stranger' });
  });

  it('says which ways were tried where a key is not accepted', async () => {
    await test('outside');
    await workbench.answer('Trust Once');
    await title('Password of').waitFor();
    await workbench.page.keyboard.press('Escape');
    await read('Tried: publickey', 'connection-wrong-key');
  });

  it('shows what a stranger on the line says as text, and never as something to click', async () => {
    await test('linked');
    await workbench.toast('Fix this').waitFor();
    equal(await workbench.toast('Fix this').locator('a', { hasText: 'Fix this' }).count(), 0);
    await read('Fix this', 'connection-stranger');
  });

  it('copies what ssh takes for a server', async () => {
    await choose('rds-07', 'Copy SSH Target');
    await read('Copied: rds-07', 'connection-copied');
  });

  it('leaves no secret in logs, settings and storage, and tells the story in the log', async () => {
    const folder = join(workbench.server.dataFolder, 'data');
    await workbench.palette('RDP Diagnostics: Show Log');
    await workbench.page.locator('.monaco-editor .view-line', { hasText: 'testing' }).first().waitFor();
    await workbench.screenshot('connection-log');
    const search = searchFor([wrong, account?.password ?? '']);
    search.files(folder);
    deepEqual(search.leaks(), []);
    ok(search.searched() > 1000);
    const line = await workbench.page.locator('.monaco-editor .view-line', { hasText: 'testing' }).first().innerText();
    match(line.replaceAll('\u00a0', ' '), /testing the connection \(ssh /u);
  });
});
