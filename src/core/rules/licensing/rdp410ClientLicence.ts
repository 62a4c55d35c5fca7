// Clients that were refused for their own licence: a temporary one has expired (1011), could not be renewed (50180, before 1803 1028),
// or is not valid (1003). Sources: event manifests per build; Microsoft, RDS client access licenses.

import { message } from '../../messages/message';
import { timesOf } from '../snapshotFacts';
import { licenceEventRule } from './licenceEventRule';

export const rdp410ClientLicence = licenceEventRule({
  code: 'RDP410',
  title: message('RDP410.title'),
  ids: [1011, 50_180, 1003, 1004],
  why: message('RDP410.why'),
  say: (names, group) => {
    const told = [group.id, timesOf(group), group.first, group.last] as const;
    return names === '' ? message('RDP410.unnamed', ...told) : message('RDP410.message', names, ...told);
  },
});
