import { deepEqual, equal } from 'node:assert/strict';
import type { Observation } from '../../../src/core/registry/observation';
import { dwordOf } from '../../../src/core/registry/valueData';
import { createStatements } from '../../../src/core/rules/statements';
import { keyRemoved, listenerKey, named, policyKey, removed, set, terminalServer } from './handMade';

const values = (...observations: readonly Observation[]): readonly (number | undefined)[] =>
  createStatements(observations, [])
    .final('denyConnections')
    .map(({ observation }) => dwordOf(observation.data));
const deny = (value: number): Observation => set(terminalServer, 'fDenyTSConnections', value);

describe('the final state of a source', () => {
  it('keeps the last assignment of a place, whatever the case', () => {
    deepEqual(values(deny(1), set(terminalServer.toUpperCase(), 'fdenytsconnections', 0)), [0]);
  });

  it('counts deletions of the value, of the key and of a key above it', () => {
    deepEqual(values(deny(1), removed(terminalServer, 'FDENYTSCONNECTIONS')), []);
    deepEqual(values(deny(1), keyRemoved(terminalServer.toLowerCase())), []);
    deepEqual(values(deny(1), keyRemoved('SYSTEM\\CurrentControlSet\\Control')), []);
    deepEqual(values(deny(1), keyRemoved(`${terminalServer}\\WinStations`)), [1]);
    deepEqual(values(deny(1), keyRemoved('SYSTEM\\CurrentControlSet\\Control\\Terminal')), [1]);
  });

  it('starts over after a deletion', () => {
    deepEqual(values(deny(1), keyRemoved(terminalServer), named(terminalServer), deny(0)), [0]);
    deepEqual(values(removed(terminalServer, 'fDenyTSConnections'), deny(1)), [1]);
  });

  it('keeps policy, numbered control sets and listeners apart', () => {
    deepEqual(values(deny(1), set(policyKey, 'fDenyTSConnections', 0)), [1, 0]);
    deepEqual(values(deny(1), set(terminalServer.replace('Current', '').replace('Set', 'Set001'), 'fDenyTSConnections', 0)), [1, 0]);
    const ports = createStatements([set(listenerKey, 'PortNumber', 3389), set(`${listenerKey} 2`, 'PortNumber', 3390)], []);
    deepEqual(
      ports.final('listener.portNumber').map(({ listener }) => listener),
      ['RDP-Tcp', 'RDP-Tcp 2'],
    );
  });

  it('knows the policy over a local value, and nothing over a policy', () => {
    const statements = createStatements([deny(1), set(policyKey, 'fDenyTSConnections', 0)], []);
    const [local, policy] = statements.final('denyConnections');
    equal(local && statements.policyOver(local), policy);
    equal(policy && statements.policyOver(policy), undefined);
    equal(createStatements([deny(1), set(policyKey, 'fDenyTSConnections', 0), keyRemoved(policyKey)], []).final('denyConnections').length, 1);
  });
});
