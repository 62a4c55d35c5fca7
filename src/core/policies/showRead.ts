// One document read for `show`: everything it sets, where each statement stands, and what is wrong with its spelling. What the statements
// do to Remote Desktop is the linter's affair: no rule is asked about them here.

import { detectFormat, type Format } from '../formats/detect';
import type { Entry } from '../formats/entry';
import type { Fault } from '../formats/fault';
import { isPolicyFormat, readPolicyBytes, readPolicyText } from '../formats/policySource';
import { regEntries } from '../formats/reg/entries';
import { parseReg } from '../formats/reg/parser';
import { readRegText } from '../formats/reg/reading';
import { isAtLeast, runRules } from '../lint/runRules';
import type { DocumentId, Evidence } from '../registry/observation';
import type { Finding, RuleCode } from '../rules/rule';
import { createStatements } from '../rules/statements';
import { rules } from '../rules/table';
import { decodeText } from '../text/decode';
import { createLineMap } from '../text/lineMap';

/** From 1 for a text; from 0 for the bytes of a file that is none. */
export type Position = { readonly line: number } | { readonly offset: number };

export interface ShownDocument {
  readonly format: Format;
  /** In the order of the document. */
  readonly entries: readonly Entry[];
  /** Errors and warnings about the spelling, in the order of the document. */
  readonly findings: readonly Finding[];
  readonly positionOf: (evidence: Evidence) => Position;
}

const offsetOf = ({ range }: Evidence): Position => ({ offset: range.start });

function findingsOf(faults: readonly Fault[], onRuleError: (code: RuleCode, error: unknown) => void): readonly Finding[] {
  if (faults.length === 0) return [];
  return runRules(rules, createStatements([], faults), new Map(), onRuleError).filter(({ severity }) => isAtLeast(severity, 'warning'));
}

/** @param document a path: its ending helps to tell the format, its folder says whose half of a GPO it is */
export function readShown(bytes: Uint8Array, document: DocumentId, onRuleError: (code: RuleCode, error: unknown) => void): ShownDocument {
  const { text, seen, cutMidCharacter } = decodeText(bytes);
  const format = detectFormat(text, document);
  if (format === 'registry.pol') {
    const { entries, faults } = readPolicyBytes(bytes, document);
    return { format, entries, findings: findingsOf(faults, onRuleError), positionOf: offsetOf };
  }
  const lines = createLineMap(text);
  const positionOf = ({ range }: Evidence): Position => ({ line: lines.positionAt(range.start).line + 1 });
  if (isPolicyFormat(format)) {
    const { entries, faults } = readPolicyText(format, text, seen, document);
    return { format, entries, findings: findingsOf(faults, onRuleError), positionOf };
  }
  if (format !== 'reg') return { format, entries: [], findings: [], positionOf };
  const file = parseReg(text);
  const { faults } = readRegText({ document, file, seen, cutMidCharacter });
  return { format, entries: regEntries(file, document), findings: findingsOf(faults, onRuleError), positionOf };
}
