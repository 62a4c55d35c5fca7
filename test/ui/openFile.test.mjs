// The first thing anyone does: open the demo workspace, open a file.
import { ok } from 'node:assert/strict';
import { openWorkbench } from '../lab/workbench.mjs';

describe('the workbench on the demo workspace', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('shows a .reg file in the registry language', async () => {
    await workbench.openFile('port.reg');
    ok((await workbench.lines('/port.reg')).some((line) => line.includes('"PortNumber"')));
    await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Windows Registry' }).waitFor();
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
    await workbench.screenshot('open-file');
  });
});
