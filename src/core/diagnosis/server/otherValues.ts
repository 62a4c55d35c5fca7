// The registry values that were collected and are no known setting in force: told as they stand, so that nothing a rule can point at, and
// nothing a person looks for, is missing from the report.

import { message, type Say } from '../../messages/message';
import type { RegistrySeen } from '../../snapshot/registrySeen';
import { valueDataOf } from '../../snapshot/observations';
import type { ReportLine } from '../reportText';
import { rawText } from './settingLines';

/** `told` are the facts that have a line already. */
export function otherValueLines({ keys }: RegistrySeen, told: ReadonlySet<string>, say: Say): readonly ReportLine[] {
  return keys.flatMap(({ key, state, values }) => {
    if (state === 'denied') return [{ label: say(message('report.keyDenied')), value: '', source: key }];
    return values.flatMap((value): readonly ReportLine[] => {
      const id = `value:${key}\\${value.name}`;
      if (told.has(id)) return [];
      const data = valueDataOf(value);
      return [
        {
          id,
          label: value.name === '' ? say(message('report.defaultValue')) : value.name,
          value: data === undefined ? say(message('report.onlyLength', value.length)) : rawText(data),
          source: key,
        },
      ];
    });
  });
}
