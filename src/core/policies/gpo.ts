// A GPO as the Policies view compares it: its statements over all files that say them. A report that holds several GPOs is several of
// these; a resultant set is none to compare with others, because Windows has merged it already.

import type { Entry } from '../formats/entry';
import type { DocumentId } from '../registry/observation';
import type { Finding } from '../rules/rule';
import type { GpoHalf } from './gpoHalves';
import type { ReadPolicyFile } from './readPolicyFile';

export interface Stated {
  readonly file: ReadPolicyFile;
  readonly entry: Entry;
}

export interface NamedFiles {
  /** Equal for the same GPO of the same files, whatever else is found. */
  readonly id: string;
  readonly name: string;
  readonly guid: string | undefined;
  /** Whether a document tells the name; else it is where the export lies. */
  readonly isNamed: boolean;
  /** The folder of its backup, or its file; as a person knows it. */
  readonly where: string;
  /** The halves that are disabled, where a backup says so. */
  readonly disabled: readonly GpoHalf[];
  readonly files: readonly ReadPolicyFile[];
}

export interface Gpo extends NamedFiles {
  /** `merged`: a resultant set, which holds what several GPOs came to. */
  readonly kind: 'gpo' | 'merged';
  readonly stated: readonly Stated[];
  /** What the rules say about its files. */
  readonly findings: readonly Finding[];
}

/** One, or as many as the files name. What names none belongs to the export as a whole. */
export function gposOf({ files, ...named }: NamedFiles): readonly Gpo[] {
  const kind = files.length > 0 && files.every(({ format }) => format === 'rsop') ? 'merged' : 'gpo';
  const stated = files.flatMap((file) => file.reading.entries.map((entry): Stated => ({ file, entry })));
  const findings = files.flatMap((file) => file.findings);
  const names = new Set(stated.flatMap(({ entry }) => entry.gpo ?? []));
  if (names.size < 2) {
    const [only] = names;
    return [{ ...named, ...(only === undefined ? {} : { name: only, isNamed: true }), kind, files, stated, findings }];
  }
  const findingsIn = findingsByStatement(findings);
  return [...names].map((name): Gpo => {
    const own = stated.filter(({ entry }) => entry.gpo === name);
    const about = new Set(own.flatMap(findingsIn));
    return { id: `${named.id}\n${name}`, name, guid: undefined, isNamed: true, where: named.where, disabled: named.disabled, kind, files, stated: own, findings: findings.filter((finding) => about.has(finding)) };
  });
}

/** Which findings stand in a statement, in the order of the file. Sorted once: a file may have a finding for each of its statements. */
export function findingsByStatement(findings: readonly Finding[]): (said: Stated) => readonly Finding[] {
  const byDocument = new Map<DocumentId, Finding[]>();
  for (const finding of findings) {
    const own = byDocument.get(finding.evidence.document);
    if (own === undefined) byDocument.set(finding.evidence.document, [finding]);
    else own.push(finding);
  }
  for (const own of byDocument.values()) own.sort((a, b) => a.evidence.range.start - b.evidence.range.start);
  return ({ entry: { evidence } }) => {
    const own = byDocument.get(evidence.document) ?? [];
    const { start, end } = evidence.range;
    const found: Finding[] = [];
    for (let at = firstFrom(own, start), next = own[at]; next !== undefined && next.evidence.range.start <= end; next = own[++at]) {
      // Records of a registry.pol follow each other without a byte between: where one ends, the next one begins.
      if (next.evidence.range.start < end || next.evidence.range.end === end) found.push(next);
    }
    return found;
  };
}

function firstFrom(sorted: readonly Finding[], start: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.evidence.range.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
