// How a host is reached: chosen in the form, tried, and named when something else is there.
import { deepEqual, equal, match } from 'node:assert/strict';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createAccount, homeWith, makeKey, needs, needsRoot, openSshWorkbench, startSshd, startWine } from '../lab/workbenchSsh.mjs';

describe('the way to a host', () => {
  /** @type {import('../lab/workbenchSsh.mjs').SshSteps} */
  let steps;
  /** @type {import('../lab/sshd').Account | undefined} */
  let account;
  /** @type {import('../lab/sshd').SshServer | undefined} */
  let server;
  /** @type {ReturnType<typeof homeWith> | undefined} */
  let own;
  const stranger = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end('[Fix this](command:workbench.action.terminal.new) at once\r\n');
  });

  before(async function () {
    needs(this, 'sshd');
    needsRoot(this);
    const user = await createAccount(62);
    account = user;
    const { host, port } = (server = await startSshd({ lines: ['PasswordAuthentication yes'] }));
    await new Promise((resolve) => stranger.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = stranger.address();
    const strangerPort = address !== null && typeof address === 'object' ? address.port : 0;
    own = homeWith((home) => {
      const identity = join(home, '.ssh', 'wrong');
      makeKey(identity, 'ed25519');
      return [
        { alias: 'rds-wrong-key', host, port, user: user.name, identity },
        { alias: 'rds-stranger', host, port: strangerPort, user: user.name },
      ];
    });
    steps = await openSshWorkbench(own.home, [
      { id: 'a', label: 'outside', address: 'rds-07.corp.example' },
      { id: 'b', label: 'stranger', address: 'rds-08.corp.example', via: 'ssh', ssh: 'rds-stranger' },
    ]);
  });
  after(async () => {
    await steps?.workbench.close();
    await server?.stop();
    account?.remove();
    own?.remove();
    stranger.close();
  });

  it('is not there for a server that is only looked at from outside', async () => {
    await steps.workbench.treeRow('outside').click({ button: 'right' });
    await steps.workbench.page.getByRole('menuitem', { name: 'Edit Server' }).waitFor();
    equal(await steps.workbench.page.getByRole('menuitem', { name: 'Test Connection' }).count(), 0);
    await steps.workbench.page.keyboard.press('Escape');
    await steps.workbench.palette('RDP Diagnostics: Test Connection');
    await steps.row('stranger').waitFor();
    equal(await steps.row('outside').count(), 0);
    await steps.workbench.page.keyboard.press('Escape');
  });

  it('is chosen in the form, from the hosts of the ssh configuration; what is no target is refused', async () => {
    await steps.choose('outside', 'Edit Server');
    await steps.title('1/4').waitFor();
    await steps.workbench.page.keyboard.press('Enter');
    await steps.title('2/4').waitFor();
    await steps.workbench.screenshot('reaching-form');
    await steps.workbench.quickPick('Over SSH');
    await steps.row('rds-wrong-key').waitFor();
    await steps.workbench.screenshot('reaching-aliases');
    await steps.box.fill('-oProxyCommand=x');
    await steps.row('is not an alias').waitFor();
    await steps.workbench.screenshot('reaching-refused');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.row('is not an alias').waitFor();
    await steps.box.fill('rds-w');
    await steps.row('Use rds-w').waitFor();
    await steps.workbench.screenshot('reaching-typed');
    await steps.workbench.page.keyboard.press('Enter');
    await steps.title('3/4').waitFor();
    await steps.workbench.page.keyboard.press('Enter');
    await steps.title('4/4').waitFor();
    await steps.workbench.page.keyboard.press('Enter');
    await steps.title('4/4').waitFor({ state: 'detached' });
    await steps.workbench.palette('RDP Diagnostics: Copy SSH Target');
    await steps.workbench.quickPick('outside');
    await steps.read('Copied: rds-wrong-key', 'reaching-copied');
    deepEqual(steps.servers()[0], { id: 'a', label: 'outside', address: 'rds-07.corp.example', via: 'ssh', ssh: 'rds-wrong-key' });
  });

  it('says what was tried where a key is not accepted', async () => {
    await steps.test('outside');
    await steps.workbench.answer('Trust Once');
    await steps.title('Password of').waitFor();
    await steps.workbench.page.keyboard.press('Escape');
    await steps.read('Not accepted before: publickey', 'reaching-wrong-key');
  });

  it('shows what a stranger on the line says as text, and never as something to click', async () => {
    await steps.test('stranger');
    await steps.workbench.toast('Fix this').waitFor();
    equal(await steps.workbench.toast('Fix this').locator('a', { hasText: 'Fix this' }).count(), 0);
    await steps.read('Fix this', 'reaching-stranger');
  });
});

describe('a Windows host', () => {
  /** @type {import('../lab/workbenchSsh.mjs').SshSteps} */
  let steps;
  /** @type {import('../lab/wine').WineMachine | undefined} */
  let machine;
  /** @type {import('../lab/sshd').SshServer | undefined} */
  let server;
  /** @type {ReturnType<typeof homeWith> | undefined} */
  let own;

  before(async function () {
    this.timeout(600_000);
    needs(this, 'sshd');
    needs(this, 'wine');
    needs(this, 'dotnet');
    needsRoot(this);
    const windows = await startWine(63);
    machine = windows;
    const sshd = await startSshd();
    server = sshd;
    own = homeWith((home) => {
      const identity = join(home, '.ssh', 'right');
      sshd.authorize(makeKey(identity, 'ed25519'));
      return [{ alias: 'rds-07', host: sshd.host, port: sshd.port, user: windows.account.name, identity }];
    });
    steps = await openSshWorkbench(own.home, [{ id: 'a', label: 'rds-07', address: 'rds-07.corp.example', via: 'ssh', ssh: 'rds-07' }]);
  });
  after(async () => {
    await steps?.workbench.close();
    await server?.stop();
    await machine?.stop();
    own?.remove();
  });

  it('is tested with one line: who is logged in, the shell, PowerShell, its language mode, Windows', async () => {
    await steps.test('rds-07');
    await steps.workbench.answer('Trust Once');
    const result = steps.workbench.toast('Connected to rds-07');
    // Without a button the editor shows the first words only.
    await result.getByRole('button', { name: 'Open Log' }).waitFor();
    match(await result.innerText(), /· cmd · PowerShell \d[\d.]+ \(FullLanguage\) · Microsoft Windows/u);
    await steps.read(`Connected to rds-07: ${machine?.account.name}@`, 'reaching-windows');
    equal(machine?.programs('powershell').length, 0, 'a program was left behind');
  });
});
