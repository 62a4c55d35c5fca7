// Every row of the two tables of real servers (xrdp and FreeRDP in all their settings), played from what they answered, and the first
// answers of Windows machines known from public recordings.

import { deepEqual, equal } from 'node:assert/strict';
import { probeListener } from '../../../src/core/listener/probe';
import type { ListenerVerdict } from '../../../src/core/listener/verdict';
import { english } from '../../../src/core/messages/english';
import { data, playedClock, playedConnector, playedPorts, recorded, recordedServers, type Script, usualTimes } from './labAnswers';

const address = { host: 'rds-07.corp.example', port: 3389 };

async function check(script: Script): Promise<ListenerVerdict & { readonly asked: readonly string[] }> {
  const clock = playedClock();
  const connector = playedConnector(script, clock);
  const checked = await probeListener(address, playedPorts(connector, clock), new AbortController().signal, usualTimes);
  if (!checked.ok) throw new Error(english(checked.failure.message));
  equal(connector.closed(), connector.asked.length, 'every connection is closed');
  return { ...checked.value, asked: connector.asked };
}

type Row = readonly [rdp: boolean, tls: boolean, nla: boolean, word: string, asked: string, certificateMissing?: true];

const truth: Readonly<Record<string, Row>> = {
  'xrdp security_layer=rdp': [true, false, false, 'notOffered', '3 2 1'],
  'xrdp security_layer=negotiate': [true, true, false, 'notOffered', '3 2'],
  'xrdp security_layer=tls': [false, true, false, 'notOffered', '3 2'],
  'xrdp security_layer=tls, certificate file missing': [false, false, false, 'notOffered', '3 0', true],
  'xrdp security_layer=negotiate, certificate file missing': [true, false, false, 'notOffered', '3 2 1'],
  'FreeRDP /sec:rdp': [true, false, false, 'notOffered', '3 0'],
  'FreeRDP /sec:tls': [false, true, false, 'notOffered', '3 2'],
  'FreeRDP /sec:nla': [false, false, true, 'required', '3 1'],
  'FreeRDP +sec-nla': [true, true, true, 'offered', '3 1 0'],
  'FreeRDP /sec:nla +sec-tls': [false, true, true, 'offered', '3 1 0'],
  'FreeRDP default': [true, true, false, 'notOffered', '3 2 0'],
  'FreeRDP /sec:ext': [false, false, false, 'notOffered', '3 2 1'],
};

describe('the answers recorded from real servers', () => {
  it('are one for each row of the truth', () => {
    deepEqual(
      recordedServers.map(({ server, options }) => `${server.split(' ')[0] ?? ''} ${options}`),
      Object.keys(truth),
    );
  });

  for (const { server, options, answers } of recordedServers) {
    const name = `${server.split(' ')[0] ?? ''} ${options}`;
    it(`${name} is judged as it is configured`, async () => {
      const { state, protocols, nla, certificateMissing, asked } = await check(recorded(answers));
      equal(state, 'rdp');
      deepEqual([protocols.rdp, protocols.tls, protocols.nla, nla, asked.join(' '), ...(certificateMissing ? [true] : [])], truth[name]);
    });
  }
});

describe('a selection that has no meaning', () => {
  for (const selected of ['63', '03', '04', '10']) {
    it(`0x${selected} tells nothing about the protocols that were asked for`, async () => {
      const verdict = await check((asked) => (asked === '' ? 'connected' : [data(`030000130ed0000012340002000800${selected}000000`)]));
      deepEqual([verdict.state, verdict.protocols, verdict.nla], ['rdp', { rdp: null, tls: null, nla: null }, 'unknown']);
    });
  }
});

describe('first answers of Windows', () => {
  const first = async (hex: string): Promise<ListenerVerdict> =>
    check((asked) => (asked === '' ? 'connected' : asked === '3' ? [data(hex)] : []));
  const rows: readonly (readonly [string, string, (boolean | null)[], string])[] = [
    ['no negotiation: RDP security and nothing else', '0300000b06d00000123400', [true, false, false], 'notOffered'],
    ['failure 2: no TLS and no NLA', '030000130ed000001234000300080002000000', [null, false, false], 'notOffered'],
    ['RDP selected, flags 0', '030000130ed000001234000200080000000000', [true, null, null], 'unknown'],
    ['RDP selected, flags 9', '030000130ed000001234000209080000000000', [true, null, null], 'unknown'],
    ['HYBRID, Server 2008 R2', '030000130ed000001234000201080002000000', [null, null, true], 'unknown'],
    ['HYBRID_EX, Windows 10', '030000130ed00000123400021f080008000000', [null, null, true], 'unknown'],
    ['HYBRID, 2024', '030000130ed00000123400021f080002000000', [null, null, true], 'unknown'],
  ];
  for (const [name, hex, protocols, nla] of rows) {
    it(`${name}; what the silence after it leaves open stays open`, async () => {
      const verdict = await check((asked) => (asked === '' ? 'connected' : asked === '3' ? [data(hex)] : []));
      deepEqual(
        [verdict.state, [verdict.protocols.rdp, verdict.protocols.tls, verdict.protocols.nla], verdict.nla],
        ['rdp', protocols, nla],
      );
    });
  }

  it('of a server that requires NLA need two questions', async () => {
    const required = '030000130ed000001234000300080005000000';
    const verdict = await check(recorded({ 3: '030000130ed00000123400021f080002000000', 0: required, 1: required }));
    deepEqual([verdict.nla, verdict.asked], ['required', ['3', '1']]);
    equal(
      english((await first('030000130ed00000123400021f080002000000')).detail),
      'RDP answers; NLA is offered, and whether it is required is not known.',
    );
  });
});

describe('answers that name a protocol nobody asked for', () => {
  it('count for the protocol they name', async () => {
    // Asked for TLS or CredSSP, together or for CredSSP alone, the server selects RDSTLS: that says nothing about what was asked.
    const rdstls = '030000130ed00000123400021f080004000000';
    const verdict = await check(recorded({ 3: rdstls, 2: rdstls, 1: '030000130ed00000123400021f080001000000', 0: rdstls }));
    deepEqual([verdict.protocols, verdict.nla, verdict.asked], [{ rdp: null, tls: true, nla: null }, 'unknown', ['3', '2', '1']]);
  });
});

describe('failure codes without a server in the lab', () => {
  const failing = (code: number): Script =>
    recorded(Object.fromEntries([0, 1, 2, 3].map((asked) => [asked, `030000130ed00000123400030008000${String(code)}000000`])));

  it('4, inconsistent flags, proves nothing', async () => {
    const { protocols, nla } = await check(failing(4));
    deepEqual({ ...protocols, word: nla }, { rdp: null, tls: null, nla: null, word: 'unknown' });
  });

  it('5 to every question is a server that says it requires NLA', async () => {
    const { protocols, nla } = await check(failing(5));
    deepEqual({ ...protocols, word: nla }, { rdp: false, tls: false, nla: null, word: 'required' });
  });

  it('6, TLS with a client certificate, rules RDP security out and nothing else', async () => {
    const { protocols, nla } = await check(failing(6));
    deepEqual({ ...protocols, word: nla }, { rdp: false, tls: null, nla: null, word: 'unknown' });
  });

  it('7, which no document names, proves nothing', async () => {
    const { protocols } = await check(failing(7));
    deepEqual(protocols, { rdp: null, tls: null, nla: null });
  });
});
