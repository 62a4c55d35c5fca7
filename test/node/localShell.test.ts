// PowerShell on this computer. On Windows it is the real one; elsewhere the lab's takes its place, and the refusal is tested too.

import { equal, match, ok } from 'node:assert/strict';
import { hostname } from 'node:os';
import { isAbsolute } from 'node:path';
import { english } from '../../src/core/messages/english';
import type { Executor } from '../../src/core/ports';
import { shellOver } from '../../src/core/shell/shell';
import { greet } from '../../src/core/shell/greeting';
import { openLocal, thisComputer } from '../../src/node/localShell';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { needs, needsSystem } from '../needs';
import { shellContract } from './shellContract';
import { failed, never, value } from './sshLab';

describe('the local shell', function () {
  this.timeout(120_000);
  let lab: LabPowerShell | undefined;
  const prepared = (): LabPowerShell => {
    if (lab === undefined) throw new Error('no PowerShell');
    return lab;
  };
  const openWith = (powershell: string): Executor => value(openLocal({ platform: 'win32', programs: { powershell } }));

  before(async function () {
    this.timeout(600_000);
    needsSystem(this, 'Unix');
    needs(this, 'powershell');
    lab = preparePowerShell();
  });

  after(() => lab?.remove());

  shellContract(() => ({
    open: async () => openWith(prepared().program),
    openOdd: prepared().ownFolder === undefined ? undefined : async (odd) => openWith(oddOne(prepared(), odd)),
    running: () => prepared().running(),
    host: { shell: null, windows: false },
  }));
});

const variables = {
  constrained: { LAB_LANGUAGE_MODE: 'ConstrainedLanguage' },
  noLanguage: { LAB_LANGUAGE_MODE: 'NoLanguage' },
  noisy: { LAB_PROFILE_NOISE: 'Profile loaded. \u00e9' },
} as const;

const oddOne = (lab: LabPowerShell, odd: keyof typeof variables): string => lab.variant(odd, variables[odd]);

describe('the local shell of a computer without PowerShell', () => {
  it('is refused where this is not Windows, and says what it is', () => {
    const opened = openLocal({ ...thisComputer, platform: 'linux' });
    const said = failed(opened, 'unsupportedHere');
    ok(said.includes(hostname()) && said.includes('Windows only'), said);
    match(opened.ok ? '' : english(opened.failure.remedy), /over SSH/);
  });

  it('is a file at a fixed place, never a name that is looked up', () => {
    for (const program of Object.values(thisComputer.programs)) ok(isAbsolute(program) || /^[A-Za-z]:\\/.test(program), program);
    match(thisComputer.programs.powershell ?? '', /WindowsPowerShell.v1\.0.powershell\.exe$/);
  });

  it('names the file that is missing', async () => {
    const programs = { powershell: '/nowhere/powershell.exe', pwsh: '/nowhere/pwsh.exe' };
    const executor = value(openLocal({ platform: 'win32', programs }));
    equal(executor.machine, hostname());
    match(failed(await greet(shellOver(executor, () => '0123456789abcdef'), never()), 'powerShellMissing'), /^\/nowhere\/powershell\.exe does not exist/);
  });
});
