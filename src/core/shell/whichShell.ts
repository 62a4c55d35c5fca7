// What answers `echo %OS% $0` (fixedCommands.ts): cmd.exe puts in `Windows_NT`, a Unix shell its own name, PowerShell nothing. The letters
// of a variable are the same in every language, the word for "not found" is not.

import type { ScriptHost } from './script';

export type WhichShell = { readonly kind: 'cmd' | 'powershell' | 'unknown' } | { readonly kind: 'unix'; readonly name: string };

export function readWhichShell(stdout: Uint8Array): WhichShell {
  const said = new TextDecoder().decode(stdout);
  if (/Windows_NT \$0/.test(said)) return { kind: 'cmd' };
  const name = /%OS% -?([\w./+-]+)/.exec(said)?.[1];
  if (name !== undefined) return { kind: 'unix', name: name.replace(/.*\//, '') };
  return { kind: /%OS%\s/.test(said) ? 'powershell' : 'unknown' };
}

/** @param name of its program, without folders */
export function shellNamed(name: string): 'cmd' | 'powershell' | 'bash' | 'other' {
  const plain = name.toLowerCase().replace(/\.exe$/, '');
  if (plain === 'cmd' || plain === 'bash' || plain === 'powershell') return plain;
  return plain === 'pwsh' ? 'powershell' : 'other';
}

export function shellOf(which: WhichShell): ScriptHost['shell'] {
  if (which.kind === 'unix') return shellNamed(which.name);
  return which.kind === 'unknown' ? null : which.kind;
}
