// A .reg file made tidy, stored anew and written as something else, by the commands a person finds in the palette.
import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openWorkbench } from '../lab/workbench.mjs';
import { folderWith } from '../lab/workspace.mjs';

/** @type {typeof import('../../src/core/lint/linter')} */
const { readLanguage } = createRequire(import.meta.url)('../../dist/linter.js');

const LISTENER = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
/** @param {readonly string[]} lines */
const file = (...lines) => ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n');

const BYTES = Array.from({ length: 40 }, (_, index) => (index + 0xa0).toString(16));
const UNTIDY = [`  ${LISTENER}   `, '  "PortNumber"  =  dword:D3E  ; kept', '"InitialProgram"  ="mstsc"', `"Certificate" = hex:${BYTES.join(',').toUpperCase()}`, '; kept   as it is', '"broken=dword:1'];

const FILES = {
  'untidy.reg': file(...UNTIDY),
  'umlaut.reg': file(LISTENER, '"PortNumber"=dword:00000d3d', '"Comment"="B\u00fcro"'),
  'port.reg': file(LISTENER, '"PortNumber"=dword:00000d3e', '"UserAuthentication"=dword:00000000'),
};

describe('a .reg file rewritten by command', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith(FILES);
  before(async () => {
    workbench = await openWorkbench({ folder: workspace.folder, settings: { 'files.autoSave': 'off', 'editor.hover.delay': 600_000 } });
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  it('is tidied by Format Document, and imports the same', async () => {
    await workbench.openFile('untidy.reg');
    await workbench.squiggles('/untidy.reg', 'error').first().waitFor();
    await workbench.screenshot('rewriting-untidy');
    await workbench.palette('Format Document');
    await workbench.line('/untidy.reg', '"PortNumber"=dword:00000d3e  ; kept').waitFor();
    await workbench.screenshot('rewriting-tidy');
    await workbench.save();
    const tidy = readFileSync(join(workspace.folder, 'untidy.reg'), 'utf8');
    const [first, ...rest] = BYTES.join(',').match(/(?:..,?){1,25}/gu) ?? [];
    ok(tidy.startsWith(file(LISTENER, '"PortNumber"=dword:00000d3e  ; kept', '"InitialProgram"="mstsc"').trimEnd()), tidy);
    ok(tidy.endsWith(['; kept   as it is', '"broken=dword:1', ''].join('\r\n')), tidy);
    ok(first !== undefined && rest.length > 0 && !/[A-F]{2},/u.test(tidy), tidy);
    ok(tidy.split('\r\n').every((line) => line.length <= 80 || line === LISTENER), tidy);
    const imported = readLanguage(FILES['untidy.reg']).convert('reg');
    match(imported, /"Certificate"=hex:a0/u);
    equal(readLanguage(tidy).convert('reg'), imported);
  });

  it('warns in the status bar about its encoding until it is stored as the registry editor stores it', async () => {
    await workbench.openFile('umlaut.reg');
    await workbench.squiggles('/umlaut.reg', 'warning').first().waitFor();
    const warned = await workbench.languageStatus('Version 5.00 \u00b7 UTF-8');
    match(warned, /Windows misreads or refuses it\./u);
    await workbench.screenshot('rewriting-status-warns');
    const button = workbench.page.locator('.hover-language-status').getByRole('button', { name: 'Rewrite as UTF-16LE' });
    const [inside, around] = await Promise.all([button.boundingBox(), workbench.page.locator('.workbench-hover-container').boundingBox()]);
    ok(inside !== null && around !== null && inside.x + inside.width <= around.x + around.width, 'the button is out of sight');
    await button.click();
    await workbench.squiggles('/umlaut.reg', 'warning').first().waitFor({ state: 'detached' });
    const settled = await workbench.languageStatus('Version 5.00 \u00b7 UTF-16LE with BOM');
    ok(!settled.includes('Windows') && !settled.includes('Rewrite'), settled);
    await workbench.screenshot('rewriting-status-settled');
    const bytes = readFileSync(join(workspace.folder, 'umlaut.reg'));
    equal(bytes.toString('utf16le'), `\ufeff${FILES['umlaut.reg']}`);
  });

  it('is written as commands, and its undo as a file', async () => {
    await workbench.openFile('port.reg');
    await workbench.palette('RDP Diagnostics: Convert To');
    await workbench.quickInput.locator('.monaco-list-row', { hasText: 'Text for LGPO.exe' }).waitFor();
    await workbench.screenshot('rewriting-convert-pick');
    await workbench.quickPick('Commands of reg.exe');
    const written = '.monaco-editor[data-uri^="untitled:"]';
    await workbench.page.locator(`${written} .view-line`, { hasText: '3390' }).waitFor();
    await workbench.screenshot('rewriting-converted');
    const commands = (await workbench.page.locator(`${written} .view-line`).allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    match(commands, /reg(?:\.exe)? add ".*RDP-Tcp" \/v "PortNumber" \/t REG_DWORD \/d 3390 \/f/iu);
    await workbench.page.locator('.tab', { hasText: 'port.reg' }).click();
    await workbench.palette('RDP Diagnostics: Write Undo File');
    await workbench.page.locator(`${written} .view-line`, { hasText: '"PortNumber"=dword:00000d3d' }).waitFor();
    await workbench.screenshot('rewriting-undo');
    equal(readFileSync(join(workspace.folder, 'port.reg'), 'utf8'), FILES['port.reg']);
  });
});
