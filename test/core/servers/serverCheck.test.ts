// A whole check: the listener and the host side by side, and what the list of servers shows of it.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Connector } from '../../../src/core/ports';
import { message } from '../../../src/core/messages/message';
import { english } from '../../../src/core/messages/english';
import { fail, succeed, type Failure } from '../../../src/core/result';
import { readCheck } from '../../../src/core/servers/check';
import { checkServer, type ServerCheckOutcome, type ServerCheckPorts } from '../../../src/core/servers/serverCheck';
import type { CollectOptions } from '../../../src/core/snapshot/collect';
import { playedPorts } from '../listener/labAnswers';
import { serverWith, type Difference } from '../rules/serverMade';

const refused: Connector = { connect: () => Promise.resolve({ kind: 'refused', systemCode: 'ECONNREFUSED', address: '192.0.2.7' }) };
const clock = { now: () => Date.UTC(2026, 10, 20, 8, 0, 0), wait: () => Promise.resolve() };

async function checked(collect: ServerCheckPorts['collect'], sections?: CollectOptions['sections']): Promise<ServerCheckOutcome> {
  const request = {
    address: 'rds01',
    port: 3389,
    timeoutMs: 1000,
    from: 'ADMINPC',
    document: 'rdp-report:rds01',
    say: english,
    severities: new Map(),
    onRuleError: (code: string, cause: unknown): void => {
      throw new Error(code, { cause });
    },
    files: [],
    via: 'ssh',
    ...(sections === undefined ? {} : { sections }),
  } as const;
  const outcome = await checkServer(request, { ...playedPorts(refused, clock), collect }, new AbortController().signal);
  ok(outcome.ok);
  return outcome.value;
}

const checkedWith = (difference: Difference): Promise<ServerCheckOutcome> => checked(() => Promise.resolve(succeed(serverWith(difference))));
const facts = ({ check }: ServerCheckOutcome): readonly string[] => check.facts.map(({ label, value, level }) => `${english(label)}: ${english(value)} (${level})`);

describe('a check of a server', () => {
  it('asks for the port that was tried and the sections that are wanted', async () => {
    const asked: CollectOptions[] = [];
    const collect = (options: CollectOptions): ReturnType<NonNullable<ServerCheckPorts['collect']>> => {
      asked.push(options);
      return Promise.resolve(succeed(serverWith({})));
    };
    await checked(collect, ['host', 'licensing']);
    deepEqual(asked, [{ port: 3389, sections: ['host', 'licensing'] }]);
  });

  it('tells in one line what is wrong, and the findings with their symptoms', async () => {
    const outcome = await checkedWith({ services: { data: { services: [{ name: 'TermService', installed: true, state: 1, startType: 2, pid: 0, exitCode: 0, account: null, imagePath: null, serviceDll: null }] } }, sockets: { data: { listening: [] } } });
    equal(outcome.check.level, 'error');
    equal(english(outcome.check.status), english(message('status.RDP119')));
    const [connections, port] = outcome.check.facts;
    deepEqual(connections?.findings.map(({ code, level }) => [code, level]), [['RDP119', 'error']]);
    ok(port?.findings.some(({ code }) => code === 'RDP211'), 'the wire is told with its own symptom');
  });

  it('calls a symptom fine only where everything it is judged by was seen', async () => {
    const denied = { failure: { reason: 'notElevated', detail: '' } } as const;
    const outcome = await checkedWith({ rights: denied, licensing: denied });
    const [connections, , security, licensing] = facts(outcome);
    equal(connections, 'Connections: nothing wrong in what was seen (unknown)');
    match(security ?? '', /nothing wrong.*\(ok\)$/);
    match(licensing ?? '', /^Licensing: .*\(unknown\)$/);
  });

  it('shows what is worth reading and no fault as information, and never as fine', async () => {
    const outcome = await checkedWith({ registry: { set: [['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp', 'MinEncryptionLevel', 4, '01000000']] } });
    deepEqual(outcome.check.facts.flatMap(({ findings }) => findings).filter(({ code }) => code === 'RDP302').map(({ level }) => level), ['information']);
  });

  it('keeps the verdict on the listener where the host cannot be reached, and why it could not', async () => {
    const failure: Failure = { code: 'authenticationFailed', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: false };
    const outcome = await checked(() => Promise.resolve(fail(failure)));
    equal(outcome.verdict.state, 'refused');
    equal(outcome.check.level, 'error');
    equal(outcome.check.unreached?.code, 'authenticationFailed');
    equal(facts(outcome)[0], 'Connections: not seen: the host was not reached (unknown)');
    deepEqual(readCheck(JSON.parse(JSON.stringify(outcome.check))), JSON.parse(JSON.stringify(outcome.check)));
  });

  it('is cancelled as a whole', async () => {
    const cancelled: Failure = { code: 'cancelled', message: message('failure.cancelled'), remedy: message('failure.cancelled.remedy'), retry: true };
    const request = { address: 'rds01', port: 3389, timeoutMs: 1000, from: 'A', document: 'd', say: english, severities: new Map(), onRuleError: () => undefined, files: [], via: 'ssh' } as const;
    const outcome = await checkServer(request, { ...playedPorts(refused, clock), collect: () => Promise.resolve(fail(cancelled)) }, new AbortController().signal);
    equal(outcome.ok ? 'done' : outcome.failure.code, 'cancelled');
  });
});
