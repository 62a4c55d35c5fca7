// Work that many events ask for is done for the first of them, and after the last.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { coalesced } from '../../src/editor/coalesced';
import { until } from '../hosts/waiting';

describe('coalesced work', () => {
  it('is done at once for an event that stands alone', () => {
    let done = 0;
    const ask = coalesced(() => done++, 20);
    ask();
    ask.dispose();
    equal(done, 1);
  });

  it('is done again after the last of many events, and sees what that one said', async () => {
    const seen: number[] = [];
    let said = 0;
    const ask = coalesced(() => seen.push(said), 20);
    for (said = 1; said <= 1000; said++) ask();
    const last = --said;
    await until(() => seen.at(-1), (value) => value === last);
    deepEqual(seen, [1, 1000]);
    ask.dispose();
  });

  it('rests when nothing more is said, and starts at once the next time', async () => {
    let done = 0;
    const ask = coalesced(() => done++, 5);
    ask();
    ask();
    await until(() => done, (value) => value === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(done, 2);
    ask();
    equal(done, 3);
    ask.dispose();
  });

  it('is not done any more once it is disposed', async () => {
    let done = 0;
    const ask = coalesced(() => done++, 5);
    ask();
    ask();
    ask.dispose();
    await new Promise((resolve) => setTimeout(resolve, 50));
    ok(done === 1);
  });
});
