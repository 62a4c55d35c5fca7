// The shape of a .reg file on the screen: outline, breadcrumbs, folding, and the summary above the first key where it is asked for.
import { deepEqual } from 'node:assert/strict';
import { clickAt, openWorkbench } from '../lab/workbench.mjs';
import { folderWith } from '../lab/workspace.mjs';

const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const TEXT = [
  'Windows Registry Editor Version 5.00',
  '',
  `[${TERMINAL_SERVER}]`,
  '"fDenyTSConnections"=dword:00000000',
  '',
  `[${TERMINAL_SERVER}\\WinStations\\RDP-Tcp]`,
  '"PortNumber"=dword:00000d3d',
  '"Certificate"=hex:01,02,03,\\',
  '  04,05,06',
  '',
].join('\r\n');

describe('the shape of a .reg file', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  const workspace = folderWith({ 'shape.reg': Buffer.from(`\ufeff${TEXT}`, 'utf16le') });
  before(async () => {
    workbench = await openWorkbench({
      folder: workspace.folder,
      settings: { 'editor.hover.delay': 600_000, 'editor.showFoldingControls': 'always', 'rdpDiagnostics.codeLens.enabled': true },
    });
    await workbench.openFile('shape.reg');
  });
  after(async () => {
    await workbench?.close();
    workspace.remove();
  });

  it('says above the first key what the file does', async () => {
    // The editor writes a lens in two steps: its text is waited for whole.
    const said = /Remote Desktop settings: 2 \(fDenyTSConnections = 0, PortNumber = 3389\)/u;
    await workbench.editor('/shape.reg').locator('.codelens-decoration', { hasText: said }).waitFor();
    await workbench.screenshot('structure-summary');
  });

  it('stands in the outline: keys, and their values below them', async () => {
    await workbench.palette('Explorer: Focus on Outline View');
    const rows = workbench.page.locator('.outline-pane .monaco-list-row');
    await rows.filter({ hasText: 'RDP-Tcp' }).waitFor();
    await rows.filter({ hasText: 'Certificate' }).waitFor();
    await workbench.screenshot('structure-outline');
    const tree = await workbench.page.locator('.outline-pane .monaco-list').first().ariaSnapshot();
    deepEqual(['Terminal Server', 'fDenyTSConnections', 'RDP-Tcp', 'PortNumber', 'Certificate'].filter((name) => !tree.includes(name)), [], tree);
  });

  it('says in the breadcrumbs where the cursor is', async () => {
    await clickAt(workbench.page, workbench.line('/shape.reg', 'PortNumber'));
    const crumbs = workbench.page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
    await crumbs.filter({ hasText: 'RDP-Tcp' }).waitFor();
    await crumbs.filter({ hasText: 'PortNumber' }).waitFor();
    await workbench.screenshot('structure-breadcrumbs');
  });

  it('folds a key to its line', async () => {
    await clickAt(workbench.page, workbench.editor('/shape.reg').locator('.codicon-folding-expanded').first());
    await workbench.line('/shape.reg', 'fDenyTSConnections').waitFor({ state: 'detached' });
    await workbench.line('/shape.reg', 'RDP-Tcp]').waitFor();
    await workbench.screenshot('structure-folded');
  });
});
