// From the answer of whatever ran to a value or to the failure with the right name; on an executor in memory.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/core/messages/english';
import type { Ending, Executed, Execution, Executor } from '../../../src/core/ports';
import { fail, succeed, type Failure, type Result } from '../../../src/core/result';
import { fixedCommands } from '../../../src/core/shell/fixedCommands';
import { greet } from '../../../src/core/shell/greeting';
import type { Script, ScriptAnswer } from '../../../src/core/shell/script';
import { shellOver } from '../../../src/core/shell/shell';
import { awkward } from './awkward';

const SEED = 20261128;
const nonce = 'a1b2c3d4e5f60718';
const windows = '|Desktop|FullLanguage|True|cmd|Microsoft Windows NT 10.0.20348.0';
const script: Script = { text: '$Parameters', parameters: null, system: 'windows', timeoutMs: 1000, mostBytes: 1000 };
const never = new AbortController().signal;
const exit = (code: number): Ending => ({ kind: 'exit', code });

const ended = (stdout: string, ending: Ending = exit(0), stderr = ''): Result<Executed> =>
  succeed({ stdout: Buffer.from(stdout), stderr: Buffer.from(stderr), ending });

type Replies = Readonly<Partial<Record<'powershell' | 'pwsh' | 'whichShell' | 'tools', Result<Executed>>>>;

function machine(replies: Replies): { readonly executor: Executor; readonly executions: Execution[] } {
  const executions: Execution[] = [];
  const executor: Executor = {
    machine: 'admin@rds-07',
    execute: async (execution) => {
      executions.push(execution);
      return replies[execution.command.name] ?? ended('', exit(1));
    },
    close: () => undefined,
  };
  return { executor, executions };
}

const run = (replies: Replies, wanted: Script = script): Promise<Result<ScriptAnswer>> => shellOver(machine(replies).executor, () => nonce).run(wanted, never);

async function failureOf(replies: Replies): Promise<Failure> {
  const result = await run(replies);
  ok(!result.ok, 'this is no success');
  return result.failure;
}

const expectFailure = async (code: Failure['code'], text: RegExp, replies: Replies): Promise<void> => {
  const failure = await failureOf(replies);
  deepEqual([failure.code, text.test(english(failure.message)) ? '' : english(failure.message)], [code, '']);
};

describe('a shell', () => {
  it('runs a script with Windows PowerShell, and with PowerShell 7 where that is missing', async () => {
    const answer = `${nonce} begin 7.4.1${windows}\n${nonce} part 3\nok\n${nonce} end\n`;
    const { executor, executions } = machine({ powershell: ended('', exit(1), "'powershell' is not recognized"), pwsh: ended(answer) });
    const shell = shellOver(executor, () => nonce);
    for (const names of [['powershell', 'pwsh'], ['pwsh']]) {
      const result = await shell.run(script, never);
      ok(result.ok);
      equal(Buffer.from(result.value.output).toString(), 'ok\n');
      deepEqual(executions.splice(0).map(({ command }) => command.name), names);
    }
  });

  it(`never puts anything of a script or its parameters into a command line (seed ${String(SEED)})`, async () => {
    const constants = new Set<unknown>(Object.values(fixedCommands));
    await fc.assert(
      fc.asyncProperty(awkward, awkward, async (parameter, name) => {
        const { executor, executions } = machine({});
        await shellOver(executor, () => nonce).run({ ...script, text: `'${name.replace(/[^ -~]/g, '')}'`, parameters: { [name]: parameter } }, never);
        equal(executions.length, 3);
        for (const { command } of executions) ok(constants.has(command), 'a command line that is no constant');
      }),
      { seed: SEED },
    );
  });

  it('says that the other side is not Windows', async () => {
    const notFound = ended('', exit(127), 'bash: line 1: powershell: Kommando nicht gefunden.');
    await expectFailure('notWindows', /a Unix shell answers there \(bash\)/, { powershell: notFound, pwsh: notFound, whichShell: ended('%OS% -bash\n') });
    await expectFailure('notWindows', /a Unix shell answers there \(zsh\)/, { whichShell: ended('Welcome to %OS\n%OS% /usr/bin/zsh\n') });
    await expectFailure('notWindows', /nicht gefunden/, { powershell: notFound, pwsh: notFound, whichShell: ended('', exit(2)) });
    await expectFailure('notWindows', /PowerShell 7\.6\.9 runs there on Unix 6\.1/, {
      powershell: notFound,
      pwsh: ended(`${nonce} begin 7.6.9|Core|FullLanguage|False|bash|Unix 6.1\n${nonce} foreign\n`),
    });
  });

  it('says that a Windows has no PowerShell', async () => {
    const refused = ended('', exit(1), "'powershell' is not recognized as an internal or external command");
    await expectFailure('powerShellMissing', /which answered: 'powershell' is not recognized/, { powershell: refused, whichShell: ended('Windows_NT $0\r\n') });
    // A stub that ends well and says nothing is none either.
    await expectFailure('powerShellMissing', /runs on admin@rds-07\.$/, { powershell: ended(''), pwsh: ended(''), whichShell: ended('Windows_NT $0\r\n') });
    await expectFailure('powerShellMissing', /runs on/, { whichShell: ended('%OS%\r\n') });
    const absent: Failure = { ...(await failureOf({ whichShell: ended('Windows_NT $0') })) };
    equal((await failureOf({ powershell: fail(absent), pwsh: fail(absent) })).code, 'powerShellMissing');
  });

  it('names a PowerShell that cannot be used', async () => {
    // Stand-ins, written by hand: no such PowerShell runs here.
    await expectFailure('powerShellTooOld', /has PowerShell 4\.0, and/, { powershell: ended(`${nonce} begin 4.0${windows}\n${nonce} old\n`) });
    await expectFailure('powerShellTooOld', /has PowerShell 2\.0, and/, { powershell: ended(`${nonce} begin 2.0${windows}\n${nonce} old\n`) });
    const constrained = ended('rdp-diagnostics: ConstrainedLanguage in PowerShell 5.1.1\r\n');
    await expectFailure('powerShellConstrained', /PowerShell 5\.1\.1 .* restricted to ConstrainedLanguage/, { powershell: constrained });
    const refused = '#< CLIXML\r\n<Objs><S S="Error">The syntax is not supported by this runspace._x000D__x000A_</S></Objs>';
    await expectFailure('scriptNotFinished', /did not begin the script: The syntax is not supported/, { powershell: ended('', exit(1), refused) });
  });

  it('takes nothing but the end mark for success', async () => {
    const begun = `${nonce} begin 5.1.1${windows}\n`;
    await expectFailure('scriptNotFinished', /ended with exit code 0 before it was done/, { powershell: ended(begun) });
    await expectFailure('scriptNotFinished', /ended by signal KILL/, { powershell: ended(begun, { kind: 'signal', signal: 'KILL' }) });
    await expectFailure('scriptNotFinished', /nothing says how it ended/, { powershell: ended(begun, { kind: 'unknown' }) });
    await expectFailure('scriptNotFinished', /nothing says how it ended/, { powershell: ended('motd', { kind: 'unknown' }) });
    await expectFailure('scriptNotFinished', /^17 of \d+ bytes/, { powershell: ended(`${begun}${nonce} cut 17\n`) });
    await expectFailure('scriptNotFinished', /was changed on its way/, { powershell: ended(`${begun}${nonce} part 9\nok\n${nonce} end\n`) });
    await expectFailure('scriptFailed', /failed: boo at line 3$/, {
      powershell: ended(`${begun}${nonce} failed ${Buffer.from('boo\r\nat line 3\u001b[2J').toString('base64')}\n`, exit(1)),
    });
    await expectFailure('outputTooLarge', /more than 1000 bytes/, { powershell: ended(`${begun}${nonce} part 1001\n${'x'.repeat(1000)}\n${nonce} end\n`) });
    const result = await run({ powershell: ended(`${begun}${nonce} end\n`, { kind: 'unknown' }, 'late') });
    ok(result.ok);
    deepEqual([result.value.ending, result.value.complaints], [{ kind: 'unknown' }, 'late']);
  });

  it('passes on what cut it off', async () => {
    const { failure } = (await run({ powershell: fail({ ...(await failureOf({})), code: 'timedOut' }) })) as { failure: Failure };
    equal(failure.code, 'timedOut');
  });

  it('is greeted, and asked which it is where PowerShell cannot tell', async () => {
    const greeted = async (facts: string, whichShell: string): Promise<unknown> => {
      const powershell = ended(`${nonce} begin ${facts}\n${nonce} end\n`);
      const result = await greet(shellOver(machine({ powershell, whichShell: ended(whichShell) }).executor, () => nonce), never);
      return result.ok ? result.value.shell : result.failure.code;
    };
    equal(await greeted(`5.1.1${windows}`, 'not asked'), 'cmd');
    const core = '7.6.9|Core|FullLanguage|True||Microsoft Windows NT 10.0.20348.0';
    equal(await greeted(core, 'Windows_NT $0\r\n'), 'cmd');
    equal(await greeted(core, '%OS%\r\n'), 'powershell');
    equal(await greeted(core, '%OS% /usr/bin/bash\n'), 'bash');
    equal(await greeted(core, ''), null);
    match(String(await greeted('7.6.9|Core|FullLanguage|False|bash|Unix 6.1', '')), /^bash$/);
  });
});
