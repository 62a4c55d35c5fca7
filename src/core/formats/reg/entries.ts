// A .reg file as entries, beside those of the formats of group policy: what importing it does, statement by statement. A key line is an
// entry of its own where nothing is set under it; lines that Windows skips are none. Refuses HKEY_DYN_DATA, which no Windows of today has.

import type { DocumentId, Evidence } from '../../registry/observation';
import type { RegistryKey } from '../../registry/place';
import { stringData } from '../../registry/valueData';
import type { TextRange } from '../../text/range';
import type { RegistryEntry } from '../entry';
import { entryHiveOf } from '../entryHive';
import { nextLine } from './characters';
import { meantDialect } from './header';
import { walkImport } from './importer';
import type { RegFile } from './nodes';
import { valueData, valueName } from './valueBytes';
import { readWindows31 } from './windows31';

type Statement = Pick<RegistryEntry, 'action' | 'name' | 'type' | 'data'>;

const nothing = (): void => undefined;
const withoutData = { type: undefined, data: new Uint8Array() };

class Collected {
  readonly entries: RegistryEntry[] = [];
  /** The key line whose values are being read, while nothing is set under it. */
  private opened: RegistryEntry | undefined;

  constructor(private readonly document: DocumentId) {}

  add({ hive, path }: RegistryKey, statement: Statement, range: TextRange, parts: Pick<Evidence, 'nameRange' | 'dataRange'> = {}): void {
    const half = entryHiveOf(hive);
    if (half === undefined) return;
    const evidence: Evidence = { document: this.document, range: { start: range.start, end: range.end }, ...parts };
    const entry: RegistryEntry = { kind: 'registry', hive: half, key: path, ...statement, evidence };
    if (statement.action === 'set' && this.opened !== undefined) this.entries.splice(this.entries.lastIndexOf(this.opened), 1);
    if (statement.action !== 'deleteValue') this.opened = statement.action === 'createKey' ? entry : undefined;
    this.entries.push(entry);
  }
}

/** In the order of the file. */
export function regEntries(file: RegFile, document: DocumentId): readonly RegistryEntry[] {
  const dialect = meantDialect(file.header, file.text);
  const found = new Collected(document);
  if (dialect === 'windows31') {
    for (const { assignment, ...line } of readWindows31(file.text, nextLine(file.text, file.header.end))) {
      if (assignment === undefined) continue;
      const { type, bytes } = stringData(assignment.data);
      found.add(assignment.key, { action: 'set', name: '', type, data: bytes }, line);
    }
    return found.entries;
  }
  walkImport(file, {
    createKey: (node, key) => { found.add(key, { action: 'createKey', name: '', ...withoutData }, node, { nameRange: node.name }); },
    deleteKey: (node, key) => { found.add(key, { action: 'deleteKey', name: '', ...withoutData }, node, { nameRange: node.name }); },
    deleteValue: (node, key) => {
      found.add(key, { action: 'deleteValue', name: valueName(file, node), ...withoutData }, { start: node.start, end: node.data.end }, { nameRange: node.name, dataRange: node.data });
    },
    set: (node, key) => {
      const data = valueData(file, node, dialect);
      if (data === undefined) return;
      const statement = { action: 'set', name: valueName(file, node), type: data.type, data: data.bytes } as const;
      found.add(key, statement, { start: node.start, end: node.data.end }, { nameRange: node.name, dataRange: node.data });
    },
    skipValue: nothing,
    skipKey: nothing,
    skipLine: nothing,
  });
  return found.entries;
}
