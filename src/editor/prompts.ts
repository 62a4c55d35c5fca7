// Everything that asks or tells a person something: no other file opens an input box, a list, a file picker or a dialog.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { Failure } from '../core/result';
import { actionOf } from './failures';
import type { LogChannel } from './log';
import { translate } from './translate';

/** A failure with its remedy. One that a person caused by cancelling is not told back to them. */
export async function showFailure(failure: Failure): Promise<void> {
  if (failure.code === 'cancelled') return;
  const action = actionOf(failure.code);
  const text = `${translate(failure.message)} ${translate(failure.remedy)}`;
  const buttons = action === undefined ? [] : [translate(message(action.title))];
  const chosen = await vscode.window.showErrorMessage(text, ...buttons);
  if (action !== undefined && chosen !== undefined) await vscode.commands.executeCommand(action.command);
}

export async function showBug(log: LogChannel): Promise<void> {
  const open = translate(message('server.action.openLog'));
  const chosen = await vscode.window.showErrorMessage(translate(message('server.internalError')), open);
  if (chosen !== undefined) log.show();
}
