// Reaching a host over SSH as a person does it, against real sshd: what is asked on the screen, and what is left behind.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { canary, createAccount, homeWith, needs, needsRoot, openSshWorkbench, searchFor, startSshd } from '../lab/workbenchSsh.mjs';

describe('a connection over SSH', () => {
  /** @type {import('../lab/workbenchSsh.mjs').SshSteps} */
  let steps;
  /** @type {import('../lab/sshd').Account | undefined} */
  let account;
  /** @type {import('../lab/sshd').SshServer | undefined} */
  let server;
  /** @type {ReturnType<typeof homeWith> | undefined} */
  let own;
  const wrong = canary('wrong');
  const place = () => `[${server?.host}]:${server?.port}`;

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    const user = await createAccount(61);
    account = user;
    const { host, port } = (server = await startSshd({ lines: ['PasswordAuthentication yes'] }));
    own = homeWith(() => [{ alias: 'rds-07', host, port, user: user.name }]);
    steps = await openSshWorkbench(own.home, [{ id: 'a', label: 'rds-07', address: 'rds-07.corp.example', via: 'ssh', ssh: 'rds-07' }]);
  });
  after(async () => {
    await steps?.workbench.close();
    await server?.stop();
    account?.remove();
    own?.remove();
  });

  it('shows the key of a host that is not known, and goes no further where that is cancelled', async () => {
    await steps.test('rds-07');
    await steps.workbench.dialog.getByText('is not known yet').waitFor();
    const text = await steps.workbench.dialog.innerText();
    for (const part of [place(), 'ssh-ed25519', 'SHA256:', 'known_hosts']) ok(text.includes(part), text);
    await steps.workbench.screenshot('connection-host-key');
    await steps.workbench.answer('Cancel');
    await steps.workbench.toast('Testing').waitFor({ state: 'detached' });
    equal(await steps.workbench.page.locator('.notifications-toasts .notification-list-item').count(), 0, 'they know what they answered');
    ok(!server?.log().includes(account?.name ?? ''), 'the user was named before the key was trusted');
  });

  it('asks for the password in a masked box after the key is trusted, and says that a wrong one was not accepted', async () => {
    await steps.test('rds-07');
    await steps.workbench.answer('Trust Once');
    await steps.title('Password of').waitFor();
    equal(await steps.box.getAttribute('type'), 'password');
    await steps.box.fill(wrong);
    await steps.workbench.screenshot('connection-password');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.workbench.inputMessage().filter({ hasText: 'The last answer was not accepted.' }).waitFor();
    await steps.workbench.screenshot('connection-password-again');
  });

  it('names what answers there once it is logged in', async () => {
    await steps.workbench.inputMessage().filter({ hasText: 'What you type is not kept.' }).waitFor();
    await steps.workbench.quickInput.getByRole('button', { name: 'Remember What You Type' }).click();
    await steps.workbench.inputMessage().filter({ hasText: 'What you type is kept in the secret storage' }).waitFor();
    await steps.box.fill(account?.password ?? '');
    await steps.workbench.screenshot('connection-password-kept');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.read('is not Windows: a Unix shell answers there (bash)', 'connection-not-windows');
  });

  it('asks for neither again where both are remembered', async () => {
    await steps.test('rds-07');
    await steps.workbench.answer('Trust and Remember');
    await steps.read('is not Windows', 'connection-remembered');
    const [kept, ...others] = steps.rememberedKeys();
    deepEqual([kept.host, kept.keyType, others], [place(), 'ssh-ed25519', []]);
    await steps.test('rds-07');
    await steps.read('is not Windows', 'connection-remembered');
  });

  it('forgets the secrets, and says how many', async () => {
    await steps.workbench.palette('RDP Diagnostics: Forget Saved Secrets');
    await steps.read('Saved secrets that were forgotten: 1.', 'connection-secrets-forgotten');
    await steps.test('rds-07');
    await steps.title('Password of').waitFor();
    await steps.workbench.page.keyboard.press('Escape');
    await steps.workbench.toast('was given up: a question was not answered').getByRole('button', { name: 'Forget Saved Secrets' }).waitFor();
    await steps.read('was given up: a question was not answered', 'connection-given-up');
  });

  it('forgets a host key of its own store', async () => {
    await steps.workbench.palette('RDP Diagnostics: Forget Host Key');
    await steps.row(place()).waitFor();
    await steps.workbench.screenshot('connection-forget-host-key');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.read('Host keys of', 'connection-host-key-forgotten');
    deepEqual(steps.rememberedKeys(), []);
  });

  it('leaves no secret in logs, settings and storage, and tells the story in the log', async () => {
    await steps.workbench.palette('RDP Diagnostics: Show Log');
    const line = steps.workbench.page.locator('.monaco-editor .view-line', { hasText: 'testing' }).first();
    match((await line.innerText()).replaceAll('\u00a0', ' '), /rds-07: testing the connection \(ssh rds-07\)/u);
    await steps.workbench.screenshot('connection-log');
    const search = searchFor([wrong, account?.password ?? '']);
    search.files(join(steps.workbench.server.dataFolder, 'data'));
    deepEqual(search.leaks(), []);
    ok(search.searched() > 1000);
  });
});
