// `rdp-diagnostics diagnose`: saved snapshots, one or a fleet, good and bad. The JSON shapes are the product's contract.
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES } from '../places';
import { json, rdpDiagnostics } from './commandLine';

const healthyPath = join(FIXTURES, 'snapshots/session-host-2022.rdpsnapshot.json');
const healthy = readFileSync(healthyPath, 'utf8');

interface Row {
  readonly path: string;
  readonly host: string | null;
  readonly at: string | null;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly message: string; readonly places: readonly object[]; readonly unseen: readonly string[] }[];
  readonly unseen: readonly string[];
  readonly error?: string;
}

interface LintRow {
  readonly format: string;
  readonly findings: readonly { readonly code: string; readonly line: number; readonly column: number }[];
}

describe('rdp-diagnostics diagnose', function () {
  this.timeout(60_000);
  let folder = '';
  let fleet = '';
  const write = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const changed = (from: RegExp, to: string): string => {
    const text = healthy.replace(from, to);
    ok(text !== healthy, String(from));
    return text;
  };
  const rows = async (...words: readonly string[]): Promise<{ readonly code: number | null; readonly err: string; readonly files: readonly Row[] }> => {
    const ran = await rdpDiagnostics('diagnose', '--format', 'json', ...words);
    return { code: ran.code, err: ran.err, ...(json(ran) as { readonly files: readonly Row[] }) };
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-diagnose-'));
    fleet = join(folder, 'fleet');
    mkdirSync(join(fleet, 'site b'), { recursive: true });
    writeFileSync(join(fleet, 'rds01.rdpsnapshot.json'), healthy);
    writeFileSync(join(fleet, 'site b', 'RDS02.RdpSnapshot.json'), changed(/("fDenyTSConnections",\s*"type": 4,\s*"data": ")00/, '$101').replaceAll('rds01.', 'rds02.'));
    writeFileSync(join(fleet, 'notes.json'), '{}');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the report of a healthy server and exits 0', async () => {
    const { code, out, err } = await rdpDiagnostics('diagnose', healthyPath);
    deepEqual([code, err], [0, '']);
    match(out, /session-host-2022\.rdpsnapshot\.json/);
    match(out, /RDS01/i);
    doesNotMatch(out, /undefined|\[object|\{\d\}/);
  });

  it('spells out below the report what it found and why it matters', async () => {
    const path = write('refused.rdpsnapshot.json', changed(/("fDenyTSConnections",\s*"type": 4,\s*"data": ")00/, '$101'));
    const { out } = await rdpDiagnostics('diagnose', path);
    match(out, /\n\nFindings\nerror RDP101, symptom 1: .+\.\n {3}.+\.\n/);
    doesNotMatch((await rdpDiagnostics('diagnose', healthyPath)).out, /^Findings/m);
  });

  it('prints the contract as JSON, of a folder and of a file', async () => {
    const { code, err, files } = await rows(fleet, healthyPath);
    deepEqual([code, err], [1, '']);
    deepEqual(files.map(({ path, host, at }) => [path, host, at]), [
      [join(fleet, 'rds01.rdpsnapshot.json'), 'rds01.corp.example', '2026-11-20T08:00:00Z'],
      [join(fleet, 'site b', 'RDS02.RdpSnapshot.json'), 'rds02.corp.example', '2026-11-20T08:00:00Z'],
      [healthyPath, 'rds01.corp.example', '2026-11-20T08:00:00Z'],
    ]);
    const [first, second] = files;
    deepEqual(first?.findings, []);
    const denied = second?.findings.find((finding) => finding.code === 'RDP101');
    deepEqual(Object.keys(denied ?? {}), ['code', 'severity', 'symptom', 'message', 'places', 'unseen']);
    deepEqual(denied?.places, [{ key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server', name: 'fDenyTSConnections' }]);
  });

  it('ends the reports of a fleet with a line for each', async () => {
    const { code, out } = await rdpDiagnostics('diagnose', fleet);
    equal(code, 1);
    const [first, second] = ['rds01.rdpsnapshot.json', 'site b/RDS02.RdpSnapshot.json'].map((name) => join(fleet, name));
    const lines = out.trimEnd().split('\n').slice(-3);
    deepEqual([lines[0], lines[1]?.startsWith(`   ${first ?? ''} `), lines[2]?.startsWith(`   ${second ?? ''}  `)], ['Snapshots: 2', true, true]);
    match(lines[1] ?? '', / {2}no error and no warning$/);
    match(lines[2] ?? '', / {2}.*1 (?:error|warning)/);
    doesNotMatch((await rdpDiagnostics('diagnose', healthyPath)).out, /^Snapshots:/m);
  });

  it('tells what was not seen, for a program and in the line of a fleet', async () => {
    const blind = join(folder, 'partly');
    mkdirSync(blind);
    const failure = '{ "ms": 1, "failure": { "reason": "accessDenied", "detail": "0x5" } }';
    writeFileSync(join(blind, 'a.rdpsnapshot.json'), changed(/("power": )\{[^{}]*"data": \{[^{}]*\},\s*"unseen": \[\]\s*\}/, `$1${failure}`));
    writeFileSync(join(blind, 'b.rdpsnapshot.json'), healthy);
    const { code, files } = await rows(blind);
    deepEqual([code, ...files.map(({ unseen }) => unseen)], [0, ['power'], []]);
    match((await rdpDiagnostics('diagnose', blind)).out, /a\.rdpsnapshot\.json {2}no error and no warning, sections not seen: 1\n.*b\.rdpsnapshot\.json {2}no error and no warning\n$/);
  });

  it('fails only on what --fail-on says', async () => {
    const path = write('warned.rdpsnapshot.json', changed(/("UserAuthentication",\s*"type": 4,\s*"data": ")01/, '$100'));
    const { files } = await rows(path);
    deepEqual(files[0]?.findings.map(({ severity }) => severity).includes('error'), false);
    equal((await rows(path)).code, 1);
    equal((await rows('--fail-on', 'error', path)).code, 0);
  });

  it('reports what cannot be read, goes on, and exits 2', async () => {
    const bad = [
      [write('text.rdpsnapshot.json', 'not JSON'), /it is not JSON, or it is cut off/],
      [write('cut.rdpsnapshot.json', healthy.slice(0, healthy.length / 2)), /it is not JSON, or it is cut off/],
      [write('other.rdpsnapshot.json', '{"kind":"something"}'), /no snapshot/],
      [write('newer.rdpsnapshot.json', changed(/"schema": 1/, '"schema": 7')), /7/],
      [write('damaged.rdpsnapshot.json', changed(/"build": 20348/, '"build": "20348"')), /sections\.host/],
      [write('empty.rdpsnapshot.json', ''), /it is not JSON, or it is cut off/],
      [join(folder, 'missing.rdpsnapshot.json'), /does not exist/],
    ] as const;
    const empty = join(folder, 'nothing');
    mkdirSync(empty);
    const paths = [...bad.map(([path]) => path), empty, healthyPath];
    const { code, files } = await rows(...paths);
    equal(code, 2);
    deepEqual(files.map(({ path }) => path), paths);
    for (const [index, [path, says]] of bad.entries()) {
      const { host, at, findings, error = '' } = files[index] ?? { host: '', at: '', findings: [] };
      deepEqual([host, at, findings], [null, null, []], path);
      match(error, says);
      ok(error.includes(path), error);
    }
    match(files.at(-2)?.error ?? '', /holds no file whose name ends in \.rdpsnapshot\.json/);
    equal(files.at(-1)?.error, undefined);
    const text = await rdpDiagnostics('diagnose', ...paths);
    equal(text.code, 2);
    equal(text.err.trimEnd().split('\n').length, paths.length - 1);
    match(text.out, /RDS01/i);
  });

  it('reads what PowerShell writes into a file', async () => {
    const path = write('utf16.rdpsnapshot.json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(healthy, 'utf16le')]));
    const { code, files } = await rows(path);
    deepEqual([code, files[0]?.host, files[0]?.findings], [0, 'rds01.corp.example', []]);
  });

  it('does not let a snapshot steer the terminal', async () => {
    const path = write('hostile.rdpsnapshot.json', changed(/"dnsName": "[^"]*"/, '"dnsName": "\\u001b[2Jrds\\u202e01"'));
    const { out } = await rdpDiagnostics('diagnose', path);
    ok(!/[\x1b\u202e]/.test(out), out);
  });

  it('needs a path', async () => {
    const { code, out, err } = await rdpDiagnostics('diagnose');
    deepEqual([code, out], [2, '']);
    match(err, /at least one snapshot/);
  });

  it('is what lint says of a snapshot, with the section of the file', async () => {
    const path = join(fleet, 'site b', 'RDS02.RdpSnapshot.json');
    const ran = await rdpDiagnostics('lint', '--format', 'json', path);
    const [file] = (json(ran) as { readonly files: readonly LintRow[] }).files;
    deepEqual([ran.code, file?.format], [1, 'snapshot']);
    deepEqual(file?.findings.map((finding) => finding.code).sort(), (await rows(path)).files[0]?.findings.map((finding) => finding.code).sort());
    const line = readFileSync(path, 'utf8').split('\n').findIndex((text) => text.startsWith('  "registry":')) + 1;
    ok(file?.findings.some((finding) => finding.code === 'RDP101' && finding.line === line && finding.column === 3), ran.out);
    const broken = await rdpDiagnostics('lint', join(folder, 'cut.rdpsnapshot.json'));
    deepEqual([broken.code, broken.out], [2, '']);
    match(broken.err, /it is not JSON, or it is cut off/);
  });
});
