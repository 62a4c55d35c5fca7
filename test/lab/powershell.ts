// The PowerShell of the tests (powershell/engine.mjs) where every account of this machine can run it, and variants of it that behave as
// a restricted or a talkative one does.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../places';

export interface LabPowerShell {
  /** A folder that holds `powershell` and nothing else, for a PATH. */
  readonly folder: string;
  /** The program itself. */
  readonly program: string;
  /** The ids of its processes. */
  running(): readonly number[];
  /** Another `powershell`, with variables of Program.cs; returns its path. */
  variant(name: string, variables: Readonly<Record<string, string>>): string;
  remove(): void;
}

export function preparePowerShell(): LabPowerShell {
  const built = execFileSync(process.execPath, [join(ROOT, 'test/lab/powershell/engine.mjs')], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  const root = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-powershell-'));
  chmodSync(root, 0o755);
  const own = built.includes('rdp-diagnostics-lab');
  const program = own ? join(root, 'engine', 'powershell') : built;
  if (own) {
    try {
      execFileSync('cp', ['-al', dirname(built), join(root, 'engine')], { stdio: 'pipe' });
    } catch {
      // The cache is on another file system.
      execFileSync('cp', ['-a', dirname(built), join(root, 'engine')], { stdio: 'pipe' });
    }
    chmodSync(join(root, 'engine'), 0o755);
  }
  const realProgram = realpathSync(program);
  const folder = join(root, 'bin');
  mkdirSync(folder);
  symlinkSync(program, join(folder, 'powershell'));
  return {
    folder,
    program,
    running: () => processIds().filter((pid) => programOf(pid) === realProgram),
    variant: (name, variables) => {
      const file = join(root, name, 'powershell');
      mkdirSync(dirname(file));
      const settings = Object.entries(variables).map(([variable, value]) => `export ${variable}='${value}'`);
      writeFileSync(file, ['#!/bin/sh', ...settings, `exec '${program}' "$@"`, ''].join('\n'));
      chmodSync(file, 0o755);
      return file;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return ''; // it ended meanwhile
  }
}
