// What the status bar says of a .reg file: how it is written, and that a file too large for extensions has another way. The large one comes
// first: nothing else has started the extension by then. No command of the editor tells what is shown there, so it is looked at.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';
import { folderWith } from '../lab/workspace.mjs';

/** More characters than the editor hands over: 50 × 1024 × 1024. */
const TOO_MANY = 53_000_000;

const PORT = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]\r\n"PortNumber"=dword:00003389\r\n';

function writeLargeFile(path) {
  const file = openSync(path, 'w');
  const block = `"a"="${'x'.repeat(990)}"\r\n`.repeat(1000);
  writeSync(file, 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\a]\r\n');
  for (let written = 0; written < TOO_MANY; written += block.length) writeSync(file, block);
  closeSync(file);
}

describe('the status of a .reg file', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith({ 'port.reg': Buffer.from(PORT) });
  before(async () => {
    writeLargeFile(join(workspace.folder, 'large.reg'));
    workbench = await openWorkbench({ folder: workspace.folder, settings: { 'workbench.editorLargeFileConfirmation': 1000 } });
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  async function says(text) {
    const { page } = workbench;
    await page.locator('#status\\.languageStatus').hover();
    await page.locator('.hover-language-status', { hasText: text }).first().waitFor();
    await page.mouse.move(0, 0);
    await page.locator('.hover-language-status').first().waitFor({ state: 'hidden' });
  }

  it('sends people with a file of more than 50 million characters to the command line, and nobody else', async () => {
    const item = workbench.page.locator('.statusbar-item', { hasText: 'Too large for extensions' });
    await workbench.openFile('large.reg');
    await item.waitFor();
    await workbench.screenshot('status-too-large');
    await item.hover();
    await workbench.page.locator('.monaco-hover', { hasText: 'rdp-diagnostics lint' }).first().waitFor();
    await workbench.page.mouse.move(0, 0);
    await workbench.openFile('port.reg');
    await item.waitFor({ state: 'hidden' });
  });

  it('says how the file is written', async () => {
    await workbench.openFile('port.reg');
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
    await says('Version 5.00');
  });
});
