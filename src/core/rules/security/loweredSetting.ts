// What RDP501 to RDP503 share: one value of one setting lowers security, as the server's own setting or as policy. A local value under
// a policy in the same source counts for nothing and is not reported. No repair is preferred: the value may be there on purpose.

import type { ListenerSeen } from '../../listener/seen';
import type { Message } from '../../messages/message';
import type { SettingId } from '../../rdp/settings';
import { dwordData, dwordOf } from '../../registry/valueData';
import type { Found, Rule, RuleCode } from '../rule';
import type { SettingSeen, Statements } from '../statements';
import { askedListener } from './askedListener';

interface LoweredSetting {
  readonly code: RuleCode;
  readonly title: Message;
  readonly setting: SettingId;
  readonly lowered: number;
  /** With the name of the listener. */
  local(listener: string): Message;
  readonly policy: Message;
  readonly why: Message;
  readonly repairs: readonly { readonly title: Message; readonly value: number }[];
  /** The same fact as a listener shows it from outside, where it can be seen there. */
  wire?(listener: ListenerSeen): Pick<Found, 'message' | 'evidence'> | undefined;
  /** Where something else in the same source makes the value harmless. */
  harmless?(statements: Statements, seen: SettingSeen): boolean;
}

export function loweredSetting(lowered: LoweredSetting): Rule {
  return {
    code: lowered.code,
    title: lowered.title,
    severity: 'warning',
    symptom: 3,
    *check(statements) {
      const seenOutside = statements.listener === undefined || isToldInside(statements, lowered) ? undefined : lowered.wire?.(statements.listener);
      if (seenOutside !== undefined) yield { ...seenOutside, why: lowered.why };
      for (const seen of statements.final(lowered.setting)) {
        const { place, data, evidence } = seen.observation;
        if (dwordOf(data) !== lowered.lowered || statements.policyOver(seen) !== undefined) continue;
        if (lowered.harmless?.(statements, seen) === true) continue;
        yield {
          message: seen.side === 'policy' ? lowered.policy : lowered.local(seen.listener ?? ''),
          why: lowered.why,
          evidence,
          places: [place],
          remedies: lowered.repairs.map(({ title, value }) => ({
            title,
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'setValue', place, data: dwordData(value) }],
          })),
        };
      }
    },
  };
}

/** Where the registry was seen it says what is meant, and RDP321 whether the wire agrees: unless the port that was asked is none of its own. */
function isToldInside(statements: Statements, { setting, lowered }: LoweredSetting): boolean {
  const seen = statements.final(setting);
  if (statements.server === undefined || seen.length === 0) return false;
  return askedListener(statements) !== undefined || seen.some(({ observation }) => dwordOf(observation.data) === lowered);
}
