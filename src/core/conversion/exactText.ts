// Data that another program can be told as text: only where that program would store the very same bytes.

import { numberOf } from '../language/dataText';
import { sameData, stringData, textOf, textsOf, utf16Bytes, valueType, type ValueData } from '../registry/valueData';

export type ExactData =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** Undefined for types and bytes that no command line can say: torn strings, numbers of another length, types without a name. */
export function exactData(data: ValueData): ExactData | undefined {
  switch (data.type) {
    case valueType.dword:
    case valueType.qword: {
      const value = numberOf(data);
      return value === undefined ? undefined : { kind: 'number', value };
    }
    case valueType.sz:
    case valueType.expandSz: {
      const text = textOf(data) ?? '';
      return sameData(data, stringData(text, data.type)) ? { kind: 'text', text } : undefined;
    }
    case valueType.multiSz: {
      const texts = textsOf(data) ?? [];
      const bytes = utf16Bytes(`${texts.map((text) => `${text}\0`).join('')}\0`);
      return sameData(data, { type: data.type, bytes }) ? { kind: 'texts', texts } : undefined;
    }
    case valueType.binary:
    case valueType.none:
      return { kind: 'bytes', bytes: data.bytes };
    default:
      return undefined;
  }
}
