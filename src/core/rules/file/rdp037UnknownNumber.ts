// A number that is none of those a setting takes. What Windows makes of it is not documented, so assumed; information where the table
// itself is less sure, and where the number is right as the server's own value and only the policy does not offer it (level 4 and
// transport 0). A long list of choices is a menu of the policy editor and not all that Windows takes: time limits are of that kind.
// Policies that are switched off by leaving their value out are often switched off with a 0. The licensing mode has RDP402. Schannel takes any number but 0 for "on".

import { message } from '../../messages/message';
import { isOpenList } from '../../rdp/openList';
import type { Domain } from '../../rdp/setting';
import { dwordOf } from '../../registry/valueData';
import type { Rule } from '../rule';
import type { SettingSeen } from '../statements';

const OFF = 0;
const OTHERS = /^(?:licensing\.mode|schannel\.)/;

export const rdp037UnknownNumber: Rule = {
  code: 'RDP037',
  title: message('RDP037.title'),
  severity: 'warning',
  symptom: null,
  *check(statements) {
    for (const seen of statements.allFinal) {
      const { place, data, evidence } = seen.observation;
      const number = dwordOf(data);
      if (number === undefined || isKnown(seen, number) || OTHERS.test(seen.setting.id)) continue;
      const rightElsewhere = seen.side === 'policy' && offers(seen.setting.domain, number);
      if (seen.side === 'policy' && number === OFF && !rightElsewhere) continue;
      yield {
        message: message(rightElsewhere ? 'RDP037.policy' : 'RDP037.message', place.name, number, numbersOf(seen.domain).join(', ')),
        evidence,
        places: [place],
        certainty: 'assumed',
        severity: rightElsewhere || seen.setting.confidence !== 'H' ? 'information' : 'warning',
      };
    }
  },
};

function isKnown({ domain }: SettingSeen, number: number): boolean {
  const numbers = numbersOf(domain);
  return numbers.length < 2 || (domain.kind === 'choices' && isOpenList(domain.choices)) || numbers.includes(number);
}

function offers(domain: Domain, number: number): boolean {
  return numbersOf(domain).includes(number);
}

function numbersOf(domain: Domain): readonly number[] {
  return domain.kind === 'choices' ? domain.choices.map(({ value }) => value) : [];
}
