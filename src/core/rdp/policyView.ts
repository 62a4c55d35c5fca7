// Policies have one place on 32-bit and 64-bit Windows: HKLM\SOFTWARE\Policies is shared between the two views of the registry, while
// SOFTWARE as a whole is not. So the key a 32-bit view would have below Wow6432Node has no reader.
// Source: Microsoft, Registry Keys Affected by WOW64.

import type { RegistryKey } from '../registry/place';

const IN_32_BIT_VIEW = /^(software)\\wow6432node(?=\\policies\\)/i;

export function isPolicyIn32BitView({ hive, path }: RegistryKey): boolean {
  return hive === 'HKEY_LOCAL_MACHINE' && IN_32_BIT_VIEW.test(path);
}

/** The key Windows reads instead. */
export function sharedView({ hive, path }: RegistryKey): RegistryKey {
  return { hive, path: path.replace(IN_32_BIT_VIEW, '$1') };
}
