// A security template of a GPO as a person reads it: its problems, what stands under the mouse, the outline's names, and the list of fixes.
// Kept as pictures.
import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';
import { fix, openFixesOfProblem } from '../lab/workbenchFixes.mjs';
import { folderWith } from '../lab/workspace.mjs';

const POLICY = 'MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const TEMPLATE = [
  '[Unicode]',
  'Unicode=yes',
  '[Version]',
  'signature="$CHICAGO$"',
  'Revision=1',
  '; made for the terminal servers',
  '[Privilege Rights]',
  'SeRemoteInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-555',
  'SeDenyRemoteInteractiveLogonRight = *S-1-1-0,*S-1-5-32-546',
  '[Service General Setting]',
  '"TermService",4,""',
  '[Registry Values]',
  `${POLICY}\\fDenyTSConnections=4,0`,
  '',
].join('\r\n');
/** @param {string} text */
const stored = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a security template on the screen', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith({ 'GptTmpl.inf': stored(TEMPLATE) });
  before(async () => {
    workbench = await openWorkbench({ folder: workspace.folder, settings: { 'files.autoSave': 'off', 'rdpDiagnostics.codeLens.enabled': true } });
    await workbench.openFile('GptTmpl.inf');
    await workbench.squiggles('/GptTmpl.inf', 'warning').first().waitFor();
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  it('shows its problems, and above it what it does', async () => {
    await workbench.editor('/GptTmpl.inf').locator('.codelens-decoration', { hasText: 'Remote Desktop settings: 4' }).first().waitFor();
    const rows = await workbench.problems();
    await workbench.screenshot('policyText-problems');
    for (const code of ['RDP120', 'RDP107']) ok(rows.some((row) => row.includes(code)), rows.join('\n'));
    await workbench.page.keyboard.press('Control+Shift+M');
  });

  it('says whose right it is', async () => {
    const text = await workbench.hover('/GptTmpl.inf', 'SeRemoteInteractiveLogonRight');
    await workbench.screenshot('policyText-hover');
    for (const part of ['Allow log on through Remote Desktop Services', 'S-1-5-32-555 is Remote Desktop Users', 'no others']) ok(text.includes(part), text);
  });

  it('repairs a right from the list of fixes, and stays in UTF-16', async () => {
    await openFixesOfProblem(workbench, '/GptTmpl.inf', 'SeDenyRemoteInteractiveLogonRight');
    await workbench.screenshot('policyText-fixes');
    await fix(workbench, 'Everyone').click();
    await workbench.line('/GptTmpl.inf', 'SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546').waitFor();
    await workbench.screenshot('policyText-fixed');
    await workbench.save();
    ok(readFileSync(join(workspace.folder, 'GptTmpl.inf')).equals(stored(TEMPLATE.replace('*S-1-1-0,', ''))));
  });
});
