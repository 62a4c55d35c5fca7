// What the first page tells to put into a hook of pre-commit and into a workflow, carried out as those programs would: the same command
// lines in a shell, over the files they would choose.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { needsSystem } from '../needs';
import { ROOT } from '../places';
import { program, type Ran } from './commandLine';

const page = readFileSync(join(ROOT, 'README.md'), 'utf8');
const RDP_TCP = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
const reg = (line: string): string => ['Windows Registry Editor Version 5.00', RDP_TCP, line, ''].join('\r\n');
const TRAP = reg('"PortNumber"=dword:00003389');
const CLEAN = reg('"PortNumber"=dword:00000d3d');

/** The example that starts with this line. */
function example(start: string): string {
  const found = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text).find((text) => text.startsWith(start));
  ok(found !== undefined, `no example starts with ${start}`);
  return found;
}

describe('the examples of the first page', () => {
  let folder: string;
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const shell = (command: string, ...words: readonly string[]): Ran => {
    const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` };
    const { status: code, stdout: out, stderr: err } = spawnSync('bash', ['-e', '-c', `${command} "$@"`, 'bash', ...words], { cwd: folder, env, encoding: 'utf8' });
    return { code, out, err };
  };

  before(function () {
    folder = mkdtempSync(join(tmpdir(), 'rdp-cli-'));
    needsSystem(this, 'Unix');
    mkdirSync(join(folder, 'bin'));
    symlinkSync(program, join(folder, 'bin', 'rdp-diagnostics'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  describe('for pre-commit', () => {
    const hook = example('repos:');
    const setting = (name: string): string => {
      const value = new RegExp(`^ *${name}: (.*)$`, 'm').exec(hook)?.[1];
      ok(value !== undefined, `the hook has no ${name}`);
      return value.replace(/^'(.*)'$/, '$1');
    };
    // The one thing that Python's patterns write and those of JavaScript do not.
    const chosen = (paths: readonly string[]): readonly string[] => {
      const [, pattern = ''] = /^\(\?i\)(.*)$/.exec(setting('files')) ?? [];
      const files = new RegExp(pattern, 'i');
      ok(pattern !== '');
      return paths.filter((path) => files.test(path));
    };

    it('chooses files of every format, and no others', () => {
      const ours = [
        'a.reg', 'b/EXPORT.REG', '{1}/DomainSysvol/GPO/Machine/registry.pol', '{1}/DomainSysvol/GPO/Machine/microsoft/windows nt/SecEdit/GptTmpl.inf',
        'secedit.inf', '{1}/gpreport.xml', 'Preferences/Registry/Registry.xml', 'rsop.xml', 'baseline.PolicyRules', 'lgpo.txt', 'server_LGPO_machine.txt', 'monday.rdpsnapshot.json',
      ];
      deepEqual(chosen([...ours, 'readme.md', 'notes.txt', 'package.json', 'a.reg.bak', 'rdp-baseline.json']), ours);
    });

    it('stops a commit for a finding, and for nothing else', () => {
      put('trap.reg', TRAP);
      put('clean.reg', CLEAN);
      put('other.xml', '<project/>');
      const stopped = shell(setting('entry'), ...chosen(['trap.reg', 'clean.reg', 'other.xml', 'notes.txt']));
      equal(stopped.code, 1);
      match(stopped.out, /^trap\.reg:3:1: error RDP201 [^\n]*\n$/);
      deepEqual([shell(setting('entry'), 'clean.reg', 'other.xml').code, shell(setting('entry'), 'gone.reg').code], [0, 2]);
    });
  });

  describe('for GitHub Actions', () => {
    const workflow = example('name:');
    const commands = [...workflow.matchAll(/^ *- run: (rdp-diagnostics .*)$/gm)].map(([, command = '']) => command);
    const [check = '', log = ''] = commands;

    it('are two commands, and the second writes the log that is uploaded', () => {
      equal(commands.length, 2);
      equal(/sarif_file: (.*)/.exec(workflow)?.[1], /> (\S+)/.exec(log)?.[1]);
    });

    it('fail for what is new, and log everything without failing', () => {
      put('gpo-backups/trap.reg', TRAP);
      const accept = /^rdp-diagnostics lint .*--write-baseline .*$/m.exec(page)?.[0] ?? '';
      equal(shell(accept).code, 0);
      equal(shell(check).code, 0);
      put('gpo-backups/new.reg', TRAP);
      equal(shell(check).code, 1);
      equal(shell(log).code, 0);
      const { runs } = JSON.parse(readFileSync(join(folder, 'rdp.sarif'), 'utf8')) as { readonly runs: readonly { readonly results: readonly unknown[] }[] };
      deepEqual(runs.map(({ results }) => results.length), [2]);
    });

    it('fail where the log is not of everything', () => {
      rmSync(join(folder, 'gpo-backups'), { recursive: true });
      equal(shell(log).code === 0, false);
    });
  });
});
