// A file as it was linted. What is told of it to machines is made while its text is at hand, and then it is let go: a folder of backups is
// larger than what is found in it.

import type { Format } from '../core/formats/detect';
import type { FingerprintSource } from '../core/lint/fingerprint';
import type { Finding } from '../core/rules/rule';
import type { Remedy } from '../core/remedies/remedy';
import type { TextEdit } from '../core/text/edits';

export interface LintedDocument extends FingerprintSource {
  readonly path: string;
  readonly format: Format;
  /** The display name of the GPO it belongs to. */
  readonly gpo: string | undefined;
  readonly findings: readonly Finding[];
  /** The text edits of a fix; undefined where this document cannot say it. */
  editsFor(finding: Finding, remedy: Remedy): readonly TextEdit[] | undefined;
}

/** A finding under the name it has in every run. */
export interface NamedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
}
