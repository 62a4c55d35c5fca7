// The bound certificate has extended key usages and Server Authentication is not among them (event 1054). One without any usage is for
// every purpose. Source: Microsoft, Remote Desktop listener certificate configurations.

import { message } from '../../messages/message';
import { boundCertificateRule } from './boundCertificateRule';

export const rdp316CertificatePurpose = boundCertificateRule({
  code: 'RDP316',
  title: message('RDP316.title'),
  say: ({ subject, serverAuthentication }) => (serverAuthentication === false ? { message: message('RDP316.message', subject) } : undefined),
});
