// `rdp-diagnostics lint`: output, exit codes, bad input. The JSON shapes are the product's contract.
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../places';
import { json, rdpDiagnostics } from './commandLine';

const HEADER = 'Windows Registry Editor Version 5.00';
const RDP_TCP = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';

describe('rdp-diagnostics lint', () => {
  let folder: string;
  const write = (name: string, ...lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\r\n'));
    return path;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-cli-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints nothing and exits 0 for a clean file', async () => {
    const path = write('clean.reg', HEADER, '', `[${RDP_TCP}]`, '"PortNumber"=dword:00000d3d', '');
    deepEqual(await rdpDiagnostics('lint', path), { code: 0, out: '', err: '' });
  });

  it('prints one line a finding, as compilers do, and exits 1', async () => {
    const path = write('trap.reg', HEADER, '', `[${RDP_TCP}]`, '"PortNumber"=dword:00003389', '');
    const { code, out } = await rdpDiagnostics('lint', path);
    equal(code, 1);
    equal(out, `${path}:4:1: error RDP201 PortNumber is 0x3389 = 13193; port 3389 is dword:00000d3d.\n`);
  });

  it('prints the contract as JSON', async () => {
    const path = write('json.reg', HEADER, '', `[${RDP_TCP}]`, '"UserAuthentication"=dword:0', '');
    const ran = await rdpDiagnostics('lint', '--format', 'json', path);
    deepEqual(json(ran), {
      files: [
        {
          path,
          format: 'reg',
          findings: [
            {
              code: 'RDP501',
              severity: 'warning',
              symptom: 3,
              message: 'UserAuthentication is 0: RDP-Tcp gives a session to clients that have not authenticated yet.',
              line: 4,
              column: 1,
              endLine: 4,
              endColumn: 29,
              places: [{ key: RDP_TCP, name: 'UserAuthentication' }],
              fixes: [{ title: 'Require NLA (UserAuthentication = 1)', effect: 'changes-behaviour' }],
              certainty: 'confirmed',
            },
          ],
        },
      ],
    });
    equal(ran.code, 1);
  });

  it('fails only on what --fail-on says', async () => {
    const path = write('warning.reg', HEADER, '', `[${RDP_TCP}]`, '"UserAuthentication"=dword:0', '');
    equal((await rdpDiagnostics('lint', '--fail-on', 'error', path)).code, 0);
    equal((await rdpDiagnostics('lint', '--fail-on', 'hint', path)).code, 1);
  });

  it('searches a folder, in a stable order, without following links', async () => {
    const inner = join(folder, 'tree', 'b');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'z.REG'), 'REGEDIT5\r\n');
    writeFileSync(join(folder, 'tree', 'a.reg'), 'REGEDIT5\r\n');
    writeFileSync(join(folder, 'tree', 'c.txt'), 'REGEDIT5\r\n');
    writeFileSync(join(folder, 'tree', 'd.txt'), 'plain text');
    symlinkSync(join(folder, 'tree'), join(inner, 'loop'));
    const { out } = await rdpDiagnostics('lint', join(folder, 'tree'));
    deepEqual(
      out.trim().split('\n').map((line) => line.split(':')[0]),
      [join(folder, 'tree', 'a.reg'), join(inner, 'z.REG'), join(folder, 'tree', 'c.txt')],
    );
  });

  it('reports the other files when one cannot be read, and exits 2', async () => {
    const path = write('other.reg', 'REGEDIT5', '');
    const missing = join(folder, 'missing.reg');
    const ran = await rdpDiagnostics('lint', '--format', 'json', missing, path);
    equal(ran.code, 2);
    const { files } = json(ran) as { readonly files: readonly { readonly path: string; readonly error?: string; readonly findings: readonly unknown[] }[] };
    deepEqual(files.map(({ path: name, findings }) => [name, findings.length]), [[missing, 0], [path, 1]]);
    match(files[0]?.error ?? '', /missing\.reg cannot be read: it does not exist\./);
  });

  for (const [name, bytes] of [
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(5000)],
    ['a mark alone', Buffer.from([0xff, 0xfe])],
    ['half a character', Buffer.from('\ufeffWindows', 'utf16le').subarray(0, 9)],
    ['UTF-16 without its mark', Buffer.from(HEADER, 'utf16le')],
    ['every byte there is', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ] as const) {
    it(`says that a .reg file with ${name} is not imported`, async () => {
      const path = join(folder, 'bad.reg');
      writeFileSync(path, bytes);
      const { code, out, err } = await rdpDiagnostics('lint', path);
      deepEqual([code, err], [1, '']);
      match(out, /error RDP00[13]/);
    });
  }

  it('reports a folder that cannot be read and everything beside it', async () => {
    const locked = join(folder, 'mixed', 'locked');
    mkdirSync(locked, { recursive: true });
    writeFileSync(join(folder, 'mixed', 'a.reg'), 'REGEDIT5\r\n');
    chmodSync(locked, 0);
    // Root reads everything: then the command runs as nobody, from a copy that nobody can read.
    const copies = join(folder, 'dist');
    cpSync(join(ROOT, 'dist'), copies, { recursive: true, filter: (name) => !name.endsWith('.map') });
    chmodSync(folder, 0o755);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const { status: code, stdout: out, stderr: err } = spawnSync(process.execPath, [join(copies, 'cli.js'), 'lint', join(folder, 'mixed')], { ...nobody, encoding: 'utf8', cwd: folder });
    chmodSync(locked, 0o700);
    equal(code, 2);
    match(out, /a\.reg.*RDP002/);
    match(err, /locked cannot be read: access is denied\./);
  });

  it('follows links to files', async () => {
    const links = join(folder, 'links');
    mkdirSync(links);
    symlinkSync(write('linked.txt', 'REGEDIT5', ''), join(links, 'l.reg'));
    match((await rdpDiagnostics('lint', links)).out, /l\.reg.*RDP002/);
  });

  it('says so when a named file is in no known format', async () => {
    const { code, out, err } = await rdpDiagnostics('lint', write('notes.txt', 'plain text'));
    deepEqual([code, out], [0, '']);
    match(err, /notes\.txt is in no format that is known here/);
  });

  it('prints no control characters of a file', async () => {
    const { out } = await rdpDiagnostics('lint', write('colour.reg', HEADER, '\x1b[31mred \u202e', ''));
    match(out, /RDP023/);
    equal(/[\x1b\u202e]/.test(out), false);
  });

  it('ends quietly when its reader does', async () => {
    const lines = [HEADER, ...Array.from({ length: 50_000 }, (_, i) => `junk ${String(i)}`), ''];
    const path = write('long.reg', ...lines);
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'lint', path], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    deepEqual([err, code], ['', 0]);
  });

  for (const [words, says] of [
    [['lint'], /needs at least one file/],
    [['lint', '--format', 'xml', '.'], /--format is one of text, json, sarif, not "xml"\./],
    [['lint', '--fail-on', 'all', '.'], /--fail-on is one of/],
    [['lint', '--strange', '.'], /Unknown option '--strange'\./],
    [['lint', '--format'], /--format/],
    [['lint', '--rdp-only', '.'], /^lint takes no --rdp-only; that option belongs to: show\./],
    [['lint', '--explain-import', '--baseline', 'b.json', '.'], /^lint --explain-import takes no --baseline; that option belongs to: lint\./],
    [['show', '--write-baseline', 'b.json', '.'], /^show takes no --write-baseline; that option belongs to: lint\./],
    [['tidy'], /Unknown command: tidy\./],
  ] as const) {
    it(`"${words.join(' ')}" is refused with a sentence and exit code 2`, async () => {
      const { code, out, err } = await rdpDiagnostics(...words);
      deepEqual([code, out], [2, '']);
      match(err, says);
    });
  }

  it('prints its usage and its version', async () => {
    match((await rdpDiagnostics('--help')).out, /^Usage: rdp-diagnostics COMMAND/);
    match((await rdpDiagnostics('--version')).out, /^\d+\.\d+\.\d+\n$/);
    equal((await rdpDiagnostics()).code, 0);
  });
});

describe('rdp-diagnostics lint --explain-import', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rdp-cli-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints the contract as JSON', async () => {
    const path = join(folder, 'a.reg');
    const lines = [HEADER, '', `[${RDP_TCP}]`, '"PortNumber"=dword:00000d3d', '@="x"', '"gone"=-', 'junk', '[-HKEY_CURRENT_USER\\a]', ''];
    writeFileSync(path, lines.join('\r\n'));
    const ran = await rdpDiagnostics('lint', '--explain-import', path, '--format', 'json');
    const certainty = 'confirmed';
    deepEqual(json(ran), {
      accepted: true,
      certainty,
      operations: [
        { line: 3, op: 'createKey', key: RDP_TCP, certainty },
        { line: 4, op: 'set', key: RDP_TCP, name: 'PortNumber', type: 4, data: '3d0d0000', certainty },
        { line: 5, op: 'set', key: RDP_TCP, name: '', type: 1, data: '78000000', certainty },
        { line: 6, op: 'deleteValue', key: RDP_TCP, name: 'gone', certainty },
        { line: 8, op: 'deleteKey', key: 'HKEY_CURRENT_USER\\a', certainty },
      ],
      skipped: [{ line: 7, reason: 'the line is neither a key, nor a value, nor a ; comment', certainty }],
    });
    equal(ran.code, 0);
  });

  it('prints what happens line by line as text', async () => {
    const path = join(folder, 'b.reg');
    writeFileSync(path, `${HEADER}\r\n[HKCU\\a]\r\n"x"=dword:1\r\n`);
    const { code, out } = await rdpDiagnostics('lint', '--explain-import', path);
    equal(code, 0);
    deepEqual(out.trimEnd().split('\n'), [
      'accepted',
      '2: skip: the root key is abbreviated (assumed)',
      '3: skip: the key above has an abbreviated root (assumed)',
    ]);
  });

  it('refuses what is no .reg file and what cannot be read', async () => {
    const path = join(folder, 'c.txt');
    writeFileSync(path, 'plain text');
    const { code, err } = await rdpDiagnostics('lint', '--explain-import', path, join(folder, 'none.reg'));
    equal(code, 2);
    match(err, /c\.txt is no \.reg file.*\n.*none\.reg cannot be read/);
  });
});
