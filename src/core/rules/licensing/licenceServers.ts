// What the answers of GetTStoLSConnectivityStatus mean for getting licences. Source: Win32_TerminalServiceSetting.

import type { LicenceServerSeen, LicensingSeen } from '../../snapshot/licensingSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { Statements } from '../statements';

export const connectivity = { older: 4, notInGroup: 5, noConnection: 6 } as const;

/** Whether a snapshot shows what the host itself says of its licensing. */
export function licensingSeen({ server }: Pick<Statements, 'server'>): boolean {
  return server !== undefined && dataOf(server.snapshot.sections.licensing) !== undefined;
}

type Reach = 'good' | 'bad' | 'unknown';

const good: ReadonlySet<number> = new Set([1, 2, 11]);
// 8 is access denied: it says that one may not ask, not that the server gives none.
const bad: ReadonlySet<number> = new Set([3, connectivity.older, connectivity.notInGroup, connectivity.noConnection, 9, 10]);

export function reach(status: number | null): Reach {
  if (status === null) return 'unknown';
  return good.has(status) ? 'good' : bad.has(status) ? 'bad' : 'unknown';
}

export function serversWith({ servers }: LicensingSeen, wanted: Reach): readonly LicenceServerSeen[] {
  return servers.filter(({ status }) => reach(status) === wanted);
}
