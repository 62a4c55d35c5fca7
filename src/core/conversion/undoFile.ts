// A .reg file that takes back what another one does, as far as that can be known from the file: documented defaults of known settings
// come back, everything else it adds is deleted. What was there before is not in the file, and comments say so.

import { headerV5 } from '../formats/reg/header';
import { escapeText } from '../formats/reg/stringData';
import { formatData } from '../formats/reg/writer';
import { englishInFile } from '../messages/englishInFiles';
import { message, type Message } from '../messages/message';
import { findSetting } from '../rdp/lookup';
import type { Standard } from '../rdp/setting';
import { keyText, type Place, type RegistryKey } from '../registry/place';
import { dwordData, stringData, utf16Bytes, valueType, type ValueData } from '../registry/valueData';
import type { Operation } from './operations';

const NEWLINE = '\r\n';

function standardData(type: number, standard: Standard): ValueData | undefined {
  if (typeof standard === 'number') return type === valueType.dword ? dwordData(standard) : undefined;
  if (typeof standard === 'string') return type === valueType.sz || type === valueType.expandSz ? stringData(standard, type) : undefined;
  return type === valueType.multiSz ? { type, bytes: utf16Bytes(`${standard.map((text) => `${text}\0`).join('')}\0`) } : undefined;
}

/** What a fresh system has at a place of the server's own settings. */
function documentedDefault(place: Place): ValueData | undefined {
  const known = findSetting(place);
  if (known === undefined || known.side === 'policy' || known.setting.standard === undefined) return undefined;
  return standardData(known.setting.types[0], known.setting.standard);
}

function comment(text: Message): string {
  return `; ${englishInFile(text).replace(/[\r\n]+/g, ' ')}`;
}

/** A name with a line end in it cannot be written. */
function canBeNamed(place: Place): boolean {
  return !/[\r\n\0]/.test(place.name);
}

function undoValue(place: Place, wasDeleted: boolean): readonly string[] {
  if (!canBeNamed(place)) return [comment(message('undo.cannotName'))];
  const name = place.name === '' ? '@=' : `"${escapeText(place.name)}"=`;
  const standard = documentedDefault(place);
  if (standard !== undefined) return [comment(message('undo.default')), name + formatData(standard, 'v5', name.length, NEWLINE)];
  if (wasDeleted) return [comment(message('undo.deletedUnknown', place.name))];
  return [...(findSetting(place) === undefined ? [comment(message('undo.unknown'))] : []), `${name}-`];
}

interface Block {
  readonly key: RegistryKey;
  /** Names by their lower case, with whether the last thing that happened was a deletion. */
  readonly values: Map<string, { readonly name: string; readonly deleted: boolean }>;
  keyDeleted: boolean;
}

function blocksOf(operations: readonly Operation[]): readonly Block[] {
  const blocks = new Map<string, Block>();
  for (const operation of operations) {
    const id = keyText(operation.key).toLowerCase();
    const block = blocks.get(id) ?? { key: operation.key, values: new Map(), keyDeleted: false };
    blocks.set(id, block);
    if (operation.op === 'deleteKey') block.keyDeleted = true;
    if (operation.op === 'set' || operation.op === 'deleteValue') {
      block.values.set(operation.name.toLowerCase(), { name: operation.name, deleted: operation.op === 'deleteValue' });
    }
  }
  return [...blocks.values()];
}

function blockLines({ key, values, keyDeleted }: Block): readonly string[] {
  const lost = keyDeleted ? [comment(message('undo.keyDeleted', keyText(key)))] : [];
  if (values.size === 0) return keyDeleted ? [...lost, ''] : [comment(message('undo.keyCreated', keyText(key))), ''];
  const lines = [...values.values()].flatMap(({ name, deleted }) => undoValue({ key, name }, deleted));
  return [...lost, `[${keyText(key)}]`, ...lines, ''];
}

/** The text of the undo file. */
export function undoText(operations: readonly Operation[]): string {
  const opening = [headerV5, '', comment(message('undo.opening')), comment(message('undo.limits')), ''];
  return [...opening, ...blocksOf(operations).flatMap(blockLines)].join(NEWLINE);
}
