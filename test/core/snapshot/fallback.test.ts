// Taking a snapshot: with the collector, without a PowerShell that could run it, and from a collector that wrote something else.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from '../../../src/core/messages/english';
import type { Executor } from '../../../src/core/ports';
import { succeed, type Failure } from '../../../src/core/result';
import { shellOver } from '../../../src/core/shell/shell';
import { collectSnapshot } from '../../../src/core/snapshot/collect';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { FIXTURES } from '../../places';
import { runBatch } from './tools/pretendCmd';
import { windowsServer } from './tools/windowsServer';

const nonce = '0123456789abcdef';
const never = new AbortController().signal;
const facts = '|Desktop|FullLanguage|True|cmd|Microsoft Windows NT 10.0.20348.0';
const refused = "'powershell' is not recognized as an internal or external command";

interface Answers {
  readonly powershell: string;
  readonly complaint?: string;
  /** Whether cmd.exe takes commands. */
  readonly cmd?: boolean;
}

async function collect({ powershell, complaint = '', cmd = true }: Answers): Promise<{ readonly asked: readonly string[]; readonly taken: Snapshot | Failure }> {
  const asked: string[] = [];
  const executor: Executor = {
    machine: 'admin@rds-07',
    execute: async ({ command: { name, line }, input }) => {
      asked.push(name);
      const tools = name === 'tools';
      const out = { powershell, pwsh: '', whichShell: 'Windows_NT $0\r\n', tools: cmd ? runBatch(Buffer.from(input).toString('latin1'), windowsServer('de')) : 'Welcome.\r\n' }[name];
      if (tools) equal(line, 'cmd /d /q');
      return succeed({ stdout: Buffer.from(out), stderr: Buffer.from(name === 'powershell' ? complaint : ''), ending: { kind: 'exit', code: out === '' ? 1 : 0 } });
    },
    close: () => undefined,
  };
  const result = await collectSnapshot(shellOver(executor, () => nonce), {}, never);
  return { asked, taken: result.ok ? result.value : result.failure };
}

const part = (output: string): string => (output === '' ? '' : `${nonce} part ${Buffer.byteLength(output)}\n${output}`);
const wrote = (output: string): string => `${nonce} begin 5.1.1${facts}\n${part(output)}${nonce} end\n`;

function snapshotOf(taken: Snapshot | Failure): Snapshot {
  ok('kind' in taken, JSON.stringify(taken));
  return taken;
}

function textOf(taken: Snapshot | Failure): string {
  ok('code' in taken, 'this is no failure');
  return `${taken.code}: ${english(taken.message)}`;
}

describe('a snapshot of a machine', () => {
  const healthy = readFileSync(join(FIXTURES, 'snapshots', 'session-host-2022.rdpsnapshot.json'), 'utf8');

  it('is what the collector wrote', async () => {
    const { asked, taken } = await collect({ powershell: wrote(`${healthy}\n`) });
    deepEqual([taken, asked], [JSON.parse(healthy), ['powershell']]);
  });

  it('is none where the collector wrote something hollow or cut', async () => {
    equal(textOf((await collect({ powershell: wrote('') })).taken), 'scriptFailed: The collector on admin@rds-07 came to its end, and what it wrote is no snapshot.');
    match(textOf((await collect({ powershell: wrote(`${healthy.slice(0, -40)}\n`) })).taken), /is no snapshot\.$/);
    match(textOf((await collect({ powershell: wrote('{"kind":"rdpsnapshot","schema":1,"sections":{},"collection":{}}\n') })).taken), /damaged at collection/);
    const hollow = JSON.stringify({ ...(JSON.parse(healthy) as Snapshot), sections: { host: null } });
    match(textOf((await collect({ powershell: wrote(`${hollow}\n`) })).taken), /damaged at sections/);
  });

  it('is made by the programs of Windows where no PowerShell can run the collector, and says so', async () => {
    const cases: readonly (readonly [Answers, string | null, string | null])[] = [
      [{ powershell: '', complaint: refused }, null, null],
      [{ powershell: `${nonce} begin 4.0${facts}\n${nonce} old\n` }, '4.0', null],
      [{ powershell: 'rdp-diagnostics: ConstrainedLanguage in PowerShell 5.1.14393.1\r\n' }, '5.1.14393.1', 'ConstrainedLanguage'],
      [{ powershell: '', complaint: '#< CLIXML\r\n<Objs><S S="Error">The syntax is not supported by this runspace.</S></Objs>' }, null, null],
    ];
    for (const [answers, version, mode] of cases) {
      const { collection, sections } = snapshotOf((await collect(answers)).taken);
      deepEqual([collection.by, collection.powershell, collection.languageMode], ['tools', version, mode]);
      ok('data' in sections.registry && 'data' in sections.events);
    }
  });

  it('is none where cmd.exe does not answer either, and where the failure is another one', async () => {
    match(textOf((await collect({ powershell: '', complaint: refused, cmd: false })).taken), /^powerShellMissing: /);
    const cut = await collect({ powershell: `${nonce} begin 5.1.1${facts}\n` });
    match(textOf(cut.taken), /^scriptNotFinished: /);
    deepEqual(cut.asked, ['powershell']);
  });
});
