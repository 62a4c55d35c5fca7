// Long work: a notification that says what is being done and can be cancelled. A cancellation reaches core as an AbortSignal.

import * as vscode from 'vscode';
import type { Message } from '../core/messages/message';
import type { Progress } from '../core/ports';
import { plainText } from './translate';

export async function withProgress<T>(title: Message, work: (progress: Progress, signal: AbortSignal) => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: plainText(title), cancellable: true };
  return vscode.window.withProgress(options, async (bar, token) => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => {
      controller.abort();
    });
    const phase = (text: Message): void => {
      bar.report({ message: plainText(text) });
    };
    try {
      return await work({ phase }, controller.signal);
    } finally {
      subscription.dispose();
    }
  });
}
