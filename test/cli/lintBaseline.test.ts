// `rdp-diagnostics lint --baseline` and `--write-baseline`: what is accepted, what is told of the rest, and what is refused.
import { deepEqual, equal, match } from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { json, rdpDiagnostics } from './commandLine';

const HEADER = 'Windows Registry Editor Version 5.00';
const RDP_TCP = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
const NLA_OFF = '"UserAuthentication"=dword:00000000';
const TRAP = '"PortNumber"=dword:00003389';

describe('rdp-diagnostics lint with a baseline', () => {
  let folder: string;
  let baseline: string;
  const put = (path: string, ...lines: readonly string[]): string => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, lines.join('\r\n'));
    return whole;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-cli-'));
    baseline = join(folder, 'kept', 'accepted.json');
    mkdirSync(join(folder, 'kept'));
    put('gpos/a.reg', HEADER, RDP_TCP, NLA_OFF, '');
    put('gpos/deep/b.reg', HEADER, RDP_TCP, TRAP, '');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const accept = (): Promise<unknown> => rdpDiagnostics('lint', join(folder, 'gpos'), '--write-baseline', baseline);

  it('writes what there is, with paths from the folder of the file, and has then nothing to tell', async () => {
    const { code, out, err } = await rdpDiagnostics('lint', join(folder, 'gpos'), '--write-baseline', baseline);
    deepEqual([code, out, err], [0, '', `Accepted findings in ${baseline}: 2.\n`]);
    const rows = (JSON.parse(readFileSync(baseline, 'utf8')) as { readonly findings: readonly { readonly path: string; readonly code: string; readonly message: string }[] }).findings;
    deepEqual(rows.map(({ path, code: rule, message }) => [path, rule, message]), [
      ['../gpos/a.reg', 'RDP501', 'UserAuthentication is 0: RDP-Tcp gives a session to clients that have not authenticated yet.'],
      ['../gpos/deep/b.reg', 'RDP201', 'PortNumber is 0x3389 = 13193; port 3389 is dword:00000d3d.'],
    ]);
  });

  it('leaves out what is accepted, also after a line was added and the file was stored as UTF-16', async () => {
    await accept();
    writeFileSync(join(folder, 'gpos', 'a.reg'), Buffer.from(`\ufeff${[HEADER, '', '; one more', RDP_TCP, NLA_OFF, ''].join('\r\n')}`, 'utf16le'));
    const { code, out, err } = await rdpDiagnostics('lint', join(folder, 'gpos'), '--baseline', baseline);
    deepEqual([code, out, err], [0, '', `Accepted by ${baseline} and left out: 2.\n`]);
  });

  it('tells what is new, and fails for it', async () => {
    await accept();
    const path = put('gpos/a.reg', HEADER, RDP_TCP, NLA_OFF, TRAP, '');
    const { code, out, err } = await rdpDiagnostics('lint', join(folder, 'gpos'), '--baseline', baseline);
    deepEqual([code, out, err], [1, `${path}:4:1: error RDP201 PortNumber is 0x3389 = 13193; port 3389 is dword:00000d3d.\n`, `Accepted by ${baseline} and left out: 2.\n`]);
    const ran = await rdpDiagnostics('lint', join(folder, 'gpos'), '--baseline', baseline, '--format', 'json');
    const { files } = json(ran) as { readonly files: readonly { readonly path: string; readonly findings: readonly { readonly code: string }[] }[] };
    deepEqual(files.map(({ findings }) => findings.map(({ code: rule }) => rule)), [['RDP201'], []]);
  });

  it('accepts as many findings that say the same as there were', async () => {
    const path = put('gpos/junk.reg', HEADER, RDP_TCP, 'junk', 'junk', '');
    await accept();
    put('gpos/junk.reg', HEADER, RDP_TCP, 'junk', 'junk', 'junk', '');
    const { code, out } = await rdpDiagnostics('lint', path, '--fail-on', 'hint', '--baseline', baseline);
    equal(code, 1);
    match(out, /^[^\n]*:5:1: \w+ RDP\d+ [^\n]*\n$/);
  });

  it('counts what no longer occurs, in what was linted only', async () => {
    await accept();
    rmSync(join(folder, 'gpos', 'deep'), { recursive: true });
    const whole = await rdpDiagnostics('lint', join(folder, 'gpos'), '--baseline', baseline);
    equal(whole.code, 0);
    equal(whole.err, `Accepted by ${baseline} and left out: 1.\nEntries of ${baseline} that no longer occur: 1. With --write-baseline it is written without them.\n`);
    const one = await rdpDiagnostics('lint', join(folder, 'gpos', 'a.reg'), '--baseline', baseline);
    equal(one.err, `Accepted by ${baseline} and left out: 1.\n`);
  });

  it('says nothing to be gone, and writes nothing, where a file could not be read', async () => {
    await accept();
    const before = readFileSync(baseline, 'utf8');
    rmSync(join(folder, 'gpos', 'deep'), { recursive: true });
    const missing = join(folder, 'missing.reg');
    const read = await rdpDiagnostics('lint', join(folder, 'gpos'), missing, '--baseline', baseline);
    deepEqual([read.code, /no longer occur/.test(read.err)], [2, false]);
    const written = await rdpDiagnostics('lint', join(folder, 'gpos'), missing, '--write-baseline', baseline);
    equal(written.code, 2);
    match(written.err, /accepted\.json was not written/);
    equal(readFileSync(baseline, 'utf8'), before);
  });

  it('gives the same for a file that is named twice', async () => {
    await accept();
    const path = join(folder, 'gpos', 'a.reg');
    equal((await rdpDiagnostics('lint', path, path, '--baseline', baseline)).code, 0);
    const first = readFileSync(baseline, 'utf8');
    await rdpDiagnostics('lint', join(folder, 'gpos'), path, '--write-baseline', baseline);
    equal(readFileSync(baseline, 'utf8'), first);
  });

  it('keeps its findings out of SARIF', async () => {
    await accept();
    const ran = await rdpDiagnostics('lint', join(folder, 'gpos'), '--baseline', baseline, '--format', 'sarif');
    equal(ran.code, 0);
    deepEqual((json(ran) as { readonly runs: readonly { readonly results: readonly unknown[] }[] }).runs.map(({ results }) => results), [[]]);
  });

  for (const [name, content, says] of [
    ['is no JSON', '{', /accepted\.json cannot be used as a baseline: it is not what --write-baseline writes\. Nothing was checked\./],
    ['is of another version', '{"kind":"rdp-diagnostics-baseline","version":9,"findings":[]}', /another version than 1/],
    ['is not there', undefined, /accepted\.json cannot be read: it does not exist\./],
  ] as const) {
    it(`is a failure where the file ${name}`, async () => {
      if (content !== undefined) writeFileSync(baseline, content);
      const { code, out, err } = await rdpDiagnostics('lint', join(folder, 'gpos'), '--baseline', baseline);
      deepEqual([code, out], [2, '']);
      match(err, says);
    });
  }

  it('is not written where it cannot be, and not together with another', async () => {
    const nowhere = join(folder, 'none', 'b.json');
    const { code, err } = await rdpDiagnostics('lint', join(folder, 'gpos'), '--write-baseline', nowhere);
    deepEqual([code, existsSync(nowhere)], [2, false]);
    match(err, /b\.json cannot be written: its folder does not exist\./);
    const both = await rdpDiagnostics('lint', folder, '--baseline', baseline, '--write-baseline', baseline);
    equal(both.code, 2);
    match(both.err, /exclude each other/);
  });
});
