// Data of one type read as another, where a person would read the same thing: the text "3389" as the number 3389, four bytes as a
// little-endian number. Refuses everything that needs a guess.

import { dwordData, dwordOf, stringData, textOf, textsOf, valueType, type ValueData } from './valueData';

const DWORD_LIMIT = 2 ** 32;

/** The same content with this type, or undefined where the data does not plainly say it. */
export function readPlainly(data: ValueData, type: number): ValueData | undefined {
  switch (type) {
    case valueType.dword: {
      const number = plainNumber(data);
      return number === undefined ? undefined : dwordData(number);
    }
    case valueType.sz:
    case valueType.expandSz: {
      const text = plainText(data);
      return text === undefined ? undefined : stringData(text, type);
    }
    default:
      return undefined;
  }
}

function plainNumber(data: ValueData): number | undefined {
  const text = plainText(data);
  if (text !== undefined) return numberInText(text);
  const { bytes } = data;
  switch (data.type) {
    case valueType.dword:
      return dwordOf(data);
    case valueType.dwordBigEndian:
      return bytes.length === 4 ? littleEndian(bytes.toReversed()) : undefined;
    case valueType.qword:
    case valueType.binary:
    case valueType.none:
      return bytes.length === 4 || bytes.length === 8 ? littleEndian(bytes) : undefined;
    default:
      return undefined;
  }
}

/** Decimal, or hexadecimal where the text says so. */
function numberInText(text: string): number | undefined {
  const [, hex, decimal] = /^\s*(?:(?:0x|dword:)([0-9a-f]{1,8})|(\d{1,10}))\s*$/i.exec(text) ?? [];
  const number = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
  return number !== undefined && number < DWORD_LIMIT ? number : undefined;
}

function littleEndian(bytes: Uint8Array): number | undefined {
  const number = bytes.reduceRight((high, byte) => high * 256 + byte, 0);
  return number < DWORD_LIMIT ? number : undefined;
}

function plainText(data: ValueData): string | undefined {
  const several = textsOf(data);
  return several === undefined ? textOf(data) : several.length === 1 ? several[0] : undefined;
}
