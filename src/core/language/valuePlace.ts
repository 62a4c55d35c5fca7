// Where the lines of a .reg file put things: the key a value line writes to, as the import would (importer.ts), for whoever asks about
// one line only. Says nothing where a key line is damaged, because then Windows' answer is not certain.

import { importedPath } from '../formats/reg/importer';
import { meantDialect } from '../formats/reg/header';
import type { KeyNode, RegFile, ValueNode } from '../formats/reg/nodes';
import { keyAbove } from '../formats/reg/nodeSearch';
import { valueData, valueName } from '../formats/reg/valueBytes';
import type { Place, RegistryKey } from '../registry/place';
import type { ValueData } from '../registry/valueData';

/** The key a key line names; undefined where the line is damaged. */
export function keyOf(node: KeyNode): RegistryKey | undefined {
  return node.problem !== undefined || node.hive === undefined ? undefined : { hive: node.hive, path: importedPath(node.path) };
}

/** The key that values at this offset belong to; undefined before the first key, under a damaged one and under a deletion. */
export function openKeyAt(file: RegFile, offset: number): RegistryKey | undefined {
  const node = keyAbove(file, offset);
  return node === undefined || node.deletes ? undefined : keyOf(node);
}

export function placeOf(file: RegFile, node: ValueNode): Place | undefined {
  const key = openKeyAt(file, node.start);
  return key === undefined ? undefined : { key, name: valueName(file, node) };
}

/** The data this line stands for, whatever the header. */
export function dataOf(file: RegFile, node: ValueNode): ValueData | undefined {
  return valueData(file, node, meantDialect(file.header, file.text));
}
