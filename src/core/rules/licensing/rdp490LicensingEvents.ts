// Events about licensing, each kind explained once.
// The numbers of other rules are left to them, and those that only repeat what a finding says. Sources: event manifests per build,
// message tables; the table of events.

import { message } from '../../messages/message';
import { eventRule } from '../eventRule';
import { TERMDD_ERROR, throwsClientsOff } from './clientsThrownOff';
import { licensingCause, toldByVerdict } from './licensingCause';

export const rdp490LicensingEvents = eventRule({
  code: 'RDP490',
  title: message('RDP490.title'),
  symptom: 4,
  judged: [1003, 1004, 1011, 50_180, 50_195, 50_284, 50_285],
  told: (server) => [...(licensingCause(server) === undefined ? [] : toldByVerdict), ...(throwsClientsOff(server) ? [TERMDD_ERROR] : [])],
});
