// Every script that is sent to a machine: read by PowerShell's own parser, no newer than what has to read it, and made of what is on its
// list. What is not on a list is a change of what we do on other people's servers.

import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparePowerShell, type LabPowerShell } from '../lab/powershell';
import { needs, needsSystem } from '../needs';
import { ROOT } from '../places';
import { allowed } from './allowed';
import { scriptFacts, scriptProblems, type Allowed, type Fact } from './scriptFacts';

const folder = join(ROOT, 'src/collector');

describe('the scripts', function () {
  this.timeout(60_000);
  let powershell: LabPowerShell | undefined;

  before(function () {
    this.timeout(600_000);
    needsSystem(this, 'Unix');
    needs(this, 'powershell');
    powershell = preparePowerShell();
  });

  after(() => powershell?.remove());

  const factsOf = (scripts: readonly string[]): readonly (readonly Fact[])[] => scriptFacts(powershell?.program ?? '', scripts);

  it('are each on the list', () => {
    deepEqual(readdirSync(folder).sort(), Object.keys(allowed).sort());
  });

  for (const [name, list] of Object.entries(allowed)) {
    it(`hold nothing that is not allowed: ${name}`, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const facts = factsOf([text])[0] ?? [];
      deepEqual(scriptProblems(text, facts, list), []);
      // And nothing is allowed that is not there: the list says what the script does.
      const used = new Set(facts.map(({ what }) => what.toLowerCase()));
      deepEqual([...list.commands, ...list.parameters, ...list.members, ...list.types].filter((one) => !used.has(one.toLowerCase())), []);
    });
  }

  it('start these programs and call these methods of CIM, by constant names', () => {
    const text = readFileSync(join(folder, 'collect.ps1'), 'utf8');
    const called = (pattern: RegExp): readonly (string | undefined)[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[0]))].sort();
    deepEqual(called(/(?<!function )\bRun (?:'([^']+)')?/g), ['netstat.exe', 'powercfg.exe', 'qwinsta.exe', 'sc.exe', 'secedit.exe', 'tasklist.exe']);
    const firstWords = [...text.matchAll(/(?<!function )\bRun '(?:sc|powercfg|secedit)\.exe' ["'](\/?\w+)/g)].map((match) => match[1]).sort();
    deepEqual(firstWords, ['/export', '/q', 'queryex']);
    const methods = ['GetActivationStatus', 'GetGracePeriodDays', 'GetSpecifiedLicenseServerList', 'GetTStoLSConnectivityStatus'];
    deepEqual(called(/(?<!function |-)\bCimMethod (?:\$\w+ '([^']+)')?/g), methods);
    // With a second argument it would open for writing.
    deepEqual(called(/OpenSubKey\([^)]*,/g), []);
    deepEqual(called(/\.Open\(([^)]*)\)/g).filter((how) => how !== ''), ["[Security.Cryptography.X509Certificates.OpenFlags]'ReadOnly, OpenExistingOnly'"]);
  });

  it('would be refused with any of these', () => {
    const planted: Readonly<Record<string, RegExp>> = {
      'if ( {': /error/,
      '$a = $true ? 1 : 2': /PowerShell 7/,
      '$a = $b ?? 2': /PowerShell 7 QuestionQuestion/,
      '$b ??= 2': /PowerShell 7 QuestionQuestionEquals/,
      '${a}?.Length': /PowerShell 7/,
      'Get-Date && Get-Date': /PowerShell 7/,
      'Get-Date &': /PowerShell 6 background/,
      '$a = 1u': /PowerShell 7 number/,
      '$a = 0b11': /PowerShell 7 number/,
      '$a = "`e[0m"': /PowerShell 7 escape/,
      '$a = "`u{1F600}"': /PowerShell 7 escape/,
      'class A { }': /PowerShell 5 type definition/,
      'enum A { B }': /PowerShell 5 type definition/,
      '$a = [Version]::new(1, 2)': /PowerShell 5 ::new/,
      '$a = 1 -in 1, 2': /PowerShell 3 Iin/,
      '$a = [ordered]@{}': /PowerShell 3 \[ordered\]/,
      '1 | Where-Object Length': /PowerShell 3 Where-Object/,
      "Invoke-Expression 'x'": /command Invoke-Expression/,
      '& $what': /command Ampersand \$what/,
      '. ./other.ps1': /command/,
      'iex x': /command iex/,
      'Get-Item -Force x': /parameter Get-Item -Force/,
      '$with = @{}; Get-Item @with': /parameter Get-Item @with/,
      '$key.SetValue(1, 2)': /member \.SetValue\(\)/,
      '[IO.File]::Delete(1)': /member \[IO\.File\]::Delete\(\)/,
      '$process.PriorityClass = 1': /member set \.PriorityClass/,
      '$a.$b()': /member \.\$b\(\)/,
      '[Net.WebClient]': /type Net\.WebClient/,
      '[IO.File]$a = $b': /type IO\.File/,
      "'x' > out.txt": /redirection: out\.txt/,
      '"$input"': /standard input/,
      "'\u00e9'": /not ASCII/,
      "'x'\r\n": /not LF/,
    };
    const none: Allowed = { version: 2, commands: [], parameters: [], members: ['.ToString()'], types: ['Version'] };
    const fine = 'function One($a) { 0x1f.ToString() }\nOne 1';
    const texts = [...Object.keys(planted), fine];
    const facts = factsOf(texts);
    const problems = texts.map((text, index) => scriptProblems(text, facts[index] ?? [], none));
    for (const [index, [text, expected]] of Object.entries(planted).entries()) {
      ok(problems[index]?.some((problem) => expected.test(problem)), `${JSON.stringify(text)} gives ${JSON.stringify(problems[index])}`);
    }
    deepEqual(problems.at(-1), []);
  });
});
