// TLS 1.0 or 1.1 switched on for servers by the source. Windows has them on by default up to Server 2025 and drops them after that; a
// line that says so keeps them on for good, for old clients. That may be wanted, hence information.
// Source: Microsoft, Protocols in TLS/SSL (Schannel SSP).

import { message } from '../../messages/message';
import { changeTo, numberRule } from '../settingRule';

const OFF = 0;

export const rdp512OldTlsOn = numberRule({
  code: 'RDP512',
  title: message('RDP512.title'),
  severity: 'information',
  symptom: 3,
  settings: ['schannel.tls10.enabled', 'schannel.tls11.enabled'],
  say: (number, seen) => {
    const version = seen.setting.id === 'schannel.tls10.enabled' ? 'TLS 1.0' : 'TLS 1.1';
    return number === OFF ? undefined : { message: message('RDP512.message', version), remedies: [changeTo(seen, OFF, message('RDP512.fix', version))] };
  },
});
