// How the fixtures of GPO exports are read, by the end of their names. A format with fixtures of its own is one more row.

import { readFileSync } from 'node:fs';
import { readGppRegistry } from '../../../src/core/formats/gppRegistry';
import { readLgpoText } from '../../../src/core/formats/lgpoText/reading';
import { readPolicyRules } from '../../../src/core/formats/policyRules';
import { readRegistryPol } from '../../../src/core/formats/registryPol/reading';
import { readGpoReport } from '../../../src/core/formats/report/gpoReport';
import { readRsop } from '../../../src/core/formats/report/rsop';
import type { SourceReading } from '../../../src/core/formats/source';
import { xmlFormat } from '../../../src/core/formats/xml/rootElement';
import type { Origin } from '../../../src/core/registry/observation';
import { decodeText, type TextEncodingSeen } from '../../../src/core/text/decode';
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
function ofText(read: (text: string, document: string, seen: TextEncodingSeen) => SourceReading, origin: Origin): Reader {
  return (path, name) => {
    const { text, seen } = decodeText(readFileSync(path));
    const lines = createLineMap(text);
    const at = (offset: number): string => {
      const { line, column } = lines.positionAt(offset);
      return `${String(line + 1)}:${String(column + 1)}`;
    };
    return { reading: read(text, name, seen), origin, at };
  };
}

const xmlReaders = {
  'gpp-registry': ofText(readGppRegistry, 'preference'),
  'policy-rules': ofText(readPolicyRules, 'policy'),
  'gpo-report': ofText(readGpoReport, 'policy'),
  rsop: ofText(readRsop, 'policy'),
} as const;

/** By what the document is: they all end in .xml. */
function ofXml(path: string, name: string): FixtureRead {
  const format = xmlFormat(decodeText(readFileSync(path)).text);
  if (format === undefined) throw new Error(`${name} is none of the formats of group policy`);
  return xmlReaders[format](path, name);
}

export const sourceReaders: Readonly<Record<string, Reader>> = {
  // Positions are bytes.
  '.pol.txt': (path, name) => ({ reading: readRegistryPol(polBytes(readFileSync(path, 'utf8')), name, 'machine'), origin: 'policy', at: String }),
  '.lgpo.txt': ofText(readLgpoText, 'policy'),
  '.xml': ofXml,
};

/** The reader of a fixture with this name. */
export function readerOf(name: string): Reader | undefined {
  return Object.entries(sourceReaders).find(([ending]) => name.endsWith(ending))?.[1];
}
