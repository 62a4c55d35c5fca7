// What a person sees while reading and writing a .reg file: hover and the list of completions. Kept as pictures.
import { ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickAt, openWorkbench } from '../lab/workbench.mjs';

const LINES = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]',
  '"UserAuthentication"=dword:00000000',
  '"SecurityLayer"=dword:00000002',
  '',
];

/** @param {Record<string, unknown>} [settings] */
async function openWritten(settings = {}) {
  const workbench = await openWorkbench({ settings });
  // In place of a file the explorer already shows: it learns of new ones in its own time.
  writeFileSync(join(workbench.folder, 'security.reg'), LINES.join('\r\n'));
  await workbench.openFile('security.reg');
  await workbench.squiggles('/security.reg', 'warning').first().waitFor();
  return workbench;
}

describe('a .reg file under the pointer', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWritten();
  });
  after(() => workbench.close());

  it('says what a value does', async () => {
    const text = await workbench.hover('/security.reg', 'SecurityLayer');
    await workbench.screenshot('language-hover');
    ok(text.includes('REG_DWORD 0x00000002 = 2'), text);
    ok(text.includes('TLS'), text);
  });
});

describe('a .reg file under the hands', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    // A hover that opens where the pointer was left takes the keyboard.
    workbench = await openWritten({ 'editor.hover.delay': 600_000 });
  });
  after(() => workbench.close());

  it('completes names and then their data', async () => {
    await clickAt(workbench.page, workbench.line('/security.reg', 'SecurityLayer'));
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('"Port', { delay: 150 }); // as fast as a person: the list opens at the quote
    const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.filter({ hasText: 'PortNumber' }).first().waitFor();
    await workbench.screenshot('language-completion');
    await workbench.page.keyboard.press('Enter');
    await rows.filter({ hasText: 'dword:00000d3d' }).first().waitFor();
    await workbench.screenshot('language-completion-data');
    await workbench.page.keyboard.press('Enter');
    await workbench.line('/security.reg', '"PortNumber"=dword:').waitFor();
    const lines = await workbench.lines('/security.reg');
    ok(lines.some((line) => line === '"PortNumber"=dword:00000d3d'), lines.join('\n'));
  });
});
