// How the fixtures of GPO exports are read, by the end of their names. A format with fixtures of its own is one more row.

import { readFileSync } from 'node:fs';
import { readLgpoText } from '../../../src/core/formats/lgpoText/reading';
import { readRegistryPol } from '../../../src/core/formats/registryPol/reading';
import type { SourceReading } from '../../../src/core/formats/source';
import type { Origin } from '../../../src/core/registry/observation';
import { decodeText } from '../../../src/core/text/decode';
import { createLineMap } from '../../../src/core/text/lineMap';
import { polBytes } from '../formats/polNotation';

export interface FixtureRead {
  readonly reading: SourceReading;
  readonly origin: Origin;
  /** Where an offset stands, as an expectation spells it. */
  readonly at: (offset: number) => string;
}

type Reader = (path: string, name: string) => FixtureRead;

/** Text formats: positions are `line:column`, from 1. */
function ofText(read: (text: string, document: string) => SourceReading, origin: Origin): Reader {
  return (path, name) => {
    const { text } = decodeText(readFileSync(path));
    const lines = createLineMap(text);
    const at = (offset: number): string => {
      const { line, column } = lines.positionAt(offset);
      return `${String(line + 1)}:${String(column + 1)}`;
    };
    return { reading: read(text, name), origin, at };
  };
}

export const sourceReaders: Readonly<Record<string, Reader>> = {
  // Positions are bytes.
  '.pol.txt': (path, name) => ({ reading: readRegistryPol(polBytes(readFileSync(path, 'utf8')), name, 'machine'), origin: 'policy', at: String }),
  '.lgpo.txt': ofText(readLgpoText, 'policy'),
};

/** The reader of a fixture with this name. */
export function readerOf(name: string): Reader | undefined {
  return Object.entries(sourceReaders).find(([ending]) => name.endsWith(ending))?.[1];
}
