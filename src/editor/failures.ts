// What a person can do about a failure, as buttons beside its text.

import type { MessageKey } from '../core/messages/message';
import type { FailureCode } from '../core/result';

export interface FailureAction {
  readonly title: Extract<MessageKey, `server.action.${string}`>;
  /** A command of the editor, or one of ours. */
  readonly command: string;
}

const manageTrust: FailureAction = { title: 'server.action.manageTrust', command: 'workbench.trust.manage' };
const openSettings: FailureAction = { title: 'server.action.openSettings', command: 'workbench.action.openSettingsJson' };
const editServer: FailureAction = { title: 'server.action.editServer', command: 'rdpDiagnostics.editServer' };
const forgetSecrets: FailureAction = { title: 'server.action.forgetSecrets', command: 'rdpDiagnostics.forgetSecrets' };
const forgetHostKey: FailureAction = { title: 'server.action.forgetHostKey', command: 'rdpDiagnostics.forgetHostKey' };
const openLog: FailureAction = { title: 'server.action.openLog', command: 'rdpDiagnostics.showLog' };

export function actionsOf(code: FailureCode): readonly FailureAction[] {
  switch (code) {
    case 'workspaceUntrusted':
      return [manageTrust];
    case 'settingsNotWritten':
      return [openSettings];
    case 'sshTargetUnusable':
      return [editServer];
    case 'authenticationFailed':
      return [forgetSecrets, openLog];
    // Only a key of our own store can be forgotten here; the text names the file where it is another one's.
    case 'hostKeyChanged':
      return [forgetHostKey, openLog];
    case 'hostUnreachable':
    case 'notSsh':
    case 'noCommonAlgorithm':
    case 'hostKeyUnknown':
    case 'hostKeyRevoked':
    case 'keyFileUnusable':
    case 'connectionLost':
    case 'channelRefused':
    case 'timedOut':
    case 'outputTooLarge':
    case 'powerShellMissing':
    case 'scriptNotFinished':
    case 'scriptFailed':
      return [openLog];
    case 'cancelled':
    case 'fileUnreadable':
    case 'fileTooLarge':
    case 'invalidInput':
    case 'unsupportedHere':
    case 'notWindows':
    case 'powerShellTooOld':
    case 'powerShellConstrained':
      return [];
  }
}
