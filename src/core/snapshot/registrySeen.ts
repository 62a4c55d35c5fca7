// The registry keys of Remote Desktop as they stand, both views, every listener, policies of the computer and of the users who are loaded.

export interface RegistryValueSeen {
  readonly name: string;
  /** REG_ type number. */
  readonly type: number;
  /** Lower-case hexadecimal of the bytes; null where only the length was taken (certificates and keys of licensing). */
  readonly data: string | null;
  readonly length: number;
}

export interface RegistryKeySeen {
  /** Full name, `HKEY_LOCAL_MACHINE\…`; the 32-bit view stands under Wow6432Node. */
  readonly key: string;
  readonly state: 'present' | 'absent' | 'denied';
  readonly values: readonly RegistryValueSeen[];
}

export interface RegistrySeen {
  readonly keys: readonly RegistryKeySeen[];
  /** Sub-keys of WinStations that are listeners, as spelled. */
  readonly listeners: readonly string[];
}
