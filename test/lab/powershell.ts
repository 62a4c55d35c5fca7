// The PowerShell of the tests (powershell/engine.mjs) where every account of this machine can run it, and variants of it that behave as
// a restricted or a talkative one does.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../places';
import { processIds } from './processTable';

export interface LabPowerShell {
  /** A folder that holds `powershell` and nothing else, for a PATH. */
  readonly folder: string;
  /** The program itself. */
  readonly program: string;
  /** The same with our own engine, which knows the variables of Program.cs; absent where it could not be built. */
  readonly ownFolder: string | undefined;
  /** The ids of its processes. */
  running(): readonly number[];
  /** Another `powershell`: our own, with variables of Program.cs; returns its path. */
  variant(name: string, variables: Readonly<Record<string, string>>): string;
  remove(): void;
}

export function preparePowerShell(): LabPowerShell {
  const said = execFileSync(process.execPath, [join(ROOT, 'test/lab/powershell/engine.mjs')], { encoding: 'utf8' });
  const built = JSON.parse(said.trim().split('\n').at(-1) ?? '') as { readonly program: string; readonly own?: string };
  const root = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-powershell-'));
  chmodSync(root, 0o755);
  // The cache is in somebody's home, where other accounts see nothing.
  const own = built.own === undefined ? undefined : join(copyFolder(dirname(built.own), join(root, 'engine')), 'powershell');
  const program = own !== undefined && built.program === built.own ? own : built.program;
  const realProgram = realpathSync(program);
  const folderOf = (name: string, target: string): string => {
    mkdirSync(join(root, name));
    symlinkSync(target, join(root, name, 'powershell'));
    return join(root, name);
  };
  return {
    folder: folderOf('bin', program),
    program,
    ownFolder: own === undefined ? undefined : folderOf('own', own),
    running: () => processIds().filter((pid) => programOf(pid) === realProgram),
    variant: (name, variables) => {
      if (own === undefined) throw new Error('our own engine was not built');
      const file = join(root, name, 'powershell');
      mkdirSync(dirname(file));
      const settings = Object.entries(variables).map(([variable, value]) => `export ${variable}='${value}'`);
      writeFileSync(file, ['#!/bin/sh', ...settings, `exec '${own}' "$@"`, ''].join('\n'));
      chmodSync(file, 0o755);
      return file;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A copy of links, which costs nothing, where both are on one file system. */
export function copyFolder(from: string, to: string): string {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    // They are not.
    execFileSync('cp', ['-a', from, to], { stdio: 'pipe' });
  }
  chmodSync(to, 0o755);
  return to;
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return ''; // it ended meanwhile
  }
}
