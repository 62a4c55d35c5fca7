// The data a known place takes, spelled as a .reg file spells it, with what each means.

import { escapeText } from '../formats/reg/stringData';
import { dwordSpelling } from '../rdp/portNumber';
import type { KnownPlace } from '../rdp/lookup';
import { valueType } from '../registry/valueData';

export interface DataChoice {
  readonly text: string;
  readonly meaning: string;
}

/** How a number is written for this type; undefined where the type holds no single number. */
export function spellNumber(type: number, value: number): string | undefined {
  if (type === valueType.dword) return dwordSpelling(value);
  return type === valueType.sz ? `"${value}"` : undefined;
}

export function dataChoices({ setting, side, types, domain }: KnownPlace): readonly DataChoice[] {
  const [type] = types;
  const number = (value: number, meaning: string): readonly DataChoice[] => {
    const text = spellNumber(type, value);
    return text === undefined ? [] : [{ text, meaning: `${value}: ${meaning}` }];
  };
  const { standard } = setting;
  switch (domain.kind) {
    case 'choices':
      return domain.choices.flatMap(({ value, meaning }) => number(value, meaning));
    case 'range': {
      const special = (domain.special ?? []).flatMap(({ value, meaning }) => number(value, meaning));
      const isSpecial = domain.special?.some(({ value }) => value === standard) === true;
      return typeof standard === 'number' && side === 'local' && !isSpecial ? [...number(standard, setting.title), ...special] : special;
    }
    case 'text':
      return type === valueType.sz ? (domain.usual ?? []).map((text) => ({ text: `"${escapeText(text)}"`, meaning: '' })) : [];
    case 'texts':
    case 'bytes':
      return [];
  }
}
