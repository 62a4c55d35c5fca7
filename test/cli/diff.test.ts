// `rdp-diagnostics diff`: two snapshots of a server. The JSON shape is the product's contract.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES } from '../places';
import { json, rdpDiagnostics } from './commandLine';

const healthyPath = join(FIXTURES, 'snapshots/session-host-2022.rdpsnapshot.json');
const healthy = readFileSync(healthyPath, 'utf8');

interface Differences {
  readonly before: object;
  readonly after: object;
  readonly differences: readonly { readonly fact: string; readonly section: string; readonly change: string; readonly before: string | null; readonly after: string | null; readonly symptom: number | null }[];
}

describe('rdp-diagnostics diff', () => {
  let folder = '';
  const write = (name: string, from: RegExp, to: string): string => {
    const text = healthy.replace(from, to);
    ok(text !== healthy);
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-diff-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('exits 0 for two that are the same', async () => {
    const { code, out, err } = await rdpDiagnostics('diff', healthyPath, healthyPath);
    deepEqual([code, err], [0, '']);
    match(out, /No difference/);
  });

  it('exits 1 and says what changed', async () => {
    const path = write('denied.rdpsnapshot.json', /("fDenyTSConnections",\s*"type": 4,\s*"data": ")00/, '$101');
    const { code, out } = await rdpDiagnostics('diff', healthyPath, path);
    equal(code, 1);
    match(out, /fDenyTSConnections/);
    match(out, /^ {5}- .*0.*\n {5}\+ .*1/m);
  });

  it('prints the contract as JSON', async () => {
    const path = write('stopped.rdpsnapshot.json', /("TermService",\s*"installed": true,\s*"state": )4/, '$11');
    const ran = await rdpDiagnostics('diff', healthyPath, path, '--format', 'json');
    const { before, after, differences } = json(ran) as Differences;
    const head = { host: 'rds01.corp.example', at: '2026-11-20T08:00:00Z' };
    deepEqual([ran.code, before, after], [1, { path: healthyPath, ...head }, { path, ...head }]);
    deepEqual(differences.map(({ fact, section, change }) => [fact, section, change]), [['service:TermService', 'services', 'changed']]);
    const [difference] = differences;
    deepEqual(Object.keys(difference ?? {}), ['fact', 'section', 'change', 'label', 'before', 'after', 'symptom']);
    ok(difference?.before !== difference?.after);
  });

  it('takes what one of them did not see for no sameness', async () => {
    const path = write('blind.rdpsnapshot.json', /"power": \{[^{}]*"data": \{[^{}]*\},\s*"unseen": \[\]\s*\}/, '"power": { "ms": 1, "failure": { "reason": "accessDenied", "detail": "0x5" } }');
    const ran = await rdpDiagnostics('diff', healthyPath, path, '--format', 'json');
    deepEqual([ran.code, (json(ran) as Differences).differences.map(({ fact, change }) => [fact, change])], [1, [['unseen:power', 'unseen']]]);
    match((await rdpDiagnostics('diff', path, healthyPath)).out, /No difference in what both saw/);
  });

  for (const [words, says] of [
    [[], /exactly two snapshots/],
    [[healthyPath], /exactly two snapshots/],
    [[healthyPath, healthyPath, healthyPath], /exactly two snapshots/],
    [[healthyPath, '/nowhere/x.rdpsnapshot.json'], /does not exist/],
    [[__filename, healthyPath], /it is not JSON/],
    [[FIXTURES, healthyPath], /it is a folder/],
  ] as const) {
    it(`refuses ${words.length} paths (${says.source}) and exits 2`, async () => {
      const { code, out, err } = await rdpDiagnostics('diff', ...words);
      deepEqual([code, out], [2, ''], err);
      match(err, says);
    });
  }
});

describe('rdp-diagnostics redact', () => {
  it('prints the snapshot with stand-ins, as a snapshot that diagnoses the same', async () => {
    const { code, out, err } = await rdpDiagnostics('redact', healthyPath);
    deepEqual([code, err], [0, '']);
    const { sections } = JSON.parse(healthy) as { readonly sections: { readonly host: { readonly data: { readonly name: string; readonly domain: string } } } };
    for (const name of [sections.host.data.name, sections.host.data.domain]) ok(!out.toLowerCase().includes(name.toLowerCase()), `${name} is still there`);
    const path = join(mkdtempSync(join(tmpdir(), 'rdp-redact-')), 'redacted.rdpsnapshot.json');
    writeFileSync(path, out);
    const codes = async (file: string): Promise<readonly string[]> => {
      const { files } = json(await rdpDiagnostics('diagnose', file, '--format', 'json')) as { readonly files: readonly { readonly findings: readonly { readonly code: string }[] }[] };
      return files.flatMap(({ findings }) => findings.map((finding) => finding.code));
    };
    deepEqual(await codes(path), await codes(healthyPath));
    rmSync(path);
  });

  it('takes one snapshot, and says what is wrong with another file', async () => {
    const none = await rdpDiagnostics('redact');
    deepEqual([none.code, none.out], [2, '']);
    match(none.err, /exactly one snapshot/);
    const other = await rdpDiagnostics('redact', join(FIXTURES, 'snapshots'));
    equal(other.code, 2);
    ok(other.err.length > 0);
  });
});
