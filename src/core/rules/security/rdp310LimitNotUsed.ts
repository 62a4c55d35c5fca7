// A value of the listener that counts only while its fInherit switch is 0, in a source that says 1: Windows takes the user's setting
// instead. Which values have such a switch is in the table of settings. A value that Windows has anyway is not reported, and nothing is
// said where the source is silent about the switch. Known from exports and scripts of Microsoft's, hence assumed.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import { changeTo } from '../settingRule';
import type { SettingSeen, Statements } from '../statements';

type Gates = ReadonlyMap<string, SettingSeen>;

const FOR_LISTENERS = 'listener.';

export const rdp310LimitNotUsed: Rule = {
  code: 'RDP310',
  title: message('RDP310.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    let gates: Gates | undefined;
    for (const seen of statements.allFinal) {
      const { setting, side, listener, observation } = seen;
      const { countsWhile } = setting;
      if (countsWhile === undefined || !setting.id.startsWith(FOR_LISTENERS) || side === 'policy' || statements.policyOver(seen) !== undefined) continue;
      const value = dwordOf(observation.data);
      gates ??= gatesOf(statements);
      const gate = gates.get(gateName(countsWhile.setting, listener));
      const state = gate === undefined ? undefined : dwordOf(gate.observation.data);
      if (gate === undefined || state === undefined || state === countsWhile.equals || value === undefined || value === setting.standard) continue;
      const [name, switchName] = [observation.place.name, gate.observation.place.name];
      yield {
        message: message('RDP310.message', switchName, state, name, listener ?? ''),
        evidence: gate.observation.evidence,
        places: [gate.observation.place, observation.place],
        related: [{ message: message('RDP310.related'), evidence: observation.evidence }],
        certainty: 'assumed',
        remedies: [changeTo(gate, countsWhile.equals, message('RDP310.fix', name, switchName, countsWhile.equals))],
      };
    }
  },
};

function gatesOf({ allFinal }: Statements): Gates {
  return new Map(allFinal.map((seen) => [gateName(seen.setting.id, seen.listener), seen]));
}

function gateName(setting: string, listener = ''): string {
  return `${setting} ${listener.toLowerCase()}`;
}
