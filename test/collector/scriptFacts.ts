// What has to be true of a script that is sent to a machine. The engine of the lab parses it (scriptFacts.ps1); here is what it may hold.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapBase64, inputFor } from '../../src/core/shell/bootstrap';
import { readAnswer } from '../../src/core/shell/answer';
import { ROOT } from '../places';

export interface Fact {
  readonly kind: 'error' | 'syntax' | 'command' | 'parameter' | 'member' | 'function' | 'type' | 'variable' | 'redirection';
  readonly line: number;
  readonly what: string;
}

export interface Allowed {
  /** The oldest PowerShell it has to be read by. */
  readonly version: 2 | 5;
  readonly commands: readonly string[];
  /** `Get-Item -Path`, of commands that are not the script's own. */
  readonly parameters: readonly string[];
  /** `.Method()`, `Type::Method()`, `Type::Property`; `set .Property` where one is assigned. */
  readonly members: readonly string[];
  readonly types: readonly string[];
}

const nonce = '0123456789abcdef';

/** Of each script, in their order; PowerShell starts once. */
export function scriptFacts(program: string, scripts: readonly string[]): readonly (readonly Fact[])[] {
  const gate = readFileSync(join(ROOT, 'test/collector/scriptFacts.ps1'), 'utf8');
  const input = inputFor({ text: gate, parameters: scripts, system: 'any', timeoutMs: 60_000, mostBytes: 10_000_000 }, nonce);
  const args = ['-NoProfile', '-NonInteractive', '-EncodedCommand', bootstrapBase64];
  const { verdict } = readAnswer(execFileSync(program, args, { input, maxBuffer: 10_000_000, stdio: ['pipe', 'pipe', 'pipe'] }), nonce);
  if (verdict.kind !== 'end') throw new Error(`the gate itself ended with ${JSON.stringify(verdict)}`);
  const answers = Buffer.from(verdict.output).toString('utf8').split('next\n').slice(0, -1);
  if (answers.length !== scripts.length) throw new Error(`${answers.length} answers about ${scripts.length} scripts`);
  return answers.map((answer) => answer.split('\n').slice(0, -1).map(factOf));
}

function factOf(line: string): Fact {
  const [kind = '', number = '', what = ''] = line.split('\t');
  return { kind: kind as Fact['kind'], line: Number(number), what };
}

export function scriptProblems(text: string, facts: readonly Fact[], { version, commands, parameters, members, types }: Allowed): readonly string[] {
  const own = facts.filter(({ kind }) => kind === 'function').map(({ what }) => what);
  const allowed = (list: readonly string[], name: string): boolean => list.some((one) => one.toLowerCase() === name.toLowerCase());
  const judge = ({ kind, line, what }: Fact): string | undefined => {
    switch (kind) {
      case 'error':
      case 'redirection':
        return `${line}: ${kind}: ${what}`;
      case 'variable':
        return `${line}: $input takes standard input away from the script`;
      case 'syntax':
        return Number(what.split(' ')[0]) > version ? `${line}: PowerShell ${what}` : undefined;
      case 'command':
        return allowed([...own, ...commands], what) ? undefined : `${line}: command ${what}`;
      case 'parameter':
        return allowed(parameters, what) || own.includes(what.split(' ')[0] ?? '') ? undefined : `${line}: parameter ${what}`;
      case 'member':
        return allowed(members, what) ? undefined : `${line}: member ${what}`;
      case 'type':
        return allowed(types, what) ? undefined : `${line}: type ${what}`;
      case 'function':
        return undefined;
    }
  };
  const letters = text.split('\n').flatMap((line, index) => (/^[\t -~]*$/.test(line) ? [] : [`${index + 1}: not ASCII, or not LF`]));
  return [...letters, ...facts.flatMap((fact) => judge(fact) ?? [])];
}
