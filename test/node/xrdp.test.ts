// Real xrdp listeners in each security layer, with and without a certificate: what the check says is what they are configured to do.

import { deepEqual } from 'node:assert/strict';
import { startXrdp, type XrdpListener, type XrdpSetup } from '../lab/xrdp';
import { needs } from '../needs';
import { checkOf } from './check';

type Row = readonly [name: string, host: string, setup: XrdpSetup, rdp: boolean, tls: boolean, certificateMissing: boolean];

const rows: readonly Row[] = [
  ['rdp', '127.0.41.1', { securityLayer: 'rdp', certificate: true }, true, false, false],
  ['negotiate', '127.0.41.2', { securityLayer: 'negotiate', certificate: true }, true, true, false],
  ['tls', '127.0.41.3', { securityLayer: 'tls', certificate: true }, false, true, false],
  ['tls without its certificate', '127.0.41.4', { securityLayer: 'tls', certificate: false }, false, false, true],
  ['negotiate without its certificate', '127.0.41.5', { securityLayer: 'negotiate', certificate: false }, true, false, false],
];

describe('xrdp', function () {
  this.timeout(60_000);
  const listeners = new Map<string, XrdpListener>();

  before(async function () {
    needs(this, 'xrdp');
    await Promise.all(rows.map(async ([name, host, setup]) => listeners.set(name, await startXrdp(host, setup))));
  });

  after(async () => {
    await Promise.all([...listeners.values()].map((listener) => listener.stop()));
  });

  for (const [name, , , rdp, tls, certificateMissing] of rows) {
    it(`with security layer ${name}`, async () => {
      const listener = listeners.get(name);
      const verdict = await checkOf(listener?.host ?? '', listener?.port ?? 0);
      deepEqual(
        { state: verdict.state, protocols: verdict.protocols, nla: verdict.nla, certificateMissing: verdict.certificateMissing },
        { state: 'rdp', protocols: { rdp, tls, nla: false }, nla: 'notOffered', certificateMissing },
      );
    });
  }

  it('is asked one thing per connection, one connection after the other, and takes it', async () => {
    const { host, port } = listeners.get('negotiate') ?? { host: '', port: 0 };
    for (let round = 0; round < 10; round++) {
      const { exchanges } = await checkOf(host, port);
      deepEqual(
        exchanges.map(({ answer }) => answer.kind),
        ['selected', 'selected'],
      );
    }
  });
});
