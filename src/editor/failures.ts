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
export const openLog: FailureAction = { title: 'server.action.openLog', command: 'rdpDiagnostics.showLog' };

// The editor cuts a notification without buttons to one line: what has a longer text has one.
const actions: Readonly<Record<FailureCode, readonly FailureAction[]>> = {
  workspaceUntrusted: [manageTrust],
  settingsNotWritten: [openSettings],
  sshTargetUnusable: [editServer],
  authenticationFailed: [forgetSecrets, openLog],
  // Only a key of our own store can be forgotten here; the text names the file where it is another one's.
  hostKeyChanged: [forgetHostKey, openLog],
  hostUnreachable: [openLog],
  notSsh: [openLog],
  noCommonAlgorithm: [openLog],
  hostKeyUnknown: [openLog],
  hostKeyRevoked: [openLog],
  keyFileUnusable: [openLog],
  connectionLost: [openLog],
  channelRefused: [openLog],
  timedOut: [openLog],
  outputTooLarge: [openLog],
  powerShellMissing: [openLog],
  scriptNotFinished: [openLog],
  scriptFailed: [openLog],
  cancelled: [],
  fileUnreadable: [openLog],
  fileNotWritten: [openLog],
  fileTooLarge: [openLog],
  invalidInput: [openLog],
  unsupportedHere: [openLog],
  notWindows: [openLog],
  powerShellTooOld: [openLog],
  powerShellConstrained: [openLog],
};

export const actionsOf = (code: FailureCode): readonly FailureAction[] => actions[code];
