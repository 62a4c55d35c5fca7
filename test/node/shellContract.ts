// What every shell has to do, whatever it reaches a machine by. Each side brings a machine of its own and says how its programs are seen.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Executor, Shell } from '../../src/core/ports';
import { greet } from '../../src/core/shell/greeting';
import type { Json, Script, ScriptHost } from '../../src/core/shell/script';
import { shellOver } from '../../src/core/shell/shell';
import { everyPiece } from '../core/shell/awkward';
import { skipWithout } from '../needs';
import { failed, never, text, value } from './sshLab';

export interface ContractSide {
  /** Of the plain machine. */
  readonly open: () => Promise<Executor>;
  /** Of one that does as is said; absent where none can be had. */
  readonly openOdd: ((odd: 'constrained' | 'noLanguage' | 'noisy') => Promise<Executor>) | undefined;
  /** The PowerShell processes that run there, by what the system says. */
  readonly running: () => readonly number[];
  readonly host: Pick<ScriptHost, 'shell' | 'windows'>;
}

const nonce = (): string => randomBytes(16).toString('hex');
const script = (scriptText: string, more: Partial<Script> = {}): Script => ({
  text: scriptText,
  parameters: null,
  system: 'any',
  timeoutMs: 60_000,
  mostBytes: 4_000_000,
  ...more,
});
const endless = '[Threading.Thread]::Sleep(600000)';

export function shellContract(side: () => ContractSide): void {
  const shell = async (): Promise<Shell> => shellOver(await side().open(), nonce);
  const outputOf = async (wanted: Script): Promise<string> => text(value(await (await shell()).run(wanted, never())).output);

  const until = async (what: string, holds: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 1000 && !holds(); tries++) await pause(20);
    ok(holds(), `${what}: ${side().running().join(' ')}`);
  };

  it('gives the bytes of the output, an object a line', async () => {
    const wanted = ["[string][char]0xe9 + [char]0x20ac", "[char]0xd83d + '' + [char]0xde00", '"a`r`nb`t"', "''", '1..3', '[char]0xfeff + "x"', '$null'].join('\n');
    equal(await outputOf(script(wanted)), '\u00e9\u20ac\n\u{1f600}\na\r\nb\t\n\n1\n2\n3\n\ufeffx\n\n');
  });

  it('gives parameters to the script unchanged, whatever is in them', async () => {
    const parameters: Json = { [everyPiece]: [everyPiece, null, 1.5, true, { deep: `${everyPiece}'@\n"@` }] };
    deepEqual(JSON.parse(await outputOf(script('$Parameters', { parameters }))), parameters);
  });

  it('takes and gives a megabyte', async () => {
    const parameters = 'megabyte \u20ac \u202e '.repeat(75_000);
    equal(JSON.parse(await outputOf(script('$Parameters', { parameters }))), parameters);
    const lines = await outputOf(script('1..60000 | ForEach-Object { "line $_" }'));
    equal(lines, Array.from({ length: 60_000 }, (_, index) => `line ${index + 1}\n`).join(''));
  });

  it('finds out about the machine', async () => {
    const greeted = await greet(await shell(), never());
    if (!side().host.windows) {
      match(failed(greeted, 'notWindows'), /PowerShell \d.* runs there on Unix/);
      return;
    }
    const { shell: found, windows, languageMode, powershell } = value(greeted);
    deepEqual({ shell: found, windows, languageMode }, { ...side().host, languageMode: 'FullLanguage' });
    match(powershell, /^\d+\.\d+/);
  });

  it('says that a script threw, with what it said and where', async () => {
    match(failed(await (await shell()).run(script('$a = 1\nthrow "boo $a"'), never()), 'scriptFailed'), /failed: boo 1 .*line:2/);
    match(failed(await (await shell()).run(script('if ( {'), never()), 'scriptFailed'), /failed: .*Create/);
  });

  it('does not take an exit inside a script for its end', async () => {
    match(failed(await (await shell()).run(script("'one'; exit 0"), never()), 'scriptNotFinished'), /exit code 0 before it was done/);
    match(failed(await (await shell()).run(script("'one'; exit 7"), never()), 'scriptNotFinished'), /exit code 7 before it was done/);
  });

  it('hands on complaints in plain words', async () => {
    const answer = value(await (await shell()).run(script("Get-Command no-such-command; [Console]::Error.WriteLine('native'); 'done'"), never()));
    equal(text(answer.output), 'done\n');
    match(answer.complaints, /native/);
    match(answer.complaints, /no-such-command/);
    ok(!/CLIXML|_x000|<S /.test(answer.complaints), answer.complaints);
  });

  it('leaves no program behind when it is cancelled', async () => {
    const cancel = new AbortController();
    const running = (await shell()).run(script(endless), cancel.signal);
    await until('nothing started', () => side().running().length > 0);
    cancel.abort();
    failed(await running, 'cancelled');
    await until('it still runs', () => side().running().length === 0);
  });

  it('leaves no program behind when its time is over', async () => {
    const state = { seen: false, over: false };
    const running = (await shell()).run(script(endless, { timeoutMs: 5000 }), never()).finally(() => (state.over = true));
    // On a busy machine its time can be over before PowerShell is seen.
    await until('nothing started', () => (state.seen ||= side().running().length > 0) || state.over);
    failed(await running, 'timedOut');
    await until('it still runs', () => side().running().length === 0);
  });

  it('leaves no program behind when it writes without end', async () => {
    const running = (await shell()).run(script("while ($true) { 'x' * 1000 }", { mostBytes: 10_000 }), never());
    await until('nothing started', () => side().running().length > 0);
    failed(await running, 'outputTooLarge');
    await until('it still runs', () => side().running().length === 0);
  });

  it('runs nothing of a script that did not arrive whole', async () => {
    const executor = await side().open();
    const cutting: Executor = { ...executor, execute: (execution, signal) => executor.execute({ ...execution, input: execution.input.subarray(0, -1) }, signal) };
    const whole = "'one'; # }";
    match(failed(await shellOver(cutting, nonce).run(script(whole), never()), 'scriptNotFinished'), /^14 of 15 bytes .* nothing was run/);
  });

  it('runs several at once', async () => {
    const shared = await shell();
    const numbers = [1, 2, 3];
    const answers = await Promise.all(numbers.map((parameters) => shared.run(script('"got $Parameters"', { parameters }), never())));
    deepEqual(answers.map((answer) => text(value(answer).output)), numbers.map((number) => `got ${number}\n`));
  });

  it('names a restricted language mode', async function () {
    const { openOdd } = side();
    if (openOdd === undefined) return skipWithout(this, 'dotnet');
    const constrained = shellOver(await openOdd('constrained'), nonce);
    match(failed(await constrained.run(script("'x'"), never()), 'powerShellConstrained'), /restricted to ConstrainedLanguage/);
    const none = shellOver(await openOdd('noLanguage'), nonce);
    match(failed(await none.run(script("'x'"), never()), 'scriptNotFinished'), /did not begin the script: .*no-language mode/);
  });

  it('is not disturbed by what a profile prints', async function () {
    const { openOdd } = side();
    if (openOdd === undefined) return skipWithout(this, 'dotnet');
    const answer = value(await shellOver(await openOdd('noisy'), nonce).run(script('$Parameters', { parameters: 'quiet' }), never()));
    deepEqual([text(answer.output), answer.noise], ['"quiet"\n', true]);
  });
}
