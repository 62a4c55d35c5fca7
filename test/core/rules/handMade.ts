// Observations made by hand, as a registry.pol or a live server would give them: without key lines, without a .reg file.

import { english } from '../../../src/core/messages/english';
import type { Hive } from '../../../src/core/registry/hives';
import type { Evidence, KeyDeleted, KeyNamed, Observation, Origin, ValueDeleted, ValueSet } from '../../../src/core/registry/observation';
import type { RegistryKey } from '../../../src/core/registry/place';
import { dwordData, stringData, type ValueData } from '../../../src/core/registry/valueData';
import type { Rule } from '../../../src/core/rules/rule';
import { createStatements } from '../../../src/core/rules/statements';

export const terminalServer = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
export const listenerKey = `${terminalServer}\\WinStations\\RDP-Tcp`;
export const policyKey = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

export const machineKey = (path: string, hive: Hive = 'HKEY_LOCAL_MACHINE'): RegistryKey => ({ hive, path });

export const at = (start: number): Evidence => ({ document: 'hand made', range: { start, end: start + 1 } });

/** A number as REG_DWORD, a text as REG_SZ. */
export function set(path: string, name: string, data: number | string | ValueData, start = 0, origin: Origin = 'policy'): ValueSet {
  const typed = typeof data === 'number' ? dwordData(data) : typeof data === 'string' ? stringData(data) : data;
  return { kind: 'set', origin, evidence: at(start), place: { key: machineKey(path), name }, data: typed };
}

export const removed = (path: string, name: string): ValueDeleted => ({
  kind: 'valueDeleted',
  origin: 'policy',
  evidence: at(0),
  place: { key: machineKey(path), name },
});
export const keyRemoved = (path: string): KeyDeleted => ({ kind: 'keyDeleted', origin: 'policy', evidence: at(0), key: machineKey(path) });
export const named = (path: string, start = 0): KeyNamed => ({ kind: 'keyNamed', origin: 'local', evidence: at(start), key: machineKey(path) });

/** The messages of one rule over these observations. */
export function say(rule: Rule, ...observations: readonly Observation[]): readonly string[] {
  return [...rule.check(createStatements(observations, []))].map((found) => english(found.message));
}
