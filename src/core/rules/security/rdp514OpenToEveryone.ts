// The permissions of a listener, or those a listener gets that has none, give Everyone or Anonymous Logon more than the right to query
// a session. Windows itself gives such rights to Administrators and Remote Desktop Users, and audits Everyone, which gives nothing.
// Authenticated Users and the like are left in peace: that can be meant. Sources: Win32_TSAccount.PermissionsAllowed for the bits,
// [MS-DTYP] for the bytes, a registry export for both together. That Windows takes them from here is known from that alone: assumed.

import { message, type Message } from '../../messages/message';
import { readPermissions, rightsOf } from '../../registry/securityDescriptor';
import { valueType } from '../../registry/valueData';
import type { Rule } from '../rule';

const settings = ['listener.security', 'winStations.defaultSecurity', 'winStations.consoleSecurity'] as const;

const EVERYONE = 'S-1-1-0';
const ANONYMOUS = 'S-1-5-7';
// WINSTATION_QUERY, and what reads the descriptor or waits: READ_CONTROL, SYNCHRONIZE, GENERIC_READ.
const HARMLESS = 0x0000_0001 | 0x0002_0000 | 0x0010_0000 | 0x8000_0000;

export const rdp514OpenToEveryone: Rule = {
  code: 'RDP514',
  title: message('RDP514.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    for (const { observation } of settings.flatMap((id) => statements.final(id))) {
      const { place, data, evidence } = observation;
      const said = data.type === valueType.binary ? judge(data.bytes, place.name) : undefined;
      if (said === undefined) continue;
      yield {
        message: said,
        evidence,
        places: [place],
        certainty: 'assumed',
        remedies: [{ title: message('RDP514.fix', place.name), effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'removeStatement' }] }],
      };
    }
  },
};

function judge(bytes: Uint8Array, name: string): Message | undefined {
  const permissions = readPermissions(bytes);
  if (permissions === undefined) return undefined;
  if (permissions.entries === undefined) return message('RDP514.noList', name);
  const [everyone, anonymous] = [rightsOf(permissions.entries, EVERYONE), rightsOf(permissions.entries, ANONYMOUS)];
  if ((everyone & ~HARMLESS) !== 0) return message('RDP514.everyone', name, everyone.toString(16));
  return (anonymous & ~HARMLESS) === 0 ? undefined : message('RDP514.anonymous', name, anonymous.toString(16));
}
