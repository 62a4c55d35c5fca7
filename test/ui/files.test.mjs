// A .reg file as a person meets it: the squiggle, what it says, its page, the lightbulb, and the bytes on disk afterwards.
import { match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';
import { fix, openFixesOfProblem } from '../lab/workbenchFixes.mjs';

describe('a .reg file with a mistake', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    // In a browser the workbench saves by itself and shows no file as changed.
    workbench = await openWorkbench({ settings: { 'files.autoSave': 'off' } });
  });
  after(() => workbench.close());

  it('says what is wrong where the pointer is', async () => {
    await workbench.openFile('port.reg');
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
    match(await workbench.hover('/port.reg', 'PortNumber'), /PortNumber is 0x3389 = 13193; port 3389 is dword:00000d3d\./);
    await workbench.screenshot('files-hover');
  });

  it('leads to the page of the rule, rendered', async () => {
    await workbench.page.locator('.monaco-hover:not(.hidden) a', { hasText: 'RDP201' }).first().click();
    await workbench.page.locator('.tab.active', { hasText: 'RDP201.md' }).waitFor();
    const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await page.locator('h1', { hasText: 'RDP201' }).waitFor();
    await workbench.screenshot('files-rule-page');
  });

  it('is repaired from the lightbulb, and only that line changes on disk', async () => {
    const file = join(workbench.folder, 'port.reg');
    const before = readFileSync(file, 'latin1');
    await workbench.openFile('port.reg');
    await openFixesOfProblem(workbench, '/port.reg', 'PortNumber');
    await workbench.screenshot('files-lightbulb');
    await fix(workbench, 'Set to 3389 (dword:00000d3d)').click();
    await workbench.line('/port.reg', 'dword:00000d3d').waitFor();
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.squiggles('/port.reg', 'error').first().waitFor({ state: 'detached' });
    await workbench.save();
    const after = readFileSync(file, 'latin1');
    ok(after === before.replace('dword:00003389', 'dword:00000d3d'), after);
    await workbench.screenshot('files-fixed');
  });

  it('lists every problem of the file with its code', async () => {
    await workbench.openFile('security.reg');
    await workbench.squiggles('/security.reg', 'warning').first().waitFor();
    const rows = (await workbench.problems()).join('\n');
    for (const code of ['RDP501', 'RDP502', 'RDP503']) ok(rows.includes(code), rows);
    await workbench.screenshot('files-problems');
  });
});
