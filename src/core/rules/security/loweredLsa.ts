// What RDP505 and RDP506 share: a number in Control\Lsa that lowers security. The table of settings has no row for these, because they
// are about every kind of logon and not about Remote Desktop.

import { message, type Message } from '../../messages/message';
import { dwordData, dwordOf } from '../../registry/valueData';
import { finalValuesAt } from '../finalValues';
import type { Rule, RuleCode } from '../rule';

const LSA = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\lsa';

interface LoweredLsa {
  readonly code: RuleCode;
  readonly title: Message;
  readonly name: string;
  readonly isLowered: (value: number) => boolean;
  readonly fact: (value: number) => Message;
  /** What Windows has where nobody changed it. */
  readonly standard: number;
}

export function loweredLsa({ code, title, name, isLowered, fact, standard }: LoweredLsa): Rule {
  return {
    code,
    title,
    severity: 'warning',
    symptom: 3,
    *check(statements) {
      for (const { place, data, evidence } of finalValuesAt(statements, LSA, name)) {
        const value = dwordOf(data);
        if (value === undefined || !isLowered(value)) continue;
        yield {
          message: fact(value),
          evidence,
          places: [place],
          remedies: [
            {
              title: message('fix.standard', name, standard),
              effect: 'changes-behaviour',
              preferred: false,
              actions: [{ kind: 'setValue', place, data: dwordData(standard) }],
            },
          ],
        };
      }
    },
  };
}
