// disabledomaincreds = 1, "Do not allow storage of passwords and credentials for network authentication": Microsoft names it among the
// reasons why a domain account cannot log on by Remote Desktop, and security baselines ask for it. Hence information.
// Source: Microsoft, Cannot connect with RDP to a VM in Azure.

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const NOT_STORED = 1;
const STORED = 0;

export const rdp118DomainCredentials = numberRule({
  code: 'RDP118',
  title: message('RDP118.title'),
  severity: 'information',
  symptom: 1,
  settings: ['lsa.disableDomainCreds'],
  say: (number, seen) =>
    number === NOT_STORED ? { message: message('RDP118.message'), remedies: [changeTo(seen, STORED, message('RDP118.fix'))] } : undefined,
});
