// Which editions of Windows are Home editions, which cannot host Remote Desktop. Source: Microsoft, Supported configurations of Remote
// Desktop; Win32_OperatingSystem.OperatingSystemSKU.

import type { HostSeen } from '../../snapshot/hostSeen';

/** Home, Home N, Home Single Language, Home China; Starter, Home Basic, Home Premium of Windows 7. */
const homeEditions: ReadonlySet<string> = new Set(['core', 'coren', 'coresinglelanguage', 'corecountryspecific', 'starter', 'startern', 'homebasic', 'homebasicn', 'homepremium', 'homepremiumn']);
const homeNumbers: ReadonlySet<number> = new Set([2, 3, 11, 101]);

export function isHomeEdition({ edition, sku }: HostSeen): boolean {
  return edition === null ? sku !== null && homeNumbers.has(sku) : homeEditions.has(edition.toLowerCase());
}
