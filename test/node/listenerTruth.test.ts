// Ground truth, negotiation: what real servers answer to each question in each of their configurations, and the verdict that is true of
// it. xrdp selects a protocol nobody asked for; FreeRDP has NLA in every form.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { mostConnections } from '../../src/core/listener/probeManner';
import type { ListenerVerdict } from '../../src/core/listener/verdict';
import { startXrdp, type XrdpSetup } from '../lab/xrdp';
import { needs, needsIpv6 } from '../needs';
import { checkOf, fully, patient } from './check';
import { answersOf, shadowsForSuite, startedForSuite, type TrueListener } from './truth';

interface Row {
  /** To no negotiation data, RDP, TLS, CredSSP, TLS or CredSSP, RDSTLS, TLS or CredSSP or HYBRID_EX. */
  readonly answers: string;
  /** What is accepted, in the order of the verdict. */
  readonly accepts: string;
  readonly nla: ListenerVerdict['nla'];
  readonly certificateMissing?: true;
}

interface XrdpRow extends Row {
  readonly securityLayer: XrdpSetup['securityLayer'];
}

const xrdpRows: readonly XrdpRow[] = [
  { securityLayer: 'rdp', answers: 'plain selects0 selects0 selects0 selects0 selects0 selects0', accepts: 'rdp', nla: 'notOffered' },
  { securityLayer: 'negotiate', answers: 'plain selects0 selects1 selects0 selects1 selects0 selects1', accepts: 'rdp tls', nla: 'notOffered' },
  { securityLayer: 'tls', answers: 'plain fails1 selects1 fails1 selects1 fails1 selects1', accepts: 'tls', nla: 'notOffered' },
  {
    securityLayer: 'tls',
    certificateMissing: true,
    answers: 'plain fails3 fails3 fails3 fails3 fails3 fails3',
    accepts: '',
    nla: 'notOffered',
  },
  // It says nothing of a certificate: it falls back to RDP.
  { securityLayer: 'negotiate', answers: 'plain selects0 selects0 selects0 selects0 selects0 selects0', accepts: 'rdp', nla: 'notOffered' },
];

const [, negotiates] = xrdpRows;

const cryptLevels = ['none', 'low', 'medium', 'high', 'fips'] as const;

interface ShadowRow extends Row {
  readonly options: readonly string[];
}

const shadowRows: readonly ShadowRow[] = [
  { options: ['/sec:rdp'], answers: 'selects0 selects0 fails2 fails2 fails2 fails2 fails2', accepts: 'rdp', nla: 'notOffered' },
  { options: ['/sec:tls'], answers: 'fails1 fails1 selects1 fails1 selects1 fails1 selects1', accepts: 'tls', nla: 'notOffered' },
  { options: ['/sec:nla'], answers: 'fails5 fails5 fails5 selects2 selects2 fails5 selects2', accepts: 'nla', nla: 'required' },
  { options: ['+sec-nla'], answers: 'selects0 selects0 selects1 selects2 selects2 fails2 selects2', accepts: 'rdp tls nla', nla: 'offered' },
  { options: ['/sec:nla', '+sec-tls'], answers: 'fails1 fails1 selects1 selects2 selects2 fails1 selects2', accepts: 'tls nla', nla: 'offered' },
  { options: [], answers: 'selects0 selects0 selects1 fails2 selects1 fails2 selects1', accepts: 'rdp tls', nla: 'notOffered' },
  { options: ['+auth'], answers: 'selects0 selects0 selects1 fails2 selects1 fails2 selects1', accepts: 'rdp tls', nla: 'notOffered' },
  { options: ['/sec:ext'], answers: 'fails1 fails1 fails1 fails1 fails1 fails1 fails1', accepts: '', nla: 'notOffered' },
];

const everyXrdp = xrdpRows.flatMap((row, index) =>
  cryptLevels.map((cryptLevel, level) => ({
    ...row,
    name: `security_layer=${row.securityLayer} crypt_level=${cryptLevel}${index < 3 ? '' : ' without its certificate'}`,
    host: `127.0.41.${String(10 * (index + 1) + level)}`,
    setup: { securityLayer: row.securityLayer, cryptLevel, certificate: index < 3 ? 'healthy' : 'absent' } satisfies XrdpSetup,
  })),
);

describe('the negotiation of xrdp', function () {
  this.timeout(60_000);
  before(function () {
    needs(this, 'xrdp');
  });
  const listenerOf = startedForSuite(everyXrdp, ({ host, setup }) => startXrdp(host, setup));

  for (const row of everyXrdp) {
    it(row.name, async () => {
      await check(listenerOf(row), row, 0x01, 0x1234);
    });
  }

  it('is told right by a gentle check, as far as one tells', async () => {
    await Promise.all(everyXrdp.map((row) => checkGently(listenerOf(row), row)));
  });

  it('is asked one thing per connection, one connection after the other, and takes it', async () => {
    const row = everyXrdp.find(({ securityLayer }) => securityLayer === 'negotiate');
    ok(row !== undefined);
    const { host, port } = listenerOf(row);
    for (let round = 0; round < 10; round++) {
      const { exchanges } = await checkOf(host, port);
      deepEqual(
        exchanges.map(({ answer }) => answer.kind),
        ['selected', 'selected'],
      );
    }
  });
});

describe('the negotiation of xrdp over IPv6', () => {
  it('is the same', async function () {
    needs(this, 'xrdp');
    needsIpv6(this);
    ok(negotiates !== undefined);
    const listener = await startXrdp('::1', { securityLayer: negotiates.securityLayer });
    try {
      await check(listener, negotiates, 0x01, 0x1234);
    } finally {
      await listener.stop();
    }
  });
});

describe('the negotiation of FreeRDP', function () {
  this.timeout(60_000);
  const listenerOf = shadowsForSuite(shadowRows, '127.0.42');

  for (const row of shadowRows) {
    it(row.options.join(' ') || 'as it comes', async () => {
      await check(listenerOf(row), row, 0x03, 0);
    });
  }

  it('is told right by a gentle check, as far as one tells', async () => {
    await Promise.all(shadowRows.map((row) => checkGently(listenerOf(row), row)));
  });
});

async function check(listener: TrueListener, row: Row, flags: number, sourceReference: number): Promise<void> {
  equal(await answersOf(listener), row.answers);
  for (const options of [patient, fully]) {
    const { state, protocols, nla, certificateMissing, exchanges, sourceReference: said } = await checkOf(listener.host, listener.port, options);
    deepEqual(
      { state, accepts: Object.entries(protocols).flatMap(([name, accepted]) => (accepted === true ? [name] : [])).join(' '), nla, certificateMissing },
      { state: 'rdp', accepts: row.accepts, nla: row.nla, certificateMissing: row.certificateMissing === true },
    );
    equal(said, sourceReference);
    for (const { answer } of exchanges) if (answer.kind === 'selected') equal(answer.flags, flags);
    ok(exchanges.length <= mostConnections[options.mode], String(exchanges.length));
  }
}

/** With two questions a check may not know; what it says is true all the same. */
async function checkGently({ host, port }: TrueListener, row: Row): Promise<void> {
  const { state, protocols, nla, exchanges } = await checkOf(host, port, { ...patient, mode: 'gentle' });
  equal(state, 'rdp');
  for (const [name, accepted] of Object.entries(protocols)) if (accepted !== null) equal(accepted, row.accepts.split(' ').includes(name), name);
  ok(nla === row.nla || nla === 'unknown', nla);
  ok(exchanges.length <= mostConnections.gentle, String(exchanges.length));
}
