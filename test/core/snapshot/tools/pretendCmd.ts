// A cmd.exe that takes a batch of the fallback from its standard input and answers from a table instead of running programs, and a
// registry printed as reg.exe prints one. Not Windows: the real thing next to it is Wine's (test/node/sshTools.test.ts).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Execution, Executor } from '../../../../src/core/ports';
import { succeed } from '../../../../src/core/result';
import { FIXTURES } from '../../../places';

export interface Said {
  readonly code: number;
  readonly out: Buffer | string;
}

/** @param program without its folder and without `<nul`, e.g. `sc.exe queryex TermService`; a loop comes whole */
export type Programs = (program: string) => Said;

export const nothing: Said = { code: 0, out: '' };
export const missing: Said = { code: 9009, out: '' };

export function runBatch(input: string, programs: Programs, banner = 'Microsoft Windows [Version 10.0.14393.5850]\r\n'): Buffer {
  const out: Buffer[] = [Buffer.from(banner)];
  let code = 0;
  for (const line of input.split('\r\n')) {
    if (line === 'exit') break;
    const condition = /^if errorlevel 1 (.*)$/.exec(line)?.[1];
    if (condition !== undefined && code < 1) continue;
    const command = condition ?? line;
    if (command.startsWith('echo ')) out.push(Buffer.from(`${command.slice(5).replace('%errorlevel%', String(code))}\r\n`));
    else if (command !== '') {
      const said = programs(command.replace(/^%SystemRoot%\\System32\\/, '').replace(/ <nul$/, ''));
      code = said.code;
      out.push(typeof said.out === 'string' ? Buffer.from(said.out) : said.out);
    }
  }
  return Buffer.concat(out);
}

export function executorOf(answer: (input: string, execution: Execution) => Buffer): Executor {
  return {
    machine: 'admin@rds-07',
    execute: async (execution) => succeed({ stdout: answer(Buffer.from(execution.input).toString('latin1'), execution), stderr: Buffer.alloc(0), ending: { kind: 'exit', code: 0 } }),
    close: () => undefined,
  };
}

/** Keys below HKEY_LOCAL_MACHINE; each value as reg.exe prints type and data. */
export type Registry = Readonly<Record<string, Readonly<Record<string, string | Buffer>>>>;

export function regQuery(args: string, registry: Registry, denied: readonly string[] = []): Said {
  const [, path = '', option = '', wanted] = /^reg\.exe query "HKLM\\([^"]+)"(?: (\/s|\/v)(?: (\S+))?)?$/.exec(args) ?? [];
  const known = Object.keys(registry).flatMap((key) => key.split('\\').map((_part, at, parts) => parts.slice(0, at + 1).join('\\')));
  const paths = Array.from(new Set(known));
  if (!paths.includes(path) || denied.includes(path)) return { code: 1, out: '' };
  const own = Object.entries(registry[path] ?? {}).filter(([name]) => option !== '/v' || name === wanted);
  if (option === '/v' && own.length === 0) return { code: 1, out: '' };
  const print = (key: string, values: readonly (readonly [string, string | Buffer])[]): Buffer =>
    Buffer.concat([Buffer.from(`HKEY_LOCAL_MACHINE\\${key}\r\n`), ...values.flatMap(([name, data]) => [Buffer.from(`    ${name}    `), Buffer.from(data), Buffer.from('\r\n')])]);
  const below = paths.filter((key) => key.startsWith(`${path}\\`));
  const children = option === '/s' ? below : below.filter((key) => !key.slice(path.length + 1).includes('\\'));
  const parts = [Buffer.from('\r\n'), ...(own.length > 0 ? [print(path, own), Buffer.from('\r\n')] : [])];
  if (option === '/v') return { code: 0, out: Buffer.concat(parts) };
  return { code: 0, out: Buffer.concat([...parts, ...children.map((key) => print(key, option === '/s' ? Object.entries(registry[key] ?? {}) : []))]) };
}

export const languages = ['en', 'de', 'fr', 'ja', 'ru', 'zh'] as const;

export function recorded(language: string, name: string): Buffer {
  return readFileSync(join(FIXTURES, 'tools', language, `${name}.txt`));
}

/** The events of every question whose query names this provider, newest first. */
export function eventXml(provider: string, id: number, at: string, data: string, qualifiers?: number): string {
  const attribute = qualifiers === undefined ? '' : ` Qualifiers='${qualifiers}'`;
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/><EventID${attribute}>${id}</EventID>` +
    `<Level>2</Level><TimeCreated SystemTime='${at}'/><Channel>System</Channel><Computer>rds-07</Computer><Security/></System>${data}</Event>\r\n`
  );
}
