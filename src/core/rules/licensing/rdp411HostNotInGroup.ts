// A licence server that refuses this host because its computer account is not in RDS Endpoint Servers (50195, before 1803 1043;
// connectivity status 5). Sources: event manifests per build; Win32_TerminalServiceSetting.

import { message } from '../../messages/message';
import { timesOf } from '../snapshotFacts';
import { licenceEventRule } from './licenceEventRule';
import { connectivity } from './licenceServers';
import { licensingCause } from './licensingCause';

export const rdp411HostNotInGroup = licenceEventRule({
  code: 'RDP411',
  title: message('RDP411.title'),
  ids: [50_195],
  why: message('RDP411.why'),
  say: (names, group) => message('RDP411.event', names === '' ? '-' : names, group.id, timesOf(group), group.last),
  ofServers: true,
  isTold: (server) => licensingCause(server)?.status === connectivity.notInGroup,
});
