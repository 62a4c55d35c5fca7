// How much checks ask of a listener, and many checks at a time.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Server } from '../../src/core/servers/server';
import { begun, overSsh, play, server, type Played } from './playedChecks';

const modes = ({ started }: Played): readonly unknown[] => started.map(({ request }) => [request.sections === undefined ? 'whole' : 'part', request.manner?.mode]);

/** Lets every check that is begun end at once, until as many have ended. */
async function endAll(played: Played, count: number): Promise<void> {
  for (let next = 0; next < count; next++) {
    await begun(played, next + 1);
    played.started[next]?.end('done');
  }
}

describe('how much a check asks of a listener', () => {
  it('is what the settings say, and all where the check is about the listener', async () => {
    const played = play('checks-modes');
    for (const scope of ['server', 'listener', 'security', 'licensing'] as const) {
      const checking = played.checks.check(server, scope);
      (await begun(played, played.started.length + 1)).end('seen');
      ok((await checking).ok);
    }
    deepEqual(modes(played), [['whole', 'quick'], ['part', 'full'], ['part', 'full'], ['part', 'quick']]);
  });

  it('is never more than gentle where that was chosen', async () => {
    const played = play('checks-gentle', undefined, 'gentle');
    for (const scope of ['server', 'listener'] as const) {
      const checking = played.checks.check(server, scope);
      (await begun(played, played.started.length + 1)).end('seen');
      ok((await checking).ok);
    }
    deepEqual(modes(played), [['whole', 'gentle'], ['part', 'gentle']]);
  });

  it('becomes all for the check of the whole under way, when somebody asks for all', async () => {
    const played = play('checks-more');
    const whole = played.checks.check(server, 'server');
    const first = await begun(played);
    const listener = played.checks.check(server, 'listener');
    const second = await begun(played, 2);
    ok(first.signal.aborted);
    const security = played.checks.check(server, 'security');
    second.end('all');
    first.end('too late');
    const ended = await Promise.all([whole, listener, security]);
    deepEqual(ended.map((outcome) => outcome.ok), [false, true, true]);
    deepEqual(modes(played), [['whole', 'quick'], ['whole', 'full']]);
    equal((await played.reports.read('a'))?.text, 'all');
  });
});

describe('a check of all servers', () => {
  const many = (count: number, like: Server = server): readonly Server[] => Array.from({ length: count }, (_, index) => ({ ...like, id: `${like.via} ${String(index)}` }));

  it('runs as many at a time as the settings say', async () => {
    const played = play('checks-all');
    const checking = played.checks.checkAll(many(20));
    await begun(played, 12);
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(played.started.length, 12);
    await endAll(played, 20);
    ok((await checking).ok);
    equal(played.started.length, 20);
  });

  it('looks at no more than eight hosts from within at a time, and at others beside them', async () => {
    const played = play('checks-hosts');
    const checking = played.checks.checkAll([...many(20, overSsh), ...many(20)]);
    await begun(played, 12);
    await new Promise((resolve) => setTimeout(resolve, 50));
    deepEqual([played.started.length, played.started.filter(({ collect }) => collect !== undefined).length], [12, 8]);
    await endAll(played, 40);
    ok((await checking).ok);
    equal(played.started.length, 40);
  });

  it('reads the files beside once, and writes down what it saw a few times and whole', async () => {
    const played = play('checks-shared');
    const servers = many(200);
    const checking = played.checks.checkAll(servers);
    await endAll(played, servers.length);
    ok((await checking).ok);
    deepEqual([played.reads(), Object.keys(played.remembered() as object).length], [1, 200]);
    ok(played.writes() < 50, `written ${String(played.writes())} times`);
  });
});
