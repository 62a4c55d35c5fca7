// Clients that were refused for their own licence: a temporary one has expired (1011), could not be renewed (50180, before 1803 1028),
// or is not valid (1003). Sources: event manifests per build; Microsoft, RDS client access licenses.

import { message } from '../../messages/message';
import { eventGroups, timesOf } from '../snapshotFacts';
import { TERMDD_ERROR } from './clientsThrownOff';
import { licenceEventRule } from './licenceEventRule';

const NOT_ISSUED = 1004;

export const rdp410ClientLicence = licenceEventRule({
  code: 'RDP410',
  title: message('RDP410.title'),
  ids: [1011, 50_180, 1003, NOT_ISSUED],
  why: message('RDP410.why'),
  // Beside TermDD 50 it is part of what RDP408 says.
  isTold: (server, id) => id === NOT_ISSUED && eventGroups(server, 'TermDD', TERMDD_ERROR).length > 0,
  say: (names, group) => {
    const told = [group.id, timesOf(group), group.first, group.last] as const;
    return names === '' ? message('RDP410.unnamed', ...told) : message('RDP410.message', names, ...told);
  },
});
