// TLS switched off in Schannel for servers, and with it what the listener speaks when NLA or security layer 2 is asked for. TLS 1.2 off
// alone already shuts out clients that no longer take 1.0 and 1.1. Whether TLS 1.3 is there depends on Windows (11, Server 2022), so the
// message says what is left; on a server that is known, and an error where nothing is. A source that also sets the listener to native RDP security does not need TLS.
// Sources: Microsoft, Protocols in TLS/SSL (Schannel SSP); security baselines. What the listener does then: assumed.

import { message } from '../../messages/message';
import type { SettingId } from '../../rdp/settings';
import { dwordOf } from '../../registry/valueData';
import { dataOf } from '../../snapshot/sectionData';
import type { Found, Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { SettingSeen, Statements } from '../statements';

const RDP_SECURITY = 0;

type Version = 'tls10' | 'tls11' | 'tls12' | 'tls13';

/** Server 2022, and every Windows 11 after it. */
const FIRST_WITH_TLS13 = 20_348;

export const rdp301TlsOff: Rule = {
  code: 'RDP301',
  title: message('RDP301.title'),
  severity: 'error',
  symptom: 3,
  *check(statements) {
    const off = switchedOff(statements, 'tls12');
    if (off === undefined || effectiveNumber(statements, 'listener.securityLayer', 'RDP-Tcp') === RDP_SECURITY) return;
    const older = [switchedOff(statements, 'tls11'), switchedOff(statements, 'tls10')];
    yield {
      ...(older.includes(undefined) ? { message: message('RDP301.newest'), severity: 'warning' } : allOff(statements)),
      why: message('RDP301.why'),
      evidence: off.observation.evidence,
      places: [off.observation.place],
      related: older.flatMap((other) =>
        other === undefined ? [] : [{ message: message('RDP301.related'), evidence: other.observation.evidence }],
      ),
      certainty: 'assumed',
    };
  },
};

/** What is left where TLS 1.0 to 1.2 are off. */
function allOff(statements: Statements): Pick<Found, 'message' | 'severity'> {
  const build = statements.server === undefined ? undefined : dataOf(statements.server.snapshot.sections.host)?.build;
  if (build === undefined) return { message: message('RDP301.all'), severity: 'warning' };
  const nothing = build < FIRST_WITH_TLS13 || switchedOff(statements, 'tls13') !== undefined;
  return nothing ? { message: message('RDP301.nothing') } : { message: message('RDP301.only13'), severity: 'warning' };
}

/** The value that switches this version off: either of the two is enough. */
function switchedOff(statements: Statements, version: Version): SettingSeen | undefined {
  const enabled = last(statements, `schannel.${version}.enabled`);
  const notUsed = last(statements, `schannel.${version}.disabledByDefault`);
  if (enabled !== undefined && dwordOf(enabled.observation.data) === 0) return enabled;
  return notUsed !== undefined && dwordOf(notUsed.observation.data) === 1 ? notUsed : undefined;
}

function last(statements: Statements, id: SettingId): SettingSeen | undefined {
  return statements.final(id).at(-1);
}
