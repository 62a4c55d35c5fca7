// What a .reg file does, as a list: the form from which every other spelling is written. Lines Windows skips are not in it.

import { meantDialect } from '../formats/reg/header';
import { walkImport } from '../formats/reg/importer';
import type { RegFile } from '../formats/reg/nodes';
import { valueData, valueName } from '../formats/reg/valueBytes';
import { readWindows31 } from '../formats/reg/windows31';
import { nextLine } from '../formats/reg/characters';
import type { RegistryKey } from '../registry/place';
import { stringData, type ValueData } from '../registry/valueData';

export type Operation =
  | { readonly op: 'createKey' | 'deleteKey'; readonly key: RegistryKey }
  | { readonly op: 'deleteValue'; readonly key: RegistryKey; readonly name: string }
  | { readonly op: 'set'; readonly key: RegistryKey; readonly name: string; readonly data: ValueData };

const nothing = (): void => undefined;

export function operationsOf(file: RegFile): readonly Operation[] {
  const found: Operation[] = [];
  const dialect = meantDialect(file.header, file.text);
  if (dialect === 'windows31') {
    for (const { assignment } of readWindows31(file.text, nextLine(file.text, file.header.end))) {
      if (assignment !== undefined) found.push({ op: 'set', key: assignment.key, name: '', data: stringData(assignment.data) });
    }
    return found;
  }
  walkImport(file, {
    createKey: (_node, key) => found.push({ op: 'createKey', key }),
    deleteKey: (_node, key) => found.push({ op: 'deleteKey', key }),
    deleteValue: (node, key) => found.push({ op: 'deleteValue', key, name: valueName(file, node) }),
    set(node, key) {
      const data = valueData(file, node, dialect);
      if (data !== undefined) found.push({ op: 'set', key, name: valueName(file, node), data });
    },
    skipValue: nothing,
    skipKey: nothing,
    skipLine: nothing,
  });
  return found;
}

/**
 * Each operation in another spelling, or what stands for it where `write` knows none. Left out are key lines that only open a key for a
 * value: that creates the key by itself, if it is written.
 */
export function spellEach<T>(operations: readonly Operation[], write: (operation: Operation) => T | undefined, standIn: (operation: Operation) => T): readonly T[] {
  const written = operations.map(write);
  const isNeedless = (index: number): boolean => operations[index]?.op === 'createKey' && operations[index + 1]?.op === 'set' && written[index + 1] !== undefined;
  return operations.flatMap((operation, index) => (isNeedless(index) ? [] : [written[index] ?? standIn(operation)]));
}
