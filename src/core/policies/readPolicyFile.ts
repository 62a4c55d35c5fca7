// One file of a GPO export as the Policies view needs it: its statements, what the rules say about them, and where an offset stands. Reads
// the bytes it is given; which files there are is not its business.

import { detectFormat } from '../formats/detect';
import { isPolicyFormat, readPolicyBytes, readPolicyText, type PolicyFormat } from '../formats/policySource';
import { switchedOff, type SourceReading } from '../formats/source';
import { policyFindings } from '../lint/policyLinter';
import type { SeverityChoice } from '../lint/runRules';
import type { DocumentId } from '../registry/observation';
import type { Finding, RuleCode } from '../rules/rule';
import { decodeText } from '../text/decode';
import { createLineMap } from '../text/lineMap';

export interface ReadPolicyFile {
  readonly document: DocumentId;
  /** As a person knows it: below the folder of the workspace. */
  readonly path: string;
  readonly format: PolicyFormat;
  readonly reading: SourceReading;
  readonly findings: readonly Finding[];
  /** `12` for a line (from 1), `0x1f4` for a byte of a file that has no lines. */
  readonly placeText: (offset: number) => string;
  /** From 1; undefined for a file without lines. */
  readonly lineOf: (offset: number) => number | undefined;
}

/** Where a person is sent. */
export interface Target {
  readonly document: DocumentId;
  /** From 1; undefined for a file without lines. */
  readonly line: number | undefined;
  /** In characters, or in bytes of a file without lines. */
  readonly offset: number;
}

export function targetIn({ document, lineOf }: Pick<ReadPolicyFile, 'document' | 'lineOf'>, offset: number): Target {
  return { document, line: lineOf(offset), offset };
}

export interface PolicyFileRequest {
  readonly document: DocumentId;
  /** In full: the folders tell what it is part of. */
  readonly path: string;
  /** The path as a person knows it. */
  readonly shown: string;
  readonly bytes: Uint8Array;
  readonly severities: ReadonlyMap<RuleCode, SeverityChoice>;
  readonly onRuleError: (code: RuleCode, error: unknown) => void;
}

/**
 * Undefined for a document that is none of group policy.
 * @param off it is of a half of its GPO that is disabled
 */
export function readPolicyFile({ document, path, shown, bytes, severities, onRuleError }: PolicyFileRequest, off = false): ReadPolicyFile | undefined {
  const { text, seen } = decodeText(bytes);
  const format = detectFormat(text, path);
  if (!isPolicyFormat(format)) return undefined;
  const inBytes = format === 'registry.pol';
  const written = inBytes ? readPolicyBytes(bytes, document) : readPolicyText(format, text, seen, document);
  const reading = off ? switchedOff(written) : written;
  const lines = createLineMap(inBytes ? '' : text);
  const lineOf = (offset: number): number | undefined => (inBytes ? undefined : lines.positionAt(offset).line + 1);
  return {
    document,
    path: shown,
    format,
    reading,
    findings: policyFindings(format, reading, severities, onRuleError),
    lineOf,
    placeText: (offset) => String(lineOf(offset) ?? `0x${offset.toString(16)}`),
  };
}
