// A policy for computers written to HKEY_CURRENT_USER, or to a user's key below HKEY_USERS. Some policies exist for both; this one
// the templates know for computers only, and Windows reads it in HKEY_LOCAL_MACHINE. Settings outside the policy keys are RDP204's. Source: TerminalServer.admx and its like.

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
          message: message(key.hive === 'HKEY_USERS' ? 'RDP035.users' : 'RDP035.message', place.name),
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
  if (!POLICIES.test(path)) return undefined;
  if (hive === 'HKEY_CURRENT_USER') return { hive: 'HKEY_LOCAL_MACHINE', path };
  // Below HKEY_USERS the user comes first: `.DEFAULT`, a SID, the name of a loaded hive.
  return hive === 'HKEY_USERS' ? { hive: 'HKEY_LOCAL_MACHINE', path: path.slice(path.indexOf('\\') + 1) } : undefined;
}

function isForComputersOnly({ name }: Place, key: RegistryKey): boolean {
  return findSetting({ key: { hive: 'HKEY_CURRENT_USER', path: key.path }, name }) === undefined && findSetting({ key, name })?.side === 'policy';
}
