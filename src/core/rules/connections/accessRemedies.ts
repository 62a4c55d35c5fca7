// What helps where a file shuts people out: leave them out of the denial, give the right, leave a group alone. Each changes who may log on,
// and none is the preferred fix, because whom to let in is not in the file. For files only: on a server group policy may decide.

import { message } from '../../messages/message';
import { accountName } from '../../rdp/accountNames';
import type { Remedy } from '../../remedies/remedy';
import type { Principal } from '../../snapshot/accessSeen';
import { ADMINISTRATORS, REMOTE_DESKTOP_USERS } from './logonRights';

export function allow(principals: readonly Principal[]): readonly Remedy[] {
  const title = message('RDP120.fixAllow', principals.map(accountName).join(', '));
  return principals.length === 0 ? [] : [changing(title, 'SeDenyRemoteInteractiveLogonRight', principals, [])];
}

export function give(onlyUsers: boolean): readonly Remedy[] {
  const title = message(onlyUsers ? 'RDP120.fixGiveUsers' : 'RDP120.fixGive');
  return [changing(title, 'SeRemoteInteractiveLogonRight', [], onlyUsers ? [REMOTE_DESKTOP_USERS] : [ADMINISTRATORS, REMOTE_DESKTOP_USERS])];
}

export function leaveGroup(): readonly Remedy[] {
  return [{ title: message('RDP120.fixLeaveGroup'), effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'removeStatement' }] }];
}

function changing(title: Remedy['title'], right: string, remove: readonly Principal[], add: readonly Principal[]): Remedy {
  return { title, effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'changeRight', right, remove, add }] };
}
