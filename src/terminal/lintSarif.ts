// Findings as a SARIF log, as code scanning takes it. Follows SARIF 2.1.0 (OASIS, errata 01) and what GitHub asks for beyond it. Each file
// is turned into results at once; rules and the closing facts come at the end.

import type { Fix, Location, Log, Notification, Result as SarifResult } from 'sarif';
import { english } from '../core/messages/english';
import { message, type Message } from '../core/messages/message';
import type { Evidence } from '../core/registry/observation';
import { keyText } from '../core/registry/place';
import type { Finding, RuleCode } from '../core/rules/rule';
import { createLineMap, type LineMap } from '../core/text/lineMap';
import type { LintedDocument, NamedFinding } from './lintedDocument';
import { printableJson } from './printable';
import { artifactLocation, byteRegion, SOURCE_ROOT, textRegion } from './sarifPlaces';
import { ruleDescriptors, sarifLevels, type RulePages } from './sarifRules';

export interface SarifMachine extends RulePages {
  readonly version: string;
}

export interface SarifReport {
  add(document: LintedDocument, findings: readonly NamedFinding[]): void;
  /** Something that could not be done, or a file in which nothing was looked for. */
  notify(level: 'error' | 'warning', path: string, text: string): void;
  /** The whole log. @param successful everything that was asked for was done */
  close(successful: boolean): Promise<string>;
}

/** Braces around a number would be a place to fill in, brackets before a parenthesis a link: a reader may take them for that. */
function literally(text: string): string {
  return text.replace(/\{(\d+)\}/g, '{{$1}}').replace(/\[([^[\]]*)\](?=\()/g, '\\[$1\\]');
}

function fixesOf(document: LintedDocument, finding: Finding, lines: LineMap): Fix[] {
  return finding.remedies.flatMap((remedy) => {
    const edits = document.editsFor(finding, remedy) ?? [];
    if (edits.length === 0) return [];
    const replacements = edits.map(({ range, newText }) => ({
      deletedRegion: textRegion(range, lines),
      ...(newText === '' ? {} : { insertedContent: { text: newText } }),
    }));
    return [
      {
        description: { text: literally(english(remedy.title)) },
        artifactChanges: [{ artifactLocation: artifactLocation(document.path), replacements }],
        properties: { effect: remedy.effect },
      },
    ];
  });
}

function resultsOf(document: LintedDocument, findings: readonly NamedFinding[]): SarifResult[] {
  if (findings.length === 0) return [];
  const { path, text, offsets, gpo } = document;
  const lines = createLineMap(text);
  const locationOf = ({ document: place, range }: Evidence): Location => ({
    physicalLocation: {
      artifactLocation: artifactLocation(place),
      // Of another file only the name is at hand.
      ...(place === path ? { region: offsets === 'bytes' ? byteRegion(range) : textRegion(range, lines) } : {}),
    },
  });
  const said = (text: Message): string => (gpo === undefined ? english(text) : english(message('command.saidOfGpo', english(text), gpo)));
  return findings.map(({ finding, fingerprint }) => {
    const { code, severity, evidence, related, places, certainty, tags, why } = finding;
    const fixes = offsets === 'text' ? fixesOf(document, finding, lines) : [];
    return {
      ruleId: code,
      level: sarifLevels[severity],
      message: { text: literally([said(finding.message), ...(why === undefined ? [] : [english(why)])].join(' ')) },
      locations: [locationOf({ ...evidence, document: path })],
      ...(related.length === 0 ? {} : { relatedLocations: related.map((other, id) => ({ id, ...locationOf(other.evidence), message: { text: literally(english(other.message)) } })) }),
      // Code scanning follows an alert by the first name only, and would make it of the line's text as UTF-8, which these files seldom are.
      partialFingerprints: { primaryLocationLineHash: fingerprint, 'rdpDiagnostics/v1': fingerprint },
      ...(fixes.length === 0 ? {} : { fixes }),
      properties: { certainty, ...(gpo === undefined ? {} : { gpo }), places: places.map(({ key, name }) => ({ key: keyText(key), name })), tags: [...tags] },
    };
  });
}

/** The rules go by code, so an index is known only when all results are. */
function withRuleIndex(results: readonly SarifResult[], codes: readonly string[]): SarifResult[] {
  const indexes = new Map(codes.map((code, index) => [code, index]));
  return results.map(({ ruleId = '', ...result }) => ({ ruleId, ruleIndex: indexes.get(ruleId) ?? -1, ...result }));
}

export function createSarifReport(machine: SarifMachine): SarifReport {
  const results: SarifResult[] = [];
  const codes = new Set<RuleCode>();
  const notifications: Notification[] = [];
  return {
    add(document, findings) {
      // One by one: a call does not take as many arguments as a file may have findings.
      for (const result of resultsOf(document, findings)) results.push(result);
      for (const { finding } of findings) codes.add(finding.code);
    },
    notify(level, path, text) {
      notifications.push({ level, message: { text: literally(text) }, locations: [{ physicalLocation: { artifactLocation: artifactLocation(path) } }] });
    },
    async close(successful) {
      const rules = await ruleDescriptors(codes, machine);
      const log: Log = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'RDP Diagnostics', semanticVersion: machine.version, rules } },
            columnKind: 'utf16CodeUnits',
            newlineSequences: ['\r\n', '\n', '\r'],
            originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The folder the command ran in.' } } },
            invocations: [{ executionSuccessful: successful, toolExecutionNotifications: notifications }],
            results: withRuleIndex(results, rules.map(({ id }) => id)),
          },
        ],
      };
      return printableJson(log);
    },
  };
}
