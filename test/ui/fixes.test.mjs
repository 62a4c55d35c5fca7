// The lightbulb's menu while a person keeps editing, the comment that silences, what saving repairs, and a severity changed in the settings.
import { equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickAt, openWorkbench } from '../lab/workbench.mjs';
import { fix, openFixesAt } from '../lab/workbenchFixes.mjs';
import { folderWith } from '../lab/workspace.mjs';

const LISTENER = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
/** @param {readonly string[]} lines */
const file = (...lines) => ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n');

const FILES = {
  'port.reg': file('; first', LISTENER, '"PortNumber"=dword:00003389', '"MinEncryptionLevel"=dword:00000003'),
  'moved.reg': file('; first', LISTENER, '"MinEncryptionLevel"=dword:00000003', '"PortNumber"=dword:00003389'),
  'suppress.reg': file(LISTENER, '"UserAuthentication"=dword:00000000'),
  'save.reg': file(LISTENER.replace(/\]$/u, '\\]'), '"PortNumber"=dword:00003389'),
  'severity.reg': file(LISTENER, '"PortNumber"=dword:00003389'),
};
const SETTINGS = {
  'files.autoSave': 'off',
  'editor.hover.delay': 600_000, // a hover that opens where the pointer was left takes the keyboard
  'editor.codeActionsOnSave': { 'source.fixAll.rdpDiagnostics': 'explicit' },
};

describe('fixing a .reg file by hand', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith(FILES);
  before(async () => {
    workbench = await openWorkbench({ folder: workspace.folder, settings: SETTINGS });
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });
  /** @param {string} name */
  const onDisk = (name) => readFileSync(join(workspace.folder, name), 'latin1');

  it('sets the port from the menu, and the problem is gone', async () => {
    await workbench.openFile('port.reg');
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
    await openFixesAt(workbench, '/port.reg', 'PortNumber');
    await workbench.screenshot('fixes-menu');
    await fix(workbench, 'Set to 3389 (dword:00000d3d)').click();
    await workbench.line('/port.reg', '"PortNumber"=dword:00000d3d').waitFor();
    await workbench.squiggles('/port.reg', 'error').first().waitFor({ state: 'detached' });
    await workbench.page.locator('#status\\.problems[aria-label="No Problems"]').waitFor();
    await workbench.screenshot('fixes-applied');
    await workbench.save();
    equal(onDisk('port.reg'), FILES['port.reg'].replace('00003389', '00000d3d'));
  });

  it('changes the right line when lines above have just been typed', async () => {
    await workbench.openFile('moved.reg');
    await workbench.squiggles('/moved.reg', 'error').first().waitFor();
    await clickAt(workbench.page, workbench.line('/moved.reg', '; first'));
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('; second, and longer than the line it moves');
    // At once: the findings on the screen are still those of the text before.
    await openFixesAt(workbench, '/moved.reg', 'PortNumber');
    await workbench.screenshot('fixes-menu-after-typing');
    await fix(workbench, 'Set to 3389 (dword:00000d3d)').click();
    await workbench.line('/moved.reg', 'dword:00000d3d').waitFor();
    await workbench.squiggles('/moved.reg', 'error').first().waitFor({ state: 'detached' });
    await workbench.save();
    const typed = FILES['moved.reg'].replace('; first', '; first\r\n; second, and longer than the line it moves');
    equal(onDisk('moved.reg'), typed.replace('00003389', '00000d3d'));
  });

  it('silences a finding with a comment', async () => {
    await workbench.openFile('suppress.reg');
    await workbench.squiggles('/suppress.reg', 'warning').first().waitFor();
    await openFixesAt(workbench, '/suppress.reg', 'UserAuthentication');
    await fix(workbench, 'Suppress RDP501 for this file').waitFor();
    await workbench.screenshot('fixes-suppress-menu');
    await fix(workbench, 'Suppress RDP501 for this line').click();
    await workbench.line('/suppress.reg', '; rdp-diagnostics-disable-next-line RDP501').waitFor();
    await workbench.squiggles('/suppress.reg', 'warning').first().waitFor({ state: 'detached' });
    await workbench.screenshot('fixes-suppressed');
    await workbench.save();
    equal(onDisk('suppress.reg'), file(LISTENER, '; rdp-diagnostics-disable-next-line RDP501', '"UserAuthentication"=dword:00000000'));
  });

  it('repairs the spelling when the file is saved, and nothing else', async () => {
    await workbench.openFile('save.reg');
    await workbench.squiggles('/save.reg', 'error').first().waitFor();
    await clickAt(workbench.page, workbench.line('/save.reg', 'Windows Registry Editor'));
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.type('; by hand');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.save();
    await workbench.screenshot('fixes-saved');
    equal(onDisk('save.reg'), file(LISTENER, '"PortNumber"=dword:00003389').replace('\r\n\r\n', '\r\n; by hand\r\n'));
    await workbench.squiggles('/save.reg', 'error').first().waitFor(); // the port is still wrong
  });

  it('shows the severity of the settings as soon as they are saved', async () => {
    await workbench.openFile('severity.reg');
    await workbench.squiggles('/severity.reg', 'error').first().waitFor();
    const settings = JSON.parse(readFileSync(join(workbench.server.dataFolder, 'data', 'User', 'settings.json'), 'utf8'));
    await workbench.palette('Preferences: Open User Settings (JSON)');
    await workbench.editor('/settings.json').locator('.view-line').first().waitFor();
    await clickAt(workbench.page, workbench.line('/settings.json', '{'));
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.insertText(JSON.stringify({ ...settings, 'rdpDiagnostics.rules': { RDP201: 'information' } }));
    await workbench.save();
    await workbench.page.locator('.tab', { hasText: 'severity.reg' }).click();
    await workbench.squiggles('/severity.reg', 'info').first().waitFor();
    equal(await workbench.squiggles('/severity.reg', 'error').count(), 0);
    await workbench.screenshot('fixes-severity');
  });
});
