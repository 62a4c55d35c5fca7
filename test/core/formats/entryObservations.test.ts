// What entries of a GPO say about the registry.

import { deepEqual, equal } from 'node:assert/strict';
import type { Entry, RegistryEntry } from '../../../src/core/formats/entry';
import { observationsOf } from '../../../src/core/formats/entryObservations';
import { opensPort } from '../../../src/core/rdp/firewallRule';
import { keyText } from '../../../src/core/registry/place';
import { hexText, textOf } from '../../../src/core/registry/valueData';
import type { Observation } from '../../../src/core/registry/observation';

const evidence = { document: 'a', range: { start: 3, end: 4 } };
const TS = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const entry = (parts: Partial<RegistryEntry>): RegistryEntry => ({ kind: 'registry', hive: 'machine', key: TS, name: 'N', type: 4, data: Uint8Array.of(1, 0, 0, 0), action: 'set', evidence, ...parts });

function told(observation: Observation): string {
  if ('key' in observation) return `${observation.kind} ${keyText(observation.key)}`;
  const data = observation.kind === 'set' ? ` ${String(observation.data.type)}:${hexText(observation.data.bytes)}` : '';
  return `${observation.kind} ${keyText(observation.place.key)}|${observation.place.name}${data}`;
}
const says = (...entries: readonly Entry[]): readonly string[] => observationsOf(entries, 'policy').map(told);

describe('entries as observations', () => {
  it('keep their evidence and the origin they are given', () => {
    const [observation] = observationsOf([entry({})], 'preference');
    deepEqual([observation?.evidence, observation?.origin], [evidence, 'preference']);
  });

  it('say what is set, deleted and created, under the root of their hive', () => {
    const HKLM = `HKEY_LOCAL_MACHINE\\${TS}`;
    deepEqual(says(entry({})), [`set ${HKLM}|N 4:01000000`]);
    deepEqual(says(entry({ hive: 'user', key: `${TS}\\` })), [`set HKEY_CURRENT_USER\\${TS}|N 4:01000000`]);
    deepEqual(['classes', 'users', 'config'].flatMap((hive) => says(entry({ hive: hive as RegistryEntry['hive'] }))).map((line) => /HKEY_\w+/.exec(line)?.[0]), ['HKEY_CLASSES_ROOT', 'HKEY_USERS', 'HKEY_CURRENT_CONFIG']);
    deepEqual(says(entry({ action: 'deleteValue' })), [`valueDeleted ${HKLM}|N`]);
    deepEqual(says(entry({ action: 'deleteValues', name: '', names: ['A', 'B'] })), [`valueDeleted ${HKLM}|A`, `valueDeleted ${HKLM}|B`]);
    deepEqual(says(entry({ action: 'createKey', name: '' })), [`keyNamed ${HKLM}`]);
    deepEqual(says(entry({ action: 'deleteKey', name: '' })), [`keyDeleted ${HKLM}`]);
    deepEqual(says(entry({ action: 'deleteKeys', name: '', names: ['Sub'], key: 'SYSTEM' })), ['keyDeleted HKEY_LOCAL_MACHINE\\SYSTEM\\Sub']);
  });

  it('say nothing where an observation could not, or where they do nothing', () => {
    deepEqual(says(entry({ action: 'deleteAllValues' }), entry({ action: 'soft' }), entry({ action: 'secureKey' }), entry({ disabled: true }), entry({ type: undefined })), []);
    deepEqual(says({ kind: 'service', name: 'TermService', startMode: 4, evidence, disabled: true }, { kind: 'service', name: 'TermService', startMode: undefined, evidence }), []);
    deepEqual(says({ kind: 'userRight', right: 'SeX', principals: [], evidence }, { kind: 'policy', name: 'P', category: 'C', state: 'enabled', evidence }), []);
    deepEqual(says({ kind: 'groupMember', group: { sid: undefined, name: 'g' }, relation: 'members', principals: [], evidence }), []);
    deepEqual(says(entry({ key: 'Software\\Policies\\Vendor' })), []);
  });

  it('say the start of a service', () => {
    deepEqual(says({ kind: 'service', name: 'TermService', startMode: 4, evidence }), ['set HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\TermService|Start 4:04000000']);
  });

  it('say a firewall rule as Windows stores one, where the rules look for it', () => {
    const fields = { Version: '2.30', Action: 'Allow', Name: 'RDP | in', Dir: 'In', Protocol: '6', LPort: '3389, 3390', Active: 'TRUE' };
    const observations = observationsOf([{ kind: 'firewallRule', fields, evidence }, { kind: 'firewallRule', fields: { ...fields, Version: '', Action: 'Block' }, evidence }], 'policy');
    const sets = observations.filter((observation) => observation.kind === 'set');
    deepEqual(sets.map(({ place }) => place.name), ['RDP | in', 'RDP | in (2)']);
    const [first] = sets;
    equal(first === undefined ? '' : textOf(first.data), 'v2.30|Action=Allow|Name=RDP   in|Dir=In|Protocol=6|LPort=3389|LPort=3390|Active=TRUE|');
    deepEqual(sets.map((value) => opensPort(value, 'TCP', 3390)), [true, false]);
  });
});
