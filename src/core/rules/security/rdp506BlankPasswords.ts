// LimitBlankPasswordUse = 0: local accounts without a password may log on over the network, Remote Desktop included. The table of
// settings has no row for it, because it is about every kind of logon. Source: Microsoft, Accounts: Limit local account use of blank
// passwords to console logon only.

import { message } from '../../messages/message';
import { dwordData, dwordOf } from '../../registry/valueData';
import { finalValuesAt } from '../finalValues';
import type { Rule } from '../rule';

const LSA = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\lsa';
const ALLOWED = 0;
const CONSOLE_ONLY = 1;

export const rdp506BlankPasswords: Rule = {
  code: 'RDP506',
  title: message('RDP506.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    for (const { place, data, evidence } of finalValuesAt(statements, LSA, 'LimitBlankPasswordUse')) {
      if (dwordOf(data) !== ALLOWED) continue;
      yield {
        message: message('RDP506.message'),
        evidence,
        places: [place],
        remedies: [
          {
            title: message('RDP506.fix'),
            effect: 'changes-behaviour',
            preferred: false,
            actions: [{ kind: 'setValue', place, data: dwordData(CONSOLE_ONLY) }],
          },
        ],
      };
    }
  },
};
