// Events about connections that were refused or sessions that could not start, each kind explained once.
// The numbers of other rules are left to them. Sources: event manifests per build, message tables; the table of events.

import { message } from '../../messages/message';
import { eventRule } from '../eventRule';

export const rdp190ConnectionEvents = eventRule({ code: 'RDP190', title: message('RDP190.title'), symptom: 1, judged: [] });
