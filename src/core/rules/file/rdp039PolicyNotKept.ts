// A policy value written by a .reg file, of a setting that the server also has as its own: where a policy object manages the value, the
// next refresh overwrites it. Many files do this on purpose, so a hint, once per source. Silent about settings that only policy has,
// and about sources that are policies themselves. Sources: Microsoft, General Remote Desktop connection troubleshooting. How long such a value
// lasts depends on the domain: assumed.

import { message } from '../../messages/message';
import { TERMINAL_SERVICES } from '../../rdp/policies/policy';
import type { Rule } from '../rule';
import type { SettingSeen } from '../statements';

export const rdp039PolicyNotKept: Rule = {
  code: 'RDP039',
  title: message('RDP039.title'),
  severity: 'hint',
  symptom: null,
  *check({ allFinal }) {
    const first = allFinal.find(isOwnSettingByPolicy);
    if (first === undefined) return;
    const { place, evidence } = first.observation;
    yield { message: message('RDP039.message', place.name), evidence, places: [place], certainty: 'assumed' };
  },
};

function isOwnSettingByPolicy({ side, setting, observation }: SettingSeen): boolean {
  if (side !== 'policy' || observation.origin !== 'local' || observation.place.key.hive !== 'HKEY_LOCAL_MACHINE') return false;
  return setting.policy?.path === TERMINAL_SERVICES && setting.place.path !== TERMINAL_SERVICES;
}
