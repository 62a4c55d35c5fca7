// What a person can do about a failure, as buttons beside its text.

import type { MessageKey } from '../core/messages/message';
import type { FailureCode } from '../core/result';

export interface FailureAction {
  readonly title: Extract<MessageKey, `server.action.${string}`>;
  /** A command of the editor, or one of ours. */
  readonly command: string;
}

export function actionOf(code: FailureCode): FailureAction | undefined {
  switch (code) {
    case 'workspaceUntrusted':
      return { title: 'server.action.manageTrust', command: 'workbench.trust.manage' };
    case 'settingsNotWritten':
      return { title: 'server.action.openSettings', command: 'workbench.action.openSettingsJson' };
    case 'cancelled':
    case 'fileUnreadable':
    case 'fileTooLarge':
    case 'invalidInput':
    case 'unsupportedHere':
      return undefined;
  }
}
