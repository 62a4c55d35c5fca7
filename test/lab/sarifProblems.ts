// What Microsoft's validator (sarifValidator.mjs) says about a SARIF log.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../places';

interface ValidatorLog {
  readonly runs: readonly [
    {
      readonly results?: readonly { readonly ruleId: string; readonly level?: string; readonly message: { readonly arguments?: readonly string[] } }[];
      readonly invocations: readonly [{ readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[] }];
    },
  ];
}

/** Undefined where there is none for this platform. */
export function prepareSarifValidator(): ((log: string) => readonly string[]) | undefined {
  const said = execFileSync(process.execPath, [join(ROOT, 'test/lab/sarifValidator.mjs')], { encoding: 'utf8' });
  const program = JSON.parse(said.trim().split('\n').at(-1) ?? '') as string;
  return program === '' ? undefined : (log) => problemsOf(log, program);
}

function problemsOf(log: string, program: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-sarif-'));
  try {
    const [asked, answered] = [join(folder, 'log.sarif'), join(folder, 'answer.sarif')];
    writeFileSync(asked, log);
    // Its runtime wants ICU otherwise, which not every machine has.
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_BUNDLE_EXTRACT_BASE_DIR: join(folder, 'bundle') };
    const { status, stdout, stderr } = spawnSync(program, ['validate', asked, '--rule-kind', 'Sarif;Ghas', '--output', answered], { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`the validator ended with ${String(status)}: ${stdout}${stderr}`);
    const [{ results = [], invocations }] = (JSON.parse(readFileSync(answered, 'utf8')) as ValidatorLog).runs;
    const [{ executionSuccessful, toolExecutionNotifications = [] }] = invocations;
    if (!executionSuccessful) throw new Error(`the validator could not read the log: ${toolExecutionNotifications.map(({ message }) => message.text).join(' ')}`);
    return results.map(({ ruleId, level = 'warning', message }) => `${level} ${ruleId} ${(message.arguments ?? []).join(' ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
