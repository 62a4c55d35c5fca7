// The whole check of a server as a person makes it: over SSH to a Windows API whose registry has two of the article's mistakes, while the
// listener is asked from here. What is asked, what the list says, what the report answers, and what is said where the host is gone.
import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { healthy, homeWith, needs, needsRoot, openSshWorkbench, startSshd, startWine, symptoms, windowsServer } from '../lab/workbenchSsh.mjs';

/** A Connection Confirm that selects what was asked for, as a listener that takes everything does ([MS-RDPBCGR] 2.2.1.2.1). */
const selects = (/** @type {number} */ protocol) => Buffer.from(`030000130ed00000123400020008000${protocol}000000`, 'hex');

const listen = async () => {
  const listener = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (request) => socket.end(selects(((request.at(-4) ?? 0) & 2) !== 0 ? 2 : 1)));
  });
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = listener.address();
  return { listener, port: address !== null && typeof address === 'object' ? address.port : 0 };
};

/** Everything a check meets: Windows behind SSH with a password, a listener, an editor with that one server in its list. */
class Place {
  constructor() {
    /** @type {(() => unknown)[]} */
    this.undo = [];
  }

  async start() {
    const windows = await startWine(64);
    this.undo.push(windows.stop);
    const seed = ['Windows Registry Editor Version 5.00', '', ...healthy, ...windowsServer, ...symptoms.connectionsDenied, ...symptoms.levelBelowTls, ''];
    writeFileSync(join(windows.files, 'seed.reg'), `\ufeff${seed.join('\r\n')}`, 'utf16le');
    windows.run('reg import L:\\seed.reg');
    const sshd = await startSshd({ lines: ['PasswordAuthentication yes'] });
    this.undo.push(sshd.stop);
    const { listener, port } = await listen();
    this.undo.push(() => listener.close());
    const own = homeWith(() => [{ alias: 'rds-07', host: sshd.host, port: sshd.port, user: windows.account.name }]);
    this.undo.push(own.remove);
    const steps = await openSshWorkbench(own.home, [{ id: 'a', label: 'rds-07', address: '127.0.0.1', port, via: 'ssh', ssh: 'rds-07' }]);
    this.undo.push(steps.workbench.close);
    this.now = { windows, sshd, steps };
  }

  async stop() {
    for (const step of this.undo.reverse()) await step();
  }

  get windows() {
    return this.running.windows;
  }

  get sshd() {
    return this.running.sshd;
  }

  get steps() {
    return this.running.steps;
  }

  get running() {
    if (this.now === undefined) throw new Error('the place was not started');
    return this.now;
  }

  get report() {
    return this.steps.workbench.page.locator('.monaco-editor[data-uri*="rdp-report:/rds-07"]');
  }

  /** @param {string} text */
  line(text) {
    return this.report.locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') }).first();
  }

  /** @param {string | RegExp} title */
  lens(title) {
    return this.report.locator('.codelens-decoration a', { hasText: title });
  }

  async givePassword() {
    await this.steps.title('Password of').waitFor();
    await this.steps.box.fill(this.windows.account.password);
    await this.steps.workbench.page.keyboard.press('Enter');
    await this.steps.title('Password of').waitFor({ state: 'detached' });
  }
}

/** @param {Place} place */
function inTheList(place) {
  it('asks for the password once, says what it is doing, and ends in a verdict in words', async () => {
    const { steps } = place;
    await steps.workbench.inlineAction('rds-07', 'Check Server');
    await steps.workbench.answer('Trust and Remember');
    await steps.title('Password of').waitFor();
    await steps.workbench.treeRow('connecting').waitFor();
    await place.givePassword();
    await steps.workbench.treeRow('collecting').waitFor();
    await steps.workbench.screenshot('check-collecting');
    await steps.workbench.treeRow('just now').waitFor();
    equal(await steps.title('Password of').count(), 0, 'asked a second time');
    equal(await steps.workbench.dialog.count(), 0);
  });

  it('shows what it found below the symptoms, and what it could not see is no tick', async () => {
    const { workbench } = place.steps;
    await workbench.expand('rds-07');
    await workbench.expand('Connections');
    await workbench.treeRow('RDP101').waitFor();
    await workbench.treeRow('RDP119').waitFor();
    const rows = await workbench.page.locator('.tree-explorer-viewlet-tree-view').first().ariaSnapshot();
    match(rows, /Licensing, not seen/u);
    match(rows, /, information, RDP\d{3}/u);
    doesNotMatch(rows, /, ok, RDP\d{3}/u);
    await workbench.screenshot('check-tree');
  });

  it('tells the findings that matter, and from where and how they were seen, in the tooltip', async () => {
    const { workbench } = place.steps;
    await workbench.treeRow('just now').hover();
    const tooltip = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'over SSH' }).first();
    await tooltip.waitFor();
    const text = await tooltip.innerText();
    for (const part of [/Checked \d{4}-\d\d-\d\d [\d:]+ UTC/u, /fDenyTSConnections is 1/u]) match(text, part);
    await workbench.screenshot('check-tooltip');
  });
}

/** @param {Place} place */
function asAFile(place) {
  it('is saved where a person says, as a snapshot that is read again', async () => {
    const { steps } = place;
    await steps.choose('rds-07', 'Save Snapshot');
    await steps.title('Save Snapshot').waitFor();
    await steps.workbench.screenshot('check-save');
    await steps.workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await steps.workbench.editor('.rdpsnapshot.json').locator('.view-line', { hasText: 'rdpsnapshot' }).first().waitFor();
    const names = readdirSync(steps.workbench.folder).filter((name) => /^rds-07-\d{4}-\d\d-\d\d\.rdpsnapshot\.json$/u.test(name));
    equal(names.length, 1);
    const snapshot = JSON.parse(readFileSync(join(steps.workbench.folder, names[0] ?? ''), 'utf8'));
    equal(snapshot.kind, 'rdpsnapshot');
    ok(JSON.stringify(snapshot.sections.registry).includes('fDenyTSConnections'));
  });
}

/** @param {Place} place */
function inTheReport(place) {
  it('opens at the line of a finding', async () => {
    const { workbench } = place.steps;
    await workbench.treeRow('RDP101').click();
    await place.line('1  Connections').waitFor();
    await place.report.locator('.squiggly-error').first().waitFor();
    // The line is longer than the editor is wide, and is drawn as two.
    await place.line('✖ Remote Desktop').waitFor();
    await workbench.screenshot('check-report');
  });

  it('explains a line, and offers what can be done with the whole', async () => {
    const { workbench } = place.steps;
    await place.line('fDenyTSConnections = 1').locator('span span').last().hover();
    const box = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Seen on this server' }).first();
    await box.waitFor();
    const text = await box.innerText();
    ok(text.includes('RDP101') && text.includes('fDenyTSConnections: '), text);
    await workbench.screenshot('check-hover');
    await place.lens('Compare With…').waitFor();
    await place.lens(/^Explain RDP\d{3}$/u).waitFor();
  });

  it('is compared with the check before', async () => {
    const { workbench } = place.steps;
    place.windows.run('reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 0 /f');
    await place.lens('Check Again').click();
    await place.givePassword();
    await workbench.treeRow('RDP101').waitFor({ state: 'detached' });
    await place.line('fDenyTSConnections = 0').waitFor();
    await place.lens('Compare With…').click();
    await place.steps.title('Compare Snapshots').waitFor();
    await place.steps.row('rds-07, the check before').waitFor();
    await workbench.quickPick('rds-07, the check before');
    const comparison = workbench.page.locator('.monaco-editor[data-uri*="rdp-report:/comparisons/"]');
    await comparison.locator('.view-line', { hasText: 'fDenyTSConnections' }).first().waitFor();
    await workbench.screenshot('check-comparison');
  });
}

/** @param {Place} place */
function withoutTheHost(place) {
  it('says why it was not reached, keeps what the listener said, and offers what can be done', async () => {
    const { workbench } = place.steps;
    await place.sshd.stop();
    await workbench.inlineAction('rds-07', 'Check Server');
    await workbench.treeRow('just now').filter({ hasText: 'host not reached' }).waitFor();
    // That is what the listener of this test does.
    match(await workbench.treeRow('just now').innerText(), /TLS is selected and not spoken/u);
    const below = workbench.page.getByRole('treeitem', { name: /^Host not reached, error/u });
    await below.hover();
    await below.locator('.actions .action-label[aria-label^="Test Connection"]').waitFor();
    await workbench.screenshot('check-unreached');
    // What says that the check runs goes a moment after the list is drawn.
    await workbench.toast('Checking rds-07').waitFor({ state: 'detached' });
    equal(await workbench.page.locator('.notifications-toasts .notification-list-item').count(), 0, 'the list says it, and nothing else');
  });
}

describe('the whole check of a server', () => {
  const place = new Place();

  before(async function () {
    this.timeout(600_000);
    needs(this, 'sshd');
    needs(this, 'wine');
    needs(this, 'dotnet');
    needsRoot(this);
    await place.start();
  });
  after(() => place.stop());

  describe('in the list', () => inTheList(place));
  describe('as a file', () => asAFile(place));
  describe('in the report', () => inTheReport(place));

  describe('whose host is gone', () => withoutTheHost(place));
});
