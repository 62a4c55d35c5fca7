// Typed data as a person reads it: numbers in both radices, text as text, bytes as their first few.

import { message, type Message } from '../messages/message';
import { hexPairs, hexText, numberSize, textOf, textsOf, typeName, valueType, type ValueData } from '../registry/valueData';

const LONGEST_TEXT = 300;
const SHOWN_BYTES = 16;

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

/** The number a number type holds; undefined for another type or another length. */
export function numberOf(data: ValueData): bigint | undefined {
  if (data.bytes.length !== numberSize(data.type)) return undefined;
  const bytes = data.type === valueType.dwordBigEndian ? data.bytes : data.bytes.toReversed();
  return BigInt(`0x${hexText(bytes)}`);
}

/** Decoded, in one line, without the name of the type; undefined for data that is only bytes. */
export function plainDataText(data: ValueData): string | undefined {
  const number = numberOf(data);
  if (number !== undefined) return number.toString();
  const texts = textsOf(data);
  if (texts !== undefined) return shorten(texts.map((text) => `"${text}"`).join(', '));
  const text = textOf(data);
  return text === undefined ? undefined : shorten(`"${text}"`);
}

/** What the registry holds: type and decoded data. */
export function dataText(data: ValueData): Message {
  const type = typeName(data.type);
  const number = numberOf(data);
  if (number !== undefined) return message('data.number', type, `0x${number.toString(16).padStart(2 * data.bytes.length, '0')}`, number.toString());
  if (data.bytes.length === 0) return message('data.none', type);
  const plain = plainDataText(data);
  if (plain !== undefined) return message('data.plain', type, plain);
  const shown = hexPairs(data.bytes.subarray(0, SHOWN_BYTES));
  return message('data.bytes', type, data.bytes.length, data.bytes.length > SHOWN_BYTES ? `${shown} …` : shown);
}
