// A listener with TLS and a certificate that expired years ago, as a person looks at it: the quick check says in the list what is wrong and in
// the report what was presented; the check of the listener asks for everything else.
import { equal, match, ok } from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OUT } from '../lab/paths.mjs';
import { openWorkbench } from '../lab/workbench.mjs';
import { needs, SshSteps } from '../lab/workbenchSsh.mjs';

/** @type {typeof import('../lab/xrdp')} */
const { startXrdp } = createRequire(join(OUT, 'test', 'lab', 'listener.mjs'))('./xrdp.js');

const spaces = (/** @type {string} */ text) => text.replaceAll(' ', '\u00a0');

describe('a listener whose certificate has expired', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('../lab/xrdp').XrdpListener} */
  let xrdp;
  const report = () => workbench.page.locator('.monaco-editor[data-uri*="rdp-report:"]');
  const line = (/** @type {string} */ text) => report().locator('.view-line', { hasText: spaces(text) }).first();

  before(async function () {
    needs(this, 'xrdp');
    xrdp = await startXrdp('127.0.9.1', { securityLayer: 'tls', certificate: 'expired' });
    const servers = [{ id: 'a', label: 'rds-09', address: xrdp.host, port: xrdp.port }];
    workbench = await openWorkbench({ settings: { 'rdpDiagnostics.servers': servers } });
    await workbench.viewContainer('RDP Diagnostics').click();
    await workbench.treeRow('rds-09').waitFor();
  });
  after(async () => {
    await workbench?.close();
    await xrdp?.stop();
  });

  it('is said to have a bad one, below its symptom', async () => {
    await workbench.inlineAction('rds-09', 'Check Server');
    // What is opened while it is drawn anew can stay without its findings until it is drawn again.
    await workbench.treeRow('just now').waitFor();
    await workbench.expand('rds-09');
    await workbench.expand('Security');
    await workbench.treeRow('RDP325').waitFor();
    match(await workbench.page.locator('.tree-explorer-viewlet-tree-view').first().ariaSnapshot(), /expired on 2020-05-30[^\n]*, warning, RDP325/u);
    await workbench.screenshot('listener-tree');
  });

  it('shows in the tooltip since when', async () => {
    await workbench.treeRow('just now').hover();
    const tooltip = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'from outside only' }).first();
    await tooltip.waitFor();
    match(await tooltip.innerText(), /expired/u);
    await workbench.screenshot('listener-tooltip');
  });

  it('has it in the report, the finding on the line of the date', async () => {
    await workbench.treeRow('RDP325').click();
    await line('Valid until').waitFor();
    for (const label of ['TLS versions', 'Cipher suite', 'Names in it', 'Key', 'Signature']) await line(label).waitFor();
    equal(await line('refused: TLS 1.0').count(), 0, 'a quick check does not ask for each version');
    await report().locator('.squiggly-warning').first().waitFor();
    ok((await workbench.problems()).some((row) => row.includes('RDP325')));
    await workbench.page.keyboard.press('Control+Shift+M');
  });

  it('tells each version of TLS after the check of the listener, which asks for everything', async () => {
    await new SshSteps(workbench).choose('just now', 'Check Listener and Port');
    await line('refused: TLS 1.0').waitFor();
    await line('TLS 1.2, TLS 1.3').waitFor();
    await line('UDP').waitFor();
    await workbench.screenshot('listener-report');
  });
});
