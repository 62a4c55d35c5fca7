// Events about certificates, encryption and authentication, each kind explained once.
// The numbers of other rules are left to them, and those that a finding about the bound certificate has as related. Sources: event manifests per build, message tables; the table of events.

import { message } from '../../messages/message';
import { eventRule } from '../eventRule';
import { certificateEvents, hasFaultyCertificate } from './boundCertificate';

export const rdp390SecurityEvents = eventRule({ code: 'RDP390', title: message('RDP390.title'), symptom: 3, judged: [1057, 1058], told: (_server, statements) => (hasFaultyCertificate(statements) ? certificateEvents : []) });
