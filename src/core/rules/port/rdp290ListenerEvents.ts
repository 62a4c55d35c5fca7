// Events about the listener and its port, each kind explained once.
// The numbers of other rules are left to them. Sources: event manifests per build, message tables; the table of events.

import { message } from '../../messages/message';
import { eventRule } from '../eventRule';

export const rdp290ListenerEvents = eventRule({ code: 'RDP290', title: message('RDP290.title'), symptom: 2, judged: [] });
