// Workspace trust: reading files is always allowed, reaching out to servers only in a trusted workspace.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';

/** Only a person grants trust: this opens the page on which they do. */
export async function manageTrust(): Promise<Result<void>> {
  await vscode.commands.executeCommand('workbench.trust.manage');
  return succeed(undefined);
}

export function requireTrust(): Result<void> {
  if (vscode.workspace.isTrusted) return succeed(undefined);
  return fail({
    code: 'workspaceUntrusted',
    message: message('server.untrusted'),
    remedy: message('server.untrusted.remedy'),
    retry: true,
  });
}
