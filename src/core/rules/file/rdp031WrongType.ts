// Data of a type that Windows does not use for this setting, usually a number in quotes. What Windows makes of it is not documented
// for any of these values (some readers check the type, some do not), so this is a warning and assumed.
// The types a setting takes are in the table, for the local value and for the policy: some policies write a REG_SZ "0" on purpose.

import { message, type Message } from '../../messages/message';
import { dwordSpelling } from '../../rdp/portNumber';
import { readPlainly } from '../../registry/plainData';
import { dwordOf, textOf, typeName } from '../../registry/valueData';
import type { Remedy } from '../../remedies/remedy';
import type { Rule } from '../rule';
import type { SettingSeen } from '../statements';

export const rdp031WrongType: Rule = {
  code: 'RDP031',
  title: message('RDP031.title'),
  severity: 'warning',
  symptom: null,
  *check({ allFinal }) {
    for (const seen of allFinal) {
      const { place, data, evidence } = seen.observation;
      if (seen.types.includes(data.type)) continue;
      if (seen.setting.id === 'listener.certificateHash' && textOf(data) !== undefined) continue; // RDP304
      // Where the table itself is not sure of the type, a warning would claim too much.
      const severity = seen.setting.confidence === 'L' ? 'information' : 'warning';
      yield { message: fact(seen), evidence, places: [place], remedies: remedies(seen), certainty: 'assumed', severity };
    }
  },
};

function fact({ types, observation: { place, data } }: SettingSeen): Message {
  const [found, wanted, text] = [typeName(data.type), typeName(types[0]), textOf(data)];
  return text === undefined
    ? message('RDP031.message', place.name, found, wanted)
    : message('RDP031.messageText', place.name, found, wanted, text);
}

function remedies({ types, observation: { place, data: found } }: SettingSeen): readonly Remedy[] {
  const data = readPlainly(found, types[0]);
  if (data === undefined) return [];
  const [type, number] = [typeName(data.type), dwordOf(data)];
  const title =
    number === undefined
      ? message('RDP031.fixText', type, textOf(data) ?? '')
      : message('RDP031.fixNumber', type, number, dwordSpelling(number));
  return [{ title, effect: 'changes-behaviour', preferred: true, actions: [{ kind: 'setValue', place, data }] }];
}
