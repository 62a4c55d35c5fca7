// What a name stands for, asked within a time: of resolvers that answer, do not answer, and answer badly.

import { deepEqual, match, ok } from 'node:assert/strict';
import { createResolver } from '../../src/node/addresses';

const never = new AbortController().signal;

describe('the addresses of a name', () => {
  it('are those of the system, each once and in its order', async () => {
    const ofLocalhost = await createResolver().addresses('localhost', 10_000, never);
    ok(ofLocalhost.kind === 'resolved');
    ok(ofLocalhost.addresses.every((address) => /^(?:127\.0\.0\.1|::1)$/.test(address)), ofLocalhost.addresses.join());
    const found = ['192.0.2.7', '2001:db8::7', '192.0.2.7', '192.0.2.8', '2001:db8::7'];
    const resolved = await createResolver(async () => found).addresses('rds-07', 10_000, never);
    deepEqual(resolved, { kind: 'resolved', addresses: ['192.0.2.7', '2001:db8::7', '192.0.2.8'] });
  });

  it('are a literal address itself, of which nobody is asked', async () => {
    const resolver = createResolver(() => Promise.reject(new Error('asked')));
    for (const host of ['192.0.2.7', '2001:db8::7', 'fe80::1%eth0']) {
      deepEqual(await resolver.addresses(host, 10_000, never), { kind: 'resolved', addresses: [host] });
    }
  });

  it('are none for a name that the system does not know, or that has none', async () => {
    const unknown = await createResolver().addresses('no-such-host.invalid', 20_000, never);
    ok(unknown.kind === 'unresolved');
    match(unknown.systemCode, /^(?:ENOTFOUND|EAI_AGAIN)$/);
    deepEqual(await createResolver(async () => []).addresses('rds-07', 10_000, never), { kind: 'unresolved', systemCode: 'ENODATA' });
  });

  it('are not waited for beyond the time, nor once it is cancelled', async () => {
    const stuck = createResolver(() => new Promise(() => undefined));
    deepEqual(await stuck.addresses('rds-07', 30, never), { kind: 'unresolved', systemCode: 'ETIMEDOUT' });
    const cancel = new AbortController();
    const asking = stuck.addresses('rds-07', 60_000, cancel.signal);
    cancel.abort();
    deepEqual(await asking, { kind: 'cancelled', systemCode: 'ABORT_ERR' });
    deepEqual(await stuck.addresses('192.0.2.7', 60_000, cancel.signal), { kind: 'cancelled', systemCode: 'ABORT_ERR' });
  });
});
