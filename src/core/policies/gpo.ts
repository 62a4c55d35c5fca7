// A GPO as the Policies view compares it: its statements over all files that say them. A report that holds several GPOs is several of
// these; a resultant set is none to compare with others, because Windows has merged it already.

import type { Entry } from '../formats/entry';
import type { Finding } from '../rules/rule';
import type { GpoHalf } from './gpoHalves';
import type { ReadPolicyFile } from './readPolicyFile';

export interface Stated {
  readonly file: ReadPolicyFile;
  readonly entry: Entry;
}

export interface Gpo {
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
  /** `merged`: a resultant set, which holds what several GPOs came to. */
  readonly kind: 'gpo' | 'merged';
  readonly files: readonly ReadPolicyFile[];
  readonly stated: readonly Stated[];
  /** What the rules say about its files. */
  readonly findings: readonly Finding[];
}

export interface NamedFiles {
  readonly id: string;
  readonly name: string;
  readonly guid: string | undefined;
  readonly isNamed: boolean;
  readonly where: string;
  readonly disabled: readonly GpoHalf[];
  readonly files: readonly ReadPolicyFile[];
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
  return [...names].map((name): Gpo => {
    const own = stated.filter(({ entry }) => entry.gpo === name);
    return { id: `${named.id}\n${name}`, name, guid: undefined, isNamed: true, where: named.where, disabled: named.disabled, kind, files, stated: own, findings: findings.filter((finding) => own.some((said) => isAbout(finding, said))) };
  });
}

/** The finding stands in the statement. */
export function isAbout({ evidence }: Finding, { entry }: Stated): boolean {
  const { document, range } = entry.evidence;
  return evidence.document === document && evidence.range.start >= range.start && evidence.range.start <= range.end;
}
