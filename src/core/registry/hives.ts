// The root keys of the registry, by the names a file may use. Names: Microsoft, "Predefined Keys". Case does not matter to Windows.

export const hives = [
  'HKEY_LOCAL_MACHINE',
  'HKEY_CURRENT_USER',
  'HKEY_CLASSES_ROOT',
  'HKEY_USERS',
  'HKEY_CURRENT_CONFIG',
  'HKEY_DYN_DATA',
] as const;

export type Hive = (typeof hives)[number];

/** The short names reg.exe takes as arguments. A `.reg` file must not use them. */
export const hiveAbbreviations: Readonly<Record<string, Hive>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
  HKDD: 'HKEY_DYN_DATA',
};

const byUpperCaseName = new Map<string, Hive>(hives.map((hive) => [hive, hive]));

/** The root with this full name, in any case; undefined for abbreviations and anything else. */
export function findHive(name: string): Hive | undefined {
  // Exporters write the name in upper case: no copy for those.
  return byUpperCaseName.get(name) ?? byUpperCaseName.get(name.toUpperCase());
}
