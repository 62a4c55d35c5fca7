// A .reg file as PowerShell, through the classes of .NET: the registry provider takes names as patterns and creates no missing parents.
// Strings stand in single quotes, where only the quote itself is special. What is not ASCII is written as a number: Windows PowerShell
// reads a script without a byte order mark in the code page of the system.

import type { Hive } from '../registry/hives';
import { keyText } from '../registry/place';
import { valueType, type ValueData } from '../registry/valueData';
import { exactData } from './exactText';
import { spellEach, type Operation } from './operations';
import { unsaid } from './unsaid';

const NEWLINE = '\r\n';
const REGISTRY = '[Microsoft.Win32.Registry]';

const hiveNames: Readonly<Record<Hive, string | undefined>> = {
  HKEY_LOCAL_MACHINE: 'LocalMachine',
  HKEY_CURRENT_USER: 'CurrentUser',
  HKEY_CLASSES_ROOT: 'ClassesRoot',
  HKEY_USERS: 'Users',
  HKEY_CURRENT_CONFIG: 'CurrentConfig',
  // .NET no longer has it, and neither has Windows.
  HKEY_DYN_DATA: undefined,
};

const kindNames: Readonly<Record<number, string>> = {
  [valueType.none]: 'None',
  [valueType.sz]: 'String',
  [valueType.expandSz]: 'ExpandString',
  [valueType.binary]: 'Binary',
  [valueType.dword]: 'DWord',
  [valueType.multiSz]: 'MultiString',
  [valueType.qword]: 'QWord',
};

const PLAIN = /^[\x20-\x7e]*$/;

function literal(text: string): string {
  if (PLAIN.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const parts = text.split(/([^\x20-\x7e])/).filter((part) => part !== '');
  return `(${parts.map((part) => (PLAIN.test(part) ? literal(part) : `[string][char]${part.charCodeAt(0)}`)).join(' + ')})`;
}

function dataLiteral(data: ValueData): string | undefined {
  const exact = exactData(data);
  switch (exact?.kind) {
    case undefined:
      return undefined;
    case 'number':
      // The registry's numbers have no sign, .NET's have.
      return data.type === valueType.dword ? `[int]${BigInt.asIntN(32, exact.value).toString()}` : `[long]${BigInt.asIntN(64, exact.value).toString()}`;
    case 'text':
      return literal(exact.text);
    case 'texts':
      return `[string[]]@(${exact.texts.map(literal).join(', ')})`;
    case 'bytes':
      return `[byte[]]@(${Array.from(exact.bytes).join(', ')})`;
  }
}

function command(operation: Operation): string | undefined {
  const { key } = operation;
  const hive = hiveNames[key.hive];
  const name = 'name' in operation ? operation.name : '';
  // To the functions of Windows a NUL ends the name: another value would be meant.
  if (hive === undefined || `${key.path}${name}`.includes('\0')) return undefined;
  const path = literal(key.path);
  switch (operation.op) {
    case 'createKey':
      return `${REGISTRY}::${hive}.CreateSubKey(${path}).Dispose()`;
    case 'deleteKey':
      return `${REGISTRY}::${hive}.DeleteSubKeyTree(${path}, $false)`;
    case 'deleteValue':
      return `$key = ${REGISTRY}::${hive}.OpenSubKey(${path}, $true); if ($key) { $key.DeleteValue(${literal(operation.name)}, $false); $key.Dispose() }`;
    case 'set': {
      const data = dataLiteral(operation.data);
      const kind = kindNames[operation.data.type];
      if (data === undefined || kind === undefined) return undefined;
      return `${REGISTRY}::SetValue(${literal(keyText(key))}, ${literal(operation.name)}, ${data}, [Microsoft.Win32.RegistryValueKind]::${kind})`;
    }
  }
}

/** The text of a .ps1 file, for Windows PowerShell 5.1 and later. */
export function powerShellCommands(operations: readonly Operation[]): string {
  const commands = spellEach(operations, command, (operation) => `# ${unsaid(operation)}`);
  return ["$ErrorActionPreference = 'Stop'", ...commands].map((text) => text + NEWLINE).join('');
}
