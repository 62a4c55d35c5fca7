// The run of a check: how many questions, how long, when it stops, and what it says when there is no RDP.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { probeListener, type ProbeOptions } from '../../../src/core/listener/probe';
import { listenerStatus } from '../../../src/core/listener/status';
import type { ListenerVerdict } from '../../../src/core/listener/verdict';
import { english } from '../../../src/core/messages/english';
import type { Message } from '../../../src/core/messages/message';
import type { Connector } from '../../../src/core/ports';
import { data, playedClock, playedConnector, playedPorts, recordedServers, recorded, type Script, usualTimes } from './labAnswers';

const address = { host: 'rds-07.corp.example', port: 3389 };
const confirm = '030000130ed00000123400021f080002000000';

async function check(script: Script, options: ProbeOptions = usualTimes): Promise<ListenerVerdict> {
  const clock = playedClock();
  const checked = await probeListener(address, playedPorts(playedConnector(script, clock), clock), new AbortController().signal, options);
  if (!checked.ok) throw new Error(english(checked.failure.message));
  return checked.value;
}

const says =
  (hex: string): Script =>
  (asked) =>
    asked === '' ? 'connected' : [data(hex)];
const text = (line: string): string => Buffer.from(line, 'latin1').toString('hex');

describe('a check without RDP at the other end', () => {
  const rows: readonly (readonly [string, Script, string, string, number])[] = [
    ['a refusal', () => 'refused', 'refused', 'refused: nothing listens on 3389', 1],
    ['no reply', () => 'timeout', 'timeout', 'no answer on 3389', 1],
    ['no route', () => 'unreachable', 'unreachable', 'unreachable from here', 1],
    ['an unknown name', () => 'unresolved', 'unresolved', 'name not resolved', 1],
    ['silence', (asked) => (asked === '' ? 'connected' : []), 'timeout', 'connected to 3389, then silence', 1],
    ['half an answer', says(confirm.slice(0, 18)), 'timeout', 'connected to 3389, then silence', 1],
    [
      'a close',
      (asked) => (asked === '' ? 'connected' : [{ kind: 'closed', reset: false }]),
      'notRdp',
      '3389 closes connections without an answer',
      3,
    ],
    [
      'a reset',
      (asked) => (asked === '' ? 'connected' : [{ kind: 'closed', reset: true }]),
      'notRdp',
      '3389 closes connections without an answer',
      3,
    ],
    [
      'half an answer and a close',
      (asked) => (asked === '' ? 'connected' : [data(confirm.slice(0, 18)), { kind: 'closed', reset: false }]),
      'notRdp',
      '3389 closes connections in the middle of an answer',
      1,
    ],
    ['an MCS disconnect', says('0300000902f0802180'), 'notRdp', '3389 closes connections without an answer', 3],
    ['HTTP', says(text('HTTP/1.0 400 Bad Request\r\n\r\n')), 'notRdp', 'HTTP answers on 3389, not RDP', 1],
    ['SSH', says(text('SSH-2.0-OpenSSH_9.2p1\r\n')), 'notRdp', 'SSH answers on 3389, not RDP', 1],
    ['mail', says(text('220 mail.lab.example ESMTP\r\n')), 'notRdp', 'SMTP answers on 3389, not RDP', 1],
    ['FTP', says(text('220 (vsFTPd 3.0.3)\r\n')), 'notRdp', 'FTP answers on 3389, not RDP', 1],
    ['VNC', says(text('RFB 003.008\n')), 'notRdp', 'VNC answers on 3389, not RDP', 1],
    ['a TLS alert', says('15030300020246'), 'notRdp', 'TLS answers on 3389, not RDP', 1],
    ['another ISO transport', says('0300001611d00001000400c0010ac1020100c2020102'), 'notRdp', 'something else answers on 3389', 1],
    ['bytes', says('00ff00ff00ff'), 'notRdp', 'something else answers on 3389', 1],
  ];
  for (const [name, script, state, line, questions] of rows) {
    it(`${name} is ${state}`, async () => {
      const verdict = await check(script);
      deepEqual([verdict.state, verdict.exchanges.length], [state, questions]);
      deepEqual([verdict.protocols, verdict.nla], [{ rdp: null, tls: null, nla: null }, 'unknown']);
      const status = listenerStatus(verdict, address.port);
      deepEqual([english(status.message), status.level], [line, 'error']);
    });
  }

  it('quotes a stranger in printable characters only', async () => {
    const verdict = await check(says(text('HTTP/1.1 400 \u001b[31mBad\u0007\u00fc\r\nnext line')));
    equal(english(verdict.detail), 'Not RDP: an HTTP server on port 3389 answered "HTTP/1.1 400 .[31mBad..".');
  });

  it('waits no longer than a moment for the rest of a stranger’s line', async () => {
    const verdict = await check(says(text('HTTP/1.1 40')));
    ok(verdict.durationMs < 1000, `${verdict.durationMs} ms`);
    equal(english(verdict.detail), 'Not RDP: an HTTP server on port 3389 answered "HTTP/1.1 40".');
  });
});

describe('the time of a check', () => {
  it('is bounded by the total, whatever the steps may take', async () => {
    const verdict = await check(recorded({ 3: confirm }), { ...usualTimes, answerTimeoutMs: 60_000, totalTimeoutMs: 7000 });
    ok(verdict.durationMs <= 7000, `${verdict.durationMs} ms`);
    deepEqual([verdict.state, verdict.nla], ['rdp', 'unknown']);
  });

  it('covers the whole answer, not each byte of it', async () => {
    const clock = playedClock();
    let bytes = 0;
    const drip: Connector = {
      connect: async () => ({
        kind: 'connected',
        connection: {
          remoteAddress: '192.0.2.7',
          write: () => undefined,
          close: () => undefined,
          secure: () => Promise.resolve({ kind: 'failed', systemCode: 'PLAYED' } as const),
          async receive() {
            clock.pass(900);
            bytes++;
            return data('03000013'.slice(0, 2));
          },
        },
      }),
    };
    const checked = await probeListener(address, playedPorts(drip, clock), new AbortController().signal, {
      ...usualTimes,
      answerTimeoutMs: 3000,
    });
    ok(checked.ok);
    equal(bytes, 4);
  });
});

describe('a check that is cancelled', () => {
  it('says so, and asks nothing more', async () => {
    const clock = playedClock();
    const cancel = new AbortController();
    const connector = playedConnector((asked) => {
      if (asked === '1') cancel.abort();
      return asked === '' ? 'connected' : [data(confirm)];
    }, clock);
    const checked = await probeListener(address, playedPorts(connector, clock), cancel.signal, usualTimes);
    ok(!checked.ok);
    deepEqual([checked.failure.code, connector.asked, connector.closed()], ['cancelled', ['3', '1'], 2]);
  });

  it('before it began connects to nothing', async () => {
    const clock = playedClock();
    const cancel = new AbortController();
    cancel.abort();
    const connector = playedConnector(says(confirm), clock);
    const checked = await probeListener(address, playedPorts(connector, clock), cancel.signal, usualTimes);
    ok(!checked.ok);
    deepEqual(connector.asked, []);
  });
});

describe('a check', () => {
  it('asks the address that answered first, says what it is doing, and keeps the bytes', async () => {
    const clock = playedClock();
    const hosts: string[] = [];
    const phases: Message[] = [];
    const played = playedConnector(recorded(recordedServers.find(({ options }) => options === '/sec:nla')?.answers ?? {}), clock);
    const connector: Connector = {
      connect(target, ...rest) {
        hosts.push(target.host);
        return played.connect(target, ...rest);
      },
    };
    const checked = await probeListener(
      address,
      { ...playedPorts(connector, clock), progress: { phase: (phase) => phases.push(phase) } },
      new AbortController().signal,
      usualTimes,
    );
    ok(checked.ok);
    deepEqual(hosts, ['rds-07.corp.example', '192.0.2.7']);
    deepEqual(phases.map(english), ['rds-07.corp.example:3389: asking for TLS|CredSSP', 'rds-07.corp.example:3389: asking for TLS']);
    const { exchanges, remoteAddress, durationMs } = checked.value;
    // Its ClientHello met silence, and is not said a second time.
    deepEqual([remoteAddress, durationMs], ['192.0.2.7', usualTimes.answerTimeoutMs]);
    deepEqual(
      exchanges.map(({ sent, received }) => [sent, received]),
      [
        ['030000130ee000000000000100080003000000', '030000130ed000000000000203080002000000'],
        ['030000130ee000000000000100080001000000', '030000130ed000000000000300080005000000'],
      ],
    );
    deepEqual(JSON.parse(JSON.stringify(checked.value)), checked.value, 'a verdict can be saved as JSON');
  });
});
