// The bound certificate has no private key, or NETWORK SERVICE, the account of TermService, may not read it (event 1055, Schannel 36870).
// Whether it may is sometimes not to be told (keys of other providers): then the rule is silent. Source: Microsoft, Remote Desktop
// listener certificate configurations.

import { message } from '../../messages/message';
import { boundCertificateRule } from './boundCertificateRule';

export const rdp315CertificateKey = boundCertificateRule({
  code: 'RDP315',
  title: message('RDP315.title'),
  say: ({ subject, hasPrivateKey, keyReadable }) => {
    if (!hasPrivateKey) return { message: message('RDP315.none', subject) };
    return keyReadable === false ? { message: message('RDP315.unreadable', subject) } : undefined;
  },
});
