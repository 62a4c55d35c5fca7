// Checks where two things happen at once: a server is removed, or checked again, while its check runs; and what a check of the whole
// collects and keeps.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { fail, succeed } from '../../src/core/result';
import { checkParts } from '../../src/core/servers/checkParts';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import type { Shells } from '../../src/editor/shells';
import { begun, lost, overSsh, play, server, snapshotSaying } from './playedChecks';

describe('a check that runs while its server', () => {
  it('is removed writes nothing back', async () => {
    const played = play('checks-removed');
    const checking = played.checks.check(server, 'server');
    const run = await begun(played);
    const forgetting = played.checks.forget('a');
    ok(run.signal.aborted);
    run.end('too late');
    await Promise.all([checking, forgetting]);
    deepEqual([played.last(), played.remembered(), await played.reports.read('a')], [undefined, {}, undefined]);
  });

  it('is checked again is joined', async () => {
    const played = play('checks-joined');
    const first = played.checks.check(server, 'server');
    const run = await begun(played);
    let ended = false;
    const second = played.checks.check(server, 'server').finally(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(ended, false, 'the second command is over before the check is');
    run.end('seen');
    ok((await first).ok && (await second).ok);
    equal(played.started.length, 1);
    equal((await played.reports.read('a'))?.text, 'seen');
  });

  it('gets another address is given up for a check of that address', async () => {
    const played = play('checks-moved');
    const first = played.checks.check(server, 'server');
    const old = await begun(played);
    const second = played.checks.check({ ...server, address: 'rds-08' }, 'server');
    const run = await begun(played, 2);
    deepEqual([old.signal.aborted, run.request.address], [true, 'rds-08']);
    run.end('rds-08');
    old.end('rds-07');
    await Promise.all([first, second]);
    equal((await played.reports.read('a'))?.text, 'rds-08');
  });
});

/** A shell whose host gives this snapshot. */
const giving = (snapshot: Snapshot): Pick<Shells, 'use'> => ({
  use: (_server, _progress, signal, work) => {
    const shell = { machine: 'admin@rds-07' } as unknown as Parameters<typeof work>[0];
    const loaded = { collect: () => Promise.resolve(succeed(snapshot)) } as unknown as Parameters<typeof work>[1];
    return signal.aborted ? Promise.resolve(fail(lost)) : work(shell, loaded);
  },
});

describe('a check of a whole server', () => {
  it('looks at the host only where the list says how', async () => {
    const played = play('checks-outside');
    const checking = played.checks.check(server, 'server');
    const run = await begun(played);
    deepEqual([run.collect, run.request.sections], [undefined, undefined]);
    run.end('outside');
    ok((await checking).ok);
    equal(played.opened(), 0);
  });

  it('says on the node what is done, opens one shell, and keeps the snapshot and the one before', async () => {
    const played = play('checks-collected', giving(snapshotSaying('now')));
    for (const text of ['first', 'second']) {
      const checking = played.checks.check(overSsh, 'server');
      const run = await begun(played, text === 'first' ? 1 : 2);
      const collected = await run.collect?.({}, run.signal);
      ok(collected?.ok);
      run.end(text, succeed(snapshotSaying(text)));
      ok((await checking).ok);
    }
    equal(played.opened(), 2, 'one shell for each check');
    deepEqual(played.phases.slice(0, 3), ['server.state.checking', 'server.state.connecting', 'server.state.collecting']);
    const kept = async (which: 'last' | 'before'): Promise<unknown> => JSON.parse(new TextDecoder().decode(await played.snapshots.read('a', which)));
    deepEqual([await kept('last'), await kept('before')], [snapshotSaying('second'), snapshotSaying('first')]);
    await played.checks.forget('a');
    deepEqual([await played.snapshots.read('a', 'last'), await played.snapshots.read('a', 'before')], [undefined, undefined]);
  });

  it('keeps what the listener said where the host was not reached, and why it was not', async () => {
    const played = play('checks-unreached');
    const checking = played.checks.check(overSsh, 'server');
    const run = await begun(played);
    const collected = await run.collect?.({}, run.signal);
    equal(collected?.ok, false);
    run.end('seen from outside', fail(lost));
    ok((await checking).ok);
    deepEqual([played.last()?.status.key, played.last()?.unreached?.code], ['listener.status.required', 'hostUnreachable']);
    equal(await played.snapshots.read('a', 'last'), undefined);
  });

  it('collects only what one part needs, and joins a check of the whole', async () => {
    const played = play('checks-part');
    const part = played.checks.check(overSsh, 'licensing');
    const first = await begun(played);
    deepEqual(first.request.sections, checkParts.licensing);
    const whole = played.checks.check(overSsh, 'server');
    const second = await begun(played, 2);
    ok(first.signal.aborted, 'less than what is asked for now');
    const joined = played.checks.check(overSsh, 'licensing');
    second.end('whole');
    first.end('too late');
    await Promise.all([part, whole, joined]);
    equal(played.started.length, 2);
    equal((await played.reports.read('a'))?.text, 'whole');
  });
});
