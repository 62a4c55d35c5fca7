// `rdp-diagnostics collector --print`: the script as it is, and what becomes of it where somebody else runs it: a file that `diagnose` reads.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { needs } from '../needs';
import { ROOT } from '../places';
import { json, rdpDiagnostics } from './commandLine';

describe('rdp-diagnostics collector', function () {
  this.timeout(180_000);

  it('prints the script exactly, and how to run it beside it', async () => {
    const { code, out, err } = await rdpDiagnostics('collector', '--print');
    deepEqual([code, out], [0, readFileSync(join(ROOT, 'src/collector/collect.ps1'), 'utf8')]);
    match(err, /Set-Content/);
    match(err, /rdp-diagnostics diagnose/);
  });

  for (const words of [[], ['--print', 'x'], ['x']]) {
    it(`wants to be asked: "${words.join(' ')}"`, async () => {
      const { code, out, err } = await rdpDiagnostics('collector', ...words);
      deepEqual([code, out], [2, '']);
      match(err, /collector takes --print/);
    });
  }

  describe('run by somebody else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rdp-collector-'));
    let powershell: LabPowerShell | undefined;

    before(function () {
      this.timeout(600_000);
      needs(this, 'powershell');
      powershell = preparePowerShell();
    });
    after(() => {
      powershell?.remove();
      rmSync(folder, { recursive: true });
    });

    it('gives a snapshot that is diagnosed, as the usage says', async () => {
      const { out, err } = await rdpDiagnostics('collector', '--print');
      writeFileSync(join(folder, 'collect.ps1'), out);
      const command = /-Command "(.*)"$/m.exec(err)?.[1];
      ok(command !== undefined, err);
      // The engine of the lab comes without cmdlets for files.
      const setContent = "function Set-Content($Encoding, $Path) { if ($Encoding -eq 'UTF8') { [IO.File]::WriteAllLines(\"$PWD/$Path\", [string[]]@($input)) } }";
      writeFileSync(join(folder, 'start.ps1'), `${setContent}\n${command.replace('.\\', './')}\n`);
      execFileSync(powershell?.program ?? '', ['-File', join(folder, 'start.ps1')], { cwd: folder, env: { ...process.env, COMPUTERNAME: 'RDS01' } });
      const ran = await rdpDiagnostics('diagnose', '--format', 'json', folder);
      const [file] = (json(ran) as { readonly files: readonly { readonly path: string; readonly at: string; readonly error?: string }[] }).files;
      deepEqual([ran.code, file?.path], [2, join(folder, 'RDS01.rdpsnapshot.json')]);
      match(file?.error ?? '', /shows nothing of its server/);
      match(file?.at ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);
      // Of a machine that shows nothing nothing is said, and least of all that all is well.
      const text = await rdpDiagnostics('diagnose', folder);
      equal(text.err, `${file?.error ?? ''}\n`);
      match(text.out, /^1 {2}Connections +not seen$/m);
    });
  });
});
