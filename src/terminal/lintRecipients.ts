// Who hears of the findings of a file before a person does: the baseline, which keeps some back, and the SARIF log.

import { fingerprintsOf } from '../core/lint/fingerprint';
import type { Digest } from '../core/ports';
import { succeed, type Result } from '../core/result';
import type { Finding } from '../core/rules/rule';
import type { LintOptions } from './lintArguments';
import { newBaseline, openBaseline, type Baseline } from './lintBaseline';
import type { LintedDocument } from './lintedDocument';
import { createSarifReport, type SarifMachine, type SarifReport } from './lintSarif';

export interface LintRecipients {
  readonly baseline: Baseline | undefined;
  readonly sarif: SarifReport | undefined;
  /** What is to be told of the findings of a file. To be called once for each file, while its text is at hand. */
  tell(document: LintedDocument): readonly Finding[];
}

export interface RecipientsMachine extends SarifMachine {
  readonly digest: Digest;
}

export async function openRecipients({ paths, format, baseline: file, writeBaseline }: LintOptions, machine: RecipientsMachine): Promise<Result<LintRecipients>> {
  const opened = file === undefined ? succeed(undefined) : await openBaseline(file, paths, machine.files);
  if (!opened.ok) return opened;
  const baseline = writeBaseline === undefined ? opened.value : newBaseline(writeBaseline, machine.files);
  const sarif = format === 'sarif' ? createSarifReport(machine) : undefined;
  return succeed({
    baseline,
    sarif,
    tell(document) {
      if (document.findings.length === 0 || (baseline === undefined && sarif === undefined)) return document.findings;
      const fingerprints = fingerprintsOf(document.findings, document, machine.digest);
      const named = document.findings.map((finding, i) => ({ finding, fingerprint: fingerprints[i] ?? '' }));
      const kept = baseline === undefined ? named : baseline.leaveOut(document.path, named);
      sarif?.add(document, kept);
      return kept.map(({ finding }) => finding);
    },
  });
}
