// Where a value lives. Two spellings of one place compare equal through keyIdentity: case is ignored, ControlSetNNN is read as
// CurrentControlSet and the 32-bit view (Wow6432Node) is folded into the path, because a rule asks "is this the setting I know",
// while the spelling stays available for the rules that are about the spelling.

import type { Hive } from './hives';

export interface RegistryKey {
  readonly hive: Hive;
  /** Path below the root without leading or trailing backslash; empty for the root itself. Spelling as found. */
  readonly path: string;
}

export interface Place {
  readonly key: RegistryKey;
  /** Value name; the empty string is the key's default value. */
  readonly name: string;
}

export function keyText(key: RegistryKey): string {
  return key.path === '' ? key.hive : `${key.hive}\\${key.path}`;
}

const CONTROL_SET = /^system\\controlset\d{3}(?=\\|$)/;
const WOW_NODE = /^software\\wow6432node(?=\\|$)/;

/** Equal for two keys that name the same key on a running Windows; see the head of this file for what is folded. */
export function keyIdentity(key: RegistryKey): string {
  let path = key.path.toLowerCase();
  if (key.hive === 'HKEY_LOCAL_MACHINE') path = path.replace(CONTROL_SET, 'system\\currentcontrolset').replace(WOW_NODE, 'software');
  return `${key.hive}\\${path}`;
}

/** `ControlSet001` and its like: the number as spelled, or undefined when the key does not name a numbered control set. */
export function numberedControlSet(key: RegistryKey): string | undefined {
  if (key.hive !== 'HKEY_LOCAL_MACHINE') return undefined;
  return /^system\\(controlset\d{3})(?:\\|$)/i.exec(key.path)?.[1];
}
