// A name of which one address is dead without a word. Not in the stage of BoringSSL: its runtime takes more connections than a server
// of the lab asks for, and no crypto is concerned.

import { equal, ok } from 'node:assert/strict';
import { createConnector } from '../../src/node/sockets';
import { startDeadAddress } from '../lab/deadAddress';
import { startLabServer } from '../lab/malformedServers';
import { needsSystem } from '../needs';

const never = new AbortController().signal;

describe('a silent address of a name', function () {
  this.timeout(30_000);

  it('is not waited for where another one answers, and is silence where none does', async function () {
    needsSystem(this, 'Linux');
    const dead = await startDeadAddress('127.0.44.31');
    const live = await startLabServer(() => undefined, '127.0.44.32', dead.port);
    try {
      const target = { host: 'rds-07', port: dead.port };
      for (const addresses of [[dead.host, live.host], [dead.host, '127.0.44.33', live.host]]) {
        const connected = await createConnector(async () => addresses).connect(target, 10_000, never);
        ok(connected.kind === 'connected', connected.kind);
        equal(connected.connection.remoteAddress, live.host);
        connected.connection.close();
      }
      const silent = createConnector(async () => [dead.host]);
      equal((await silent.connect(target, 500, never)).kind, 'timeout');
      // A refusal says more than silence, and comes late enough where another address stays silent.
      const refused = createConnector(async () => [dead.host, '127.0.44.33']);
      equal((await refused.connect(target, 1000, never)).kind, 'refused');
    } finally {
      await live.stop();
      await dead.stop();
    }
  });
});
