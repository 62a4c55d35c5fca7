// An edition of Windows that cannot host Remote Desktop: a Home edition has no listener, whatever its settings say. Told from EditionID, or
// from the number of the edition where that is missing. Where one listens all the same, something else than Windows does, or a changed
// termsrv.dll. Sources: Microsoft, Supported configurations of Remote Desktop; Win32_OperatingSystem.OperatingSystemSKU; article 2477176.

import { message } from '../../messages/message';
import { dataOf } from '../../snapshot/sectionData';
import { remoteDesktopListens } from '../port/portOwners';
import type { Rule } from '../rule';
import { isHomeEdition } from './homeEdition';

export const rdp125HomeEdition: Rule = {
  code: 'RDP125',
  title: message('RDP125.title'),
  severity: 'error',
  symptom: 1,
  *check({ server }) {
    const host = server === undefined ? undefined : dataOf(server.snapshot.sections.host);
    if (server === undefined || host === undefined || !isHomeEdition(host)) return;
    const edition = host.edition ?? String(host.sku);
    const evidence = server.evidence('edition');
    if (remoteDesktopListens(server)) yield { message: message('RDP125.listens', edition), why: message('RDP125.whyListens'), evidence, severity: 'warning' };
    else yield { message: message('RDP125.message', edition), why: message('RDP125.why'), evidence };
  },
};
