// SecurityLayer = 0: native RDP security, which does not authenticate the server. Source: TerminalServer.admx, "Require use of specific
// security layer for remote (RDP) connections"; Win32_TSGeneralSetting.SetSecurityLayer.

import { message } from '../../messages/message';
import { loweredSetting } from './loweredSetting';

export const rdp502SecurityLayerRdp = loweredSetting({
  code: 'RDP502',
  title: message('RDP502.title'),
  setting: 'listener.securityLayer',
  lowered: 0,
  local: (listener) => message('RDP502.local', listener),
  policy: message('RDP502.policy'),
  why: message('RDP502.why'),
  wire: ({ verdict, evidence }) => {
    const plainOnly = verdict.protocols.rdp === true && verdict.protocols.tls === false && !verdict.certificateMissing;
    return plainOnly ? { message: message('RDP502.wire'), evidence: evidence.tls } : undefined;
  },
  repairs: [
    { title: message('RDP502.fixTls'), value: 2 },
    { title: message('RDP502.fixNegotiate'), value: 1 },
  ],
});
