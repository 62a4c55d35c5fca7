// A licence server that does not support this host's version of Windows (50284, before 1803 1132; connectivity status 4): it gives no
// licences, however many it has. Sources: event manifests per build; Win32_TerminalServiceSetting; Microsoft, RDS client access licenses.

import { message } from '../../messages/message';
import { timesOf } from '../snapshotFacts';
import { licenceEventRule } from './licenceEventRule';
import { connectivity } from './licenceServers';
import { licensingCause } from './licensingCause';

export const rdp409LicenceServerTooOld = licenceEventRule({
  code: 'RDP409',
  title: message('RDP409.title'),
  ids: [50_284],
  why: message('RDP409.why'),
  say: (names, group) => message('RDP409.event', names === '' ? '-' : names, group.id, timesOf(group), group.last),
  ofServers: true,
  isTold: (server) => licensingCause(server)?.status === connectivity.older,
});
