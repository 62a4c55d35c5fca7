// Ground truth, a name that stands for several machines: one is checked, the others are asked, and what is different between them is said.

import { deepEqual, equal } from 'node:assert/strict';
import type { ListenerVerdict } from '../../src/core/listener/verdict';
import { createResolver } from '../../src/node/addresses';
import { createListenerPorts } from '../../src/node/listenerPorts';
import { createConnector } from '../../src/node/sockets';
import { certificatesOf } from '../lab/listenerCertificates';
import { startXrdp, type XrdpListener } from '../lab/xrdp';
import { needs } from '../needs';
import { checkOf, fully } from './check';

const name = 'farm.lab.example';
const [one, other, nobody] = ['127.0.49.1', '127.0.49.2', '127.0.49.3'];

function checkFarm(addresses: readonly string[], port: number): Promise<ListenerVerdict> {
  const resolve = async (): Promise<readonly string[]> => addresses;
  return checkOf(name, port, fully, { ...createListenerPorts(), connector: createConnector(resolve), resolver: createResolver(resolve) });
}

describe('a name of several machines', function () {
  this.timeout(60_000);
  const listeners: XrdpListener[] = [];
  let port = 0;
  before(async function () {
    needs(this, 'xrdp');
    const first = await startXrdp(one, { securityLayer: 'tls' });
    listeners.push(first);
    port = first.port;
    listeners.push(await startXrdp(other, { securityLayer: 'rdp', port }));
  });
  after(() => Promise.all(listeners.map((listener) => listener.stop())));

  it('is checked at one of them, and the others are asked', async () => {
    const { state, remoteAddress, protocols, tls, addresses } = await checkFarm([one, other, nobody], port);
    deepEqual({ state, remoteAddress, protocols }, { state: 'rdp', remoteAddress: one, protocols: { rdp: false, tls: true, nla: false } });
    equal(tls?.chain[0]?.sha256, certificatesOf('healthy')[0]?.fingerprint256.replaceAll(':', '').toLowerCase());
    deepEqual(
      addresses.map(({ address, answer }) => [address, answer.kind, answer.kind === 'selected' ? answer.selectedProtocol : undefined]),
      [
        [other, 'selected', 0],
        [nobody, 'notConnected', undefined],
      ],
    );
  });

  it('is checked although its first address is dead', async () => {
    const { state, remoteAddress, addresses } = await checkFarm([nobody, other], port);
    deepEqual({ state, remoteAddress }, { state: 'rdp', remoteAddress: other });
    deepEqual(
      addresses.map(({ address, answer }) => [address, answer.kind]),
      [[nobody, 'notConnected']],
    );
  });
});
