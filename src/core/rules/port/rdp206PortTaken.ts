// A port that something else on Windows already listens on: then TermService cannot bind it, and nobody connects (event 1036, status
// 0x2740). Ports of Windows itself are a warning; those of roles and programs that may not be installed are information.
// Sources: Microsoft, Service overview and network port requirements for Windows; Ports used by Remote Desktop Services.

import { message } from '../../messages/message';
import { STANDARD_PORT } from '../../rdp/portNumber';
import { dwordOf } from '../../registry/valueData';
import { dataOf } from '../../snapshot/sectionData';
import type { Rule } from '../rule';
import { setPort } from './setPort';

const ofWindows: ReadonlyMap<number, string> = new Map([
  [135, 'RPC'],
  [139, 'NetBIOS'],
  [445, 'SMB'],
  [5985, 'WinRM'],
  [47001, 'WinRM'],
]);

const ofRoles: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [53, 'DNS'],
  [80, 'HTTP'],
  [88, 'Kerberos'],
  [389, 'LDAP'],
  [443, 'HTTPS'],
  [636, 'LDAPS'],
  [3387, 'RDP over WebSocket'],
  [3392, 'RDP over secure WebSocket'],
  [5504, 'RD Connection Broker'],
  [5986, 'WinRM'],
]);

export const rdp206PortTaken: Rule = {
  code: 'RDP206',
  title: message('RDP206.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    const { server } = statements;
    if (server !== undefined && dataOf(server.snapshot.sections.sockets) !== undefined) return; // RDP217 sees who has the port
    for (const { observation, listener = '' } of statements.final('listener.portNumber')) {
      const { place, data, evidence } = observation;
      const port = dwordOf(data) ?? 0;
      const [windows, role] = [ofWindows.get(port), ofRoles.get(port)];
      const remedies = [setPort(place, STANDARD_PORT, false)];
      if (windows !== undefined) yield { message: message('RDP206.windows', listener, port, windows), evidence, places: [place], remedies };
      else if (role !== undefined) {
        yield { message: message('RDP206.role', listener, port, role), evidence, places: [place], remedies, severity: 'information' };
      }
    }
  },
};
