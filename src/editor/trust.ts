// Workspace trust: reading files is always allowed, reaching out to servers only in a trusted workspace.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';

/** Only a person grants trust: this opens the page on which they do. */
export async function manageTrust(): Promise<Result<void>> {
  await vscode.commands.executeCommand('workbench.trust.manage');
  return succeed(undefined);
}

/** `refusal` says what is not done meanwhile. */
export function requireTrust(refusal: Message = message('server.untrusted')): Result<void> {
  if (vscode.workspace.isTrusted) return succeed(undefined);
  return fail({
    code: 'workspaceUntrusted',
    message: refusal,
    remedy: message('server.untrusted.remedy'),
    retry: true,
  });
}
