// Events about licensing, each kind explained once.
// The numbers of other rules are left to them. Sources: event manifests per build, message tables; the table of events.

import { message } from '../../messages/message';
import { eventRule } from '../eventRule';

export const rdp490LicensingEvents = eventRule({ code: 'RDP490', title: message('RDP490.title'), symptom: 4, judged: [1003, 1004, 1011, 50180, 50195, 50284, 50285] });
