import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { addServers, changeServer, rawList, removeServer } from '../../../src/core/servers/entries';
import { readServer } from '../../../src/core/servers/server';
import { findServer, joinServers } from '../../../src/core/servers/serverList';

const entry = { id: 'a1', label: 'rds-07', address: 'rds-07.corp.example' };

function faultOf(value: unknown): string | undefined {
  const read = readServer(value);
  return read.ok ? undefined : read.fault.message.key;
}

describe('an entry of the server list', () => {
  it('needs an address and nothing else', () => {
    const read = readServer({ address: 'rds-07' });
    ok(read.ok);
    deepEqual(read.server, {
      id: 'rds-07 rds-07',
      label: 'rds-07',
      address: 'rds-07',
      port: 3389,
      via: 'none',
      ssh: undefined,
      group: undefined,
      tags: [],
    });
  });

  it('is refused with the field that is wrong', () => {
    equal(faultOf({}), 'server.fault.addressField');
    equal(faultOf({ address: 'rds-07:3389' }), 'server.fault.addressField');
    equal(faultOf({ address: 'rds-07', port: 70000 }), 'server.fault.port');
    equal(faultOf({ address: 'rds-07', port: '3389' }), 'server.fault.port');
    equal(faultOf({ address: 'rds-07', via: 'telnet' }), 'server.fault.via');
    equal(faultOf({ address: 'rds-07', via: 'ssh' }), 'server.fault.ssh');
    for (const ssh of ['-oProxyCommand=calc', 'rds 07', '$(id)', 'admin@', 'rds-07:0', 7]) equal(faultOf({ address: 'rds-07', ssh }), 'server.fault.ssh');
    equal(faultOf({ address: 'rds-07', tags: 'lab' }), 'server.fault.tags');
    equal(faultOf({ address: 'rds-07', label: 7 }), 'server.fault.label');
    equal(faultOf('rds-07'), 'server.fault.entry');
    equal(faultOf(null), 'server.fault.entry');
  });

  it('is refused when it holds a secret, under any name and at any depth', () => {
    for (const name of ['password', 'Password', 'rdpPassword', 'passphrase', 'secret', 'private key', 'apiToken', 'pwd']) {
      equal(faultOf({ ...entry, [name]: 'x' }), 'server.fault.secret', name);
      equal(faultOf({ ...entry, login: [{ [name]: 'x' }] }), 'server.fault.secret', name);
    }
  });

  it('is never a reason to fail, whatever it holds', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof readServer(value).ok === 'boolean'), { seed: 1, numRuns: 500 });
  });
});

describe('the servers of user and workspace', () => {
  it('are one list', () => {
    const list = joinServers({ user: [entry], workspace: [{ address: 'lab-1' }] });
    deepEqual(
      list.entries.map(({ server, origin, index }) => [server.label, origin, index]),
      [
        ['rds-07', 'user', 0],
        ['lab-1', 'workspace', 0],
      ],
    );
  });

  it('keep what cannot be used apart, with its place', () => {
    const list = joinServers({ user: [entry, { address: '' }], workspace: { address: 'x' } });
    deepEqual(
      list.problems.map(({ origin, index, fault }) => [origin, index, fault?.field]),
      [
        ['user', 1, 'address'],
        ['workspace', undefined, undefined],
      ],
    );
    equal(list.entries.length, 1);
  });

  it('let the user’s entry stand for the workspace’s of the same id', () => {
    const list = joinServers({ user: [entry], workspace: [{ ...entry, label: 'theirs' }] });
    deepEqual(list.entries.map(({ server }) => server.label), ['rds-07']);
  });

  it('have ids that differ, also where a line was copied', () => {
    const list = joinServers({ user: [entry, { ...entry, label: 'copy' }, { address: 'x' }, { address: 'x' }], workspace: [{ address: 'x' }] });
    const ids = list.entries.map(({ server }) => server.id);
    equal(ids.length, 5);
    equal(new Set(ids).size, ids.length);
  });
});

describe('a change of the list', () => {
  const newId = (): string => 'new';

  it('adds without touching what is there, and writes no default', () => {
    const list = [{ anything: true }, 7];
    deepEqual(addServers(list, [{ label: 'a', address: 'a', port: 3389 }, { label: 'b', address: 'b', port: 3390, group: 'Lab' }], newId), [
      { anything: true },
      7,
      { id: 'new', label: 'a', address: 'a' },
      { id: 'new', label: 'b', address: 'b', port: 3390, group: 'Lab' },
    ]);
  });

  it('keeps unknown fields and the id', () => {
    const list = [{ broken: 1 }, { ...entry, color: 'red', group: 'Lab' }];
    deepEqual(changeServer(list, 'a1', { label: 'renamed', address: 'rds-08', port: 3390, group: undefined }, newId), [
      { broken: 1 },
      { id: 'a1', label: 'renamed', address: 'rds-08', color: 'red', port: 3390 },
    ]);
  });

  it('gives an entry written by hand its id on the first edit', () => {
    const changed = changeServer([{ address: 'x' }], 'x x', { label: 'x', address: 'x', port: 3389 }, newId);
    deepEqual(changed, [{ address: 'x', id: 'new', label: 'x' }]);
  });

  it('does nothing to a server that is gone', () => {
    equal(changeServer([entry], 'other', { label: 'x', address: 'x', port: 3389 }, newId), undefined);
    equal(removeServer([entry], 'other'), undefined);
  });

  it('removes one entry and leaves the rest', () => {
    deepEqual(removeServer([{ broken: 1 }, entry], 'a1'), [{ broken: 1 }]);
  });

  it('needs a list to change', () => {
    deepEqual(rawList(undefined), []);
    equal(rawList({ a: 1 }), undefined);
  });

  it('reads back what the form wrote', () => {
    const fields = fc.record({
      label: fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
      address: fc.constantFrom('rds-07', '10.0.0.7', '::1'),
      port: fc.integer({ min: 1, max: 65535 }),
      group: fc.constantFrom(undefined, 'Lab'),
    }, { noNullPrototype: true });
    fc.assert(
      fc.property(fields, (wanted) => {
        const list = joinServers({ user: addServers([], [wanted], newId), workspace: undefined });
        const server = findServer(list, 'new')?.server;
        deepEqual({ label: server?.label, address: server?.address, port: server?.port, group: server?.group }, wanted);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
