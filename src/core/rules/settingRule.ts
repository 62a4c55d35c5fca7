// What most rules about a setting share: they look at the number that is left at the end of the source, and a local value under a policy
// of the same source counts for nothing. Data of another type is left to RDP031.

import type { Message } from '../messages/message';
import type { SettingId } from '../rdp/settings';
import { dwordData, dwordOf } from '../registry/valueData';
import type { Remedy } from '../remedies/remedy';
import type { Found, Rule, Severity } from './rule';
import type { SettingSeen, Statements } from './statements';

export type Said = Omit<Found, 'evidence' | 'places'>;

interface NumberRule extends Pick<Rule, 'code' | 'title' | 'severity' | 'symptom'> {
  readonly settings: readonly SettingId[];
  /** What there is to say about this number, or undefined. */
  readonly say: (number: number, seen: SettingSeen, statements: Statements) => Said | undefined;
}

export function numberRule({ settings, say, ...rule }: NumberRule): Rule {
  return {
    ...rule,
    *check(statements) {
      for (const seen of settings.flatMap((id) => statements.final(id))) {
        const { place, data, evidence } = seen.observation;
        const number = dwordOf(data);
        if (number === undefined || statements.policyOver(seen) !== undefined) continue;
        const said = say(number, seen, statements);
        if (said !== undefined) yield { ...said, evidence, places: [place] };
      }
    },
  };
}

/** Of what shuts everybody out: an error on a server, where it is so; a warning in a file, where it may be meant. */
export function weight({ observation }: SettingSeen): Severity {
  return observation.origin === 'live' ? 'error' : 'warning';
}

/** Another number for the same value. Not the preferred fix unless said so: the value may be there on purpose. */
export function changeTo({ observation: { place } }: SettingSeen, value: number, title: Message, preferred = false): Remedy {
  return { title, effect: 'changes-behaviour', preferred, actions: [{ kind: 'setValue', place, data: dwordData(value) }] };
}

/** The value that counts for one listener: the policy's where the source has one, else the listener's own. */
export function effective(statements: Statements, id: SettingId, listener: string | undefined): SettingSeen | undefined {
  const all = statements.final(id);
  return all.find(({ side }) => side === 'policy') ?? all.find((other) => other.listener?.toLowerCase() === listener?.toLowerCase());
}

export function effectiveNumber(statements: Statements, id: SettingId, listener: string | undefined): number | undefined {
  const seen = effective(statements, id, listener);
  return seen === undefined ? undefined : dwordOf(seen.observation.data);
}
