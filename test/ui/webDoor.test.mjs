// The browser door as a person meets it on vscode.dev: no server, no Node, the same squiggles.
import { equal } from 'node:assert/strict';
import { openWorkbench } from '../lab/workbench.mjs';

describe('the workbench without a server', () => {
  /** @type {import('../lab/workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ door: 'serverless' });
  });
  after(() => workbench.close());

  it('marks the mistakes of a .reg file', async () => {
    await workbench.openFile('port.reg');
    await workbench.squiggles('/port.reg', 'error').first().waitFor();
    await workbench.screenshot('web-door');
  });

  it('says in the servers view that checks need the desktop', async () => {
    await workbench.viewContainer('RDP Diagnostics').click();
    await workbench.page.getByText('Checks need the desktop').first().waitFor();
    await workbench.page.getByText('From .rdp and .rdg files, or a text list.').first().waitFor();
    equal(await workbench.page.getByText('ssh configuration').count(), 0, 'offers what this door cannot read');
    await workbench.screenshot('web-door-servers');
  });
});
