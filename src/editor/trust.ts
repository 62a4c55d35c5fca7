// Workspace trust: reading files is always allowed, reaching out to servers only in a trusted workspace.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';

export function requireTrust(): Result<void> {
  if (vscode.workspace.isTrusted) return succeed(undefined);
  return fail({
    code: 'workspaceUntrusted',
    message: message('server.untrusted'),
    remedy: message('server.untrusted.remedy'),
    retry: true,
  });
}
