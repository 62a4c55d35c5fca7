// `rdp-diagnostics lint --format sarif`: valid for the schema of SARIF 2.1.0 and for code scanning, as Microsoft's validator judges, and
// true to the findings.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { Log, Run } from 'sarif';
import type { RegistryEntry } from '../../src/core/formats/entry';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import { prepareSarifValidator } from '../lab/sarifProblems';
import { skipWithout } from '../needs';
import { program, type Ran } from './commandLine';

const HEADER = 'Windows Registry Editor Version 5.00';
const RDP_TCP = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
const NLA_OFF: RegistryEntry = {
  kind: 'registry',
  hive: 'machine',
  key: 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services',
  name: 'UserAuthentication',
  type: 4,
  data: Uint8Array.of(0, 0, 0, 0),
  action: 'set',
  evidence: { document: '', range: { start: 0, end: 0 } },
};

// The one thing it misses: there is no address where the project could be read about.
const KNOWN = ['warning SARIF2005 runs[0].tool.driver RDP Diagnostics'];

describe('rdp-diagnostics lint --format sarif', () => {
  let root: string;
  let folder: string;
  let problems: ReturnType<typeof prepareSarifValidator>;
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const sarif = (...words: readonly string[]): Ran & { readonly run: Run } => {
    const { status: code, stdout: out, stderr: err } = spawnSync(process.execPath, [program, 'lint', '--format', 'sarif', ...words], { cwd: folder, encoding: 'utf8' });
    const [run] = (JSON.parse(out) as Log).runs;
    ok(run);
    return { code, out, err, run };
  };

  before(() => {
    problems = prepareSarifValidator();
    root = mkdtempSync(join(tmpdir(), 'rdp-cli-'));
    folder = join(root, 'repository');
    put('a b/ü#1.reg', [HEADER, RDP_TCP, '"PortNumber"=dword:00003389', '"UserAuthentication"=dword:0', 'junk', ''].join('\r\n'));
    put('a b/twice.reg', [HEADER, RDP_TCP, '"PortNumber"=dword:00000d3d', '"PortNumber"=dword:00000d3e', ''].join('\r\n'));
    put('Machine/registry.pol', writeRegistryPol([NLA_OFF]));
    put('Machine/cut.pol', writeRegistryPol([NLA_OFF]).subarray(0, 60));
    put('old.reg', 'REGEDIT5\r\n{0} [a](b)\r\n');
    writeFileSync(join(root, 'outside.reg'), 'REGEDIT5\r\n');
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  it('is valid for the standard and for code scanning', function () {
    if (problems === undefined) return skipWithout(this, 'a SARIF validator for this platform');
    const { code, out, run } = sarif('.', '../outside.reg');
    equal(code, 1);
    ok((run.results ?? []).length > 5);
    deepEqual(problems(out), KNOWN);
  });

  it('is valid without findings and with files that could not be read', function () {
    if (problems === undefined) return skipWithout(this, 'a SARIF validator for this platform');
    put('clean.reg', [HEADER, RDP_TCP, '"PortNumber"=dword:00000d3d', ''].join('\r\n'));
    const clean = sarif('clean.reg');
    deepEqual([clean.code, clean.run.results, clean.run.invocations], [0, [], [{ executionSuccessful: true, toolExecutionNotifications: [] }]]);
    deepEqual(problems(clean.out), KNOWN);
    const missing = sarif('missing.reg', 'clean.reg');
    equal(missing.code, 2);
    const [invocation] = missing.run.invocations ?? [];
    equal(invocation?.executionSuccessful, false);
    const [told] = invocation.toolExecutionNotifications ?? [];
    deepEqual([told?.level, told?.locations?.[0]?.physicalLocation?.artifactLocation], ['error', { uri: 'missing.reg', uriBaseId: 'SRCROOT' }]);
    match(told?.message.text ?? '', /missing\.reg cannot be read/);
    deepEqual(problems(missing.out), KNOWN);
  });

  it('is judged by a validator that notices faults', function () {
    if (problems === undefined) return skipWithout(this, 'a SARIF validator for this platform');
    const { out } = sarif('.');
    match(problems(out.replace('"semanticVersion"', '"semanticVersio"')).join('\n'), /error JSON1005 .*semanticVersio/);
    match(problems(out.replace('"startLine":3', '"startLine":0')).join('\n'), /error JSON/);
    match(problems(out.replace(/"ruleIndex":\d+/, '"ruleIndex":99')).join('\n'), /error SARIF1\d\d\d/);
  });

  it('says of a finding what it is, where, and what would mend it', () => {
    const { run } = sarif('a b/ü#1.reg');
    equal(run.columnKind, 'utf16CodeUnits');
    match(run.tool.driver.semanticVersion ?? '', /^\d+\.\d+\.\d+$/);
    const rules = run.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex = -1 } of run.results ?? []) equal(rules[ruleIndex]?.id, ruleId);
    const trap = run.results?.find(({ ruleId }) => ruleId === 'RDP201');
    const uri = 'a%20b/%C3%BC%231.reg';
    deepEqual([trap?.level, trap?.message.text], ['error', 'PortNumber is 0x3389 = 13193; port 3389 is dword:00000d3d.']);
    deepEqual(trap?.locations, [
      { physicalLocation: { artifactLocation: { uri, uriBaseId: 'SRCROOT' }, region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 28 } } },
    ]);
    deepEqual(trap.fixes, [
      {
        description: { text: 'Set to 3389 (dword:00000d3d)' },
        artifactChanges: [
          {
            artifactLocation: { uri, uriBaseId: 'SRCROOT' },
            replacements: [{ deletedRegion: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 28 }, insertedContent: { text: 'dword:00000d3d' } }],
          },
        ],
        properties: { effect: 'changes-behaviour' },
      },
    ]);
    match(trap.partialFingerprints?.['primaryLocationLineHash'] ?? '', /^[0-9a-f]{32}:1$/);
    const rule = rules.find(({ id }) => id === 'RDP201');
    deepEqual(rule?.defaultConfiguration, { level: 'error' });
    deepEqual([rule.properties?.['symptom'], rule.properties?.tags], [2, ['remote-desktop', 'symptom-2']]);
    match(rule.help?.markdown ?? '', /^# RDP201: /);
    match(rule.help?.text ?? '', /^`?PortNumber has digits/);
  });

  it('names another statement a finding is about', () => {
    const { run } = sarif('a b/twice.reg');
    const twice = run.results?.find(({ relatedLocations }) => relatedLocations !== undefined);
    equal(twice?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 4);
  });

  it('counts bytes where a file is no text, and gives a line all the same', () => {
    const { run } = sarif('Machine/registry.pol');
    deepEqual(run.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.region), [{ startLine: 1, byteOffset: 8, byteLength: writeRegistryPol([NLA_OFF]).length - 8 }]);
  });

  it('leaves no text of a file to be taken for a place to fill in or a link', () => {
    const { run } = sarif('old.reg');
    for (const { message } of run.results ?? []) equal(/(?<!\{)\{\d|(?<!\\)\]\(/.test(message.text ?? ''), false, message.text);
  });

  it('gives the whole address of a file outside the current folder', () => {
    const { run } = sarif('../outside.reg');
    const place = run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    match(place?.uri ?? '', /^file:\/\/\/.*\/outside\.reg$/);
    equal(place?.uriBaseId, undefined);
  });
});
