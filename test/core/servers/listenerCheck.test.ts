import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { english } from '../../../src/core/messages/english';
import type { Connected, Connector } from '../../../src/core/ports';
import { checkListener, type ListenerCheckRequest } from '../../../src/core/servers/listenerCheck';
import { playedPorts } from '../listener/labAnswers';

const request: ListenerCheckRequest = {
  address: 'rds-07',
  port: 3389,
  timeoutMs: 10_000,
  from: 'ADMINPC',
  document: 'rdp-report:/rds-07.rdp-report?a',
  say: english,
  severities: new Map(),
  onRuleError: (code, error) => {
    throw new Error(`${code}: ${String(error)}`);
  },
};

const clock = { now: () => Date.UTC(2026, 10, 23, 14, 2, 11), wait: async () => undefined };
const answering = (connected: Connected): Connector => ({ connect: async () => connected });

describe('a whole check of a listener', () => {
  it('ends in a line for the list and a report whose finding stands on the line that proves it', async () => {
    const ports = playedPorts(answering({ kind: 'refused', systemCode: 'ECONNREFUSED' }), clock);
    const outcome = await checkListener(request, ports, new AbortController().signal);
    ok(outcome.ok);
    const { check, report } = outcome.value;
    equal(english(check.status), 'refused: nothing listens on 3389');
    deepEqual([check.level, check.address, check.port, check.at], ['error', 'rds-07', 3389, clock.now()]);
    deepEqual(report.findings.map(({ code }) => code), ['RDP211']);
    const range = report.findings[0]?.evidence.range;
    match(report.text.slice(range?.start, range?.end), /refused/);
  });

  it('takes the severity a person chose', async () => {
    const ports = playedPorts(answering({ kind: 'refused', systemCode: 'ECONNREFUSED' }), clock);
    const outcome = await checkListener({ ...request, severities: new Map([['RDP211', 'off']]) }, ports, new AbortController().signal);
    ok(outcome.ok);
    deepEqual(outcome.value.report.findings, []);
  });

  it('gives a step half of a long time, and not less than before of a short one', async () => {
    const stepFor = async (timeoutMs: number): Promise<number> => {
      let step = 0;
      const connector: Connector = {
        connect: async (_target, stepMs) => {
          step = stepMs;
          return { kind: 'timeout', systemCode: 'ETIMEDOUT' };
        },
      };
      await checkListener({ ...request, timeoutMs }, playedPorts(connector, clock), new AbortController().signal);
      return step;
    };
    deepEqual(await Promise.all([1000, 8000, 10_000, 20_000, 120_000].map(stepFor)), [1000, 5000, 5000, 10_000, 60_000]);
  });

  it('is over when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const outcome = await checkListener(request, playedPorts(answering({ kind: 'cancelled', systemCode: '' }), clock), controller.signal);
    deepEqual(outcome.ok ? undefined : outcome.failure.code, 'cancelled');
  });
});
