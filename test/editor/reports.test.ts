// Reports that are read from the disk while another one is kept, or while they are forgotten.

import { equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ServerReport } from '../../src/core/servers/report';
import { keepReports, type Reports } from '../../src/editor/reports';
import { workspaceFolder } from '../hosts/waiting';

const reportSaying = (text: string): ServerReport => ({ text, findings: [] });

describe('a report that is read while it changes', () => {
  const kept = async (name: string): Promise<Reports> => {
    const ready = (): Promise<void> => Promise.resolve();
    const earlier = keepReports(vscode.Uri.joinPath(workspaceFolder(), name), ready);
    await earlier.keep('a', reportSaying('old'));
    earlier.dispose();
    return keepReports(vscode.Uri.joinPath(workspaceFolder(), name), ready);
  };

  it('is the one that was kept meanwhile', async () => {
    const reports = await kept('reports-kept');
    const reading = reports.read('a');
    const newer = reportSaying('new');
    const keeping = reports.keep('a', newer);
    // The very same: what the disk had at that moment does not matter.
    equal(await reading, newer);
    await keeping;
    equal(await reports.read('a'), newer);
    reports.dispose();
  });

  it('stays forgotten', async () => {
    const reports = await kept('reports-forgotten');
    const reading = reports.read('a');
    const forgetting = reports.forget('a');
    equal(await reading, undefined);
    await forgetting;
    equal(await reports.read('a'), undefined);
    reports.dispose();
  });
});
