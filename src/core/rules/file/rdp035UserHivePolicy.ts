// A policy for computers written to HKEY_CURRENT_USER. Some policies exist for both; this one the templates know for computers only, and
// Windows reads it in HKEY_LOCAL_MACHINE. Settings outside the policy keys are RDP204's. Source: TerminalServer.admx and its like.

import { message } from '../../messages/message';
import { findSetting } from '../../rdp/lookup';
import type { Place, RegistryKey } from '../../registry/place';
import { keyGroups } from '../port/keyGroups';
import type { Rule } from '../rule';

const POLICIES = /\\policies\\/i;

export const rdp035UserHivePolicy: Rule = {
  code: 'RDP035',
  title: message('RDP035.title'),
  severity: 'warning',
  symptom: null,
  *check({ observations }) {
    for (const { key, about: to, sets } of keyGroups(observations, machineTwin)) {
      const misplaced = sets.filter(({ place }) => isForComputersOnly(place, to));
      for (const { place, evidence } of misplaced) {
        yield {
          message: message('RDP035.message', place.name),
          evidence,
          places: [place],
          // The key line can be repaired only where nothing else stands under it.
          remedies:
            misplaced.length === sets.length
              ? [{ title: message('RDP035.fix'), effect: 'changes-behaviour', preferred: true, actions: [{ kind: 'renameKey', from: key, to }] }]
              : [],
        };
      }
    }
  },
};

function machineTwin({ hive, path }: RegistryKey): RegistryKey | undefined {
  return hive === 'HKEY_CURRENT_USER' && POLICIES.test(path) ? { hive: 'HKEY_LOCAL_MACHINE', path } : undefined;
}

function isForComputersOnly(place: Place, key: RegistryKey): boolean {
  return findSetting(place) === undefined && findSetting({ key, name: place.name })?.side === 'policy';
}
