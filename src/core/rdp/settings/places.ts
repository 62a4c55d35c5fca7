// The keys the rows of the table stand in, and the types and choices many of them share.

import type { SettingPlace } from '../setting';
import { valueType } from '../../registry/valueData';

export const dword = [valueType.dword] as const;
export const text = [valueType.sz] as const;
/** Where Windows writes a path with variables, and plain text does as well. */
export const pathText = [valueType.expandSz, valueType.sz] as const;
export const texts = [valueType.multiSz] as const;
export const bytes = [valueType.binary] as const;

const machine = ['HKEY_LOCAL_MACHINE'] as const;
const terminalServer = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server';

/** A value of the local machine, by its key. */
export function inMachine(path: string, name: string): SettingPlace {
  return { hives: machine, path, name };
}

export function inTerminalServer(name: string, below = ''): SettingPlace {
  return inMachine(terminalServer + below, name);
}

export function inListener(name: string): SettingPlace {
  return inTerminalServer(name, '\\WinStations\\{listener}');
}

export function inService(name: string, below = ''): SettingPlace {
  return inMachine(`SYSTEM\\CurrentControlSet\\Services\\TermService${below}`, name);
}

export function inLsa(name: string, below = ''): SettingPlace {
  return inMachine(`SYSTEM\\CurrentControlSet\\Control\\Lsa${below}`, name);
}

/** 0 and 1 with what each means. */
export function offOn<const Off extends string, const On extends string>(off: Off, on: On) {
  return {
    kind: 'choices',
    choices: [
      { value: 0, meaning: off },
      { value: 1, meaning: on },
    ],
  } as const;
}

export const anyNumber = { kind: 'range', min: 0, max: 0xffffffff, unit: 'none' } as const;
export const anyText = { kind: 'text' } as const;
export const anyBytes = { kind: 'bytes' } as const;
