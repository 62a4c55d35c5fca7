// Long work: a notification that says what is being done and can be cancelled. A cancellation reaches core as an AbortSignal.

import * as vscode from 'vscode';
import type { Message } from '../core/messages/message';
import type { Progress } from '../core/ports';
import { plainText } from './translate';

export interface Bar extends Progress {
  /** `share` of the whole work has been done, from 0 to 1: without any, the bar only says that something is being done. */
  phase(text: Message, share?: number): void;
}

export async function withProgress<T>(title: Message, work: (progress: Bar, signal: AbortSignal) => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: plainText(title), cancellable: true };
  return vscode.window.withProgress(options, async (bar, token) => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => {
      controller.abort();
    });
    const phase = (text: Message, share?: number): void => {
      bar.report({ message: plainText(text), ...(share === undefined ? {} : { increment: 100 * share }) });
    };
    try {
      return await work({ phase }, controller.signal);
    } finally {
      subscription.dispose();
    }
  });
}
