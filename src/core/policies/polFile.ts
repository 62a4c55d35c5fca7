// A registry.pol as an editor asks about it: one reading of its bytes, its table, its text, other files made of it. Nothing here changes the
// file; a repair is the bytes of a copy.

import { convertEntries, type EntryConversion } from '../conversion/entryOperations';
import type { RegistryEntry } from '../formats/entry';
import { writeLgpoText } from '../formats/lgpoText/writer';
import { hiveOfPath } from '../formats/policySource';
import { isRegistryPol, readRegistryPol } from '../formats/registryPol/reading';
import { writeRegistryPol } from '../formats/registryPol/writer';
import { policyFindings } from '../lint/policyLinter';
import type { SeverityChoice } from '../lint/runRules';
import { message, type Message } from '../messages/message';
import { once } from '../rdp/once';
import type { DocumentId } from '../registry/observation';
import type { Remedy } from '../remedies/remedy';
import { hexPairs } from '../registry/valueData';
import type { Finding, RuleCode } from '../rules/rule';
import { canFixPol, copyRemedies, fixedPolEntries } from './fixPol';
import { polTable, type PolTable, type Say } from './polTable';
import { polText, type PolText } from './polText';

export interface PolRequest {
  readonly bytes: Uint8Array;
  /** A URI: its folder says whose half of a GPO the file is. */
  readonly document: DocumentId;
  readonly severities: ReadonlyMap<RuleCode, SeverityChoice>;
  readonly onRuleError: (code: RuleCode, error: unknown) => void;
  readonly say: Say;
}

export type PolConversion = EntryConversion | 'lgpo';

export interface PolFile {
  readonly hive: 'machine' | 'user';
  readonly entries: readonly RegistryEntry[];
  /** Evidence in bytes. */
  readonly findings: readonly Finding[];
  /** How many stretches of the file could not be read: a copy has not what stands there. */
  readonly damagedPlaces: number;
  /** Set where the bytes are another kind of file: what to say instead of a table. */
  readonly otherwise: Message | undefined;
  table(): PolTable;
  /** As LGPO text in a document of this name. */
  text(name: DocumentId): PolText;
  convert(to: PolConversion): string;
  /** What a copy of the file can do about a finding. */
  remedies(finding: Finding): readonly Remedy[];
  /** The bytes of a copy in which that is done; undefined for what is none of {@link remedies}. */
  fixed(finding: Finding, remedy: Remedy): Uint8Array | undefined;
  /** One line about the file as a whole. */
  summary(): Message;
}

const SHOWN_BYTES = 8;

function otherFile(bytes: Uint8Array, entries: readonly RegistryEntry[]): Message | undefined {
  if (isRegistryPol(bytes) || entries.length > 0) return undefined;
  if (bytes.length === 0) return message('pol.notPolEmpty');
  return message('pol.notPol', hexPairs(bytes.subarray(0, SHOWN_BYTES)));
}

/** Total: any bytes. */
export function openPol({ bytes, document, severities, onRuleError, say }: PolRequest): PolFile {
  const hive = hiveOfPath(document);
  const reading = readRegistryPol(bytes, document, hive);
  const entries = reading.entries.filter((entry) => entry.kind === 'registry');
  const findings = policyFindings('registry.pol', reading, severities, onRuleError);
  const remedies = (finding: Finding): readonly Remedy[] => [
    ...finding.remedies.filter((remedy) => canFixPol(entries, finding, remedy)),
    ...copyRemedies(entries, finding),
  ];
  const table = once(() => polTable({ entries, findings, remedies, say }));
  const texts = new Map<DocumentId, PolText>();
  return {
    hive,
    entries,
    findings,
    damagedPlaces: reading.faults.filter(({ kind }) => kind === 'polStructure').length,
    otherwise: otherFile(bytes, entries),
    table,
    text(name) {
      const made = texts.get(name) ?? polText({ entries, findings, from: document, to: name, say });
      texts.set(name, made);
      return made;
    },
    remedies,
    fixed(finding, remedy) {
      const copy = fixedPolEntries(entries, finding, remedy);
      return copy === undefined ? undefined : writeRegistryPol(copy);
    },
    convert: (to) => (to === 'lgpo' ? writeLgpoText(entries).text : convertEntries(entries, to)),
    summary() {
      const half = say(message(hive === 'user' ? 'pol.user' : 'pol.machine'));
      return message('pol.summary', half, entries.length, table().rows.filter(({ aboutRdp }) => aboutRdp).length, findings.length);
    },
  };
}
