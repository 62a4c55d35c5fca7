// Findings a file asks not to hear about, and comments that ask for nothing: each becomes a fault, which RDP033 speaks of.

import type { Fault } from '../formats/fault';
import { cosmetic } from '../formats/reg/keyRepairs';
import type { SuppressedCode, Suppression } from '../formats/suppression';
import { message } from '../messages/message';
import type { DocumentId } from '../registry/observation';
import type { Remedy } from '../remedies/remedy';
import type { Finding } from '../rules/rule';
import type { TextEdit } from '../text/edits';
import type { TextRange } from '../text/range';

/** What is known of a code: `silent` is a rule that says nothing here, whatever the file holds. */
export type KnownCode = (code: string) => 'rule' | 'silent' | 'none';

/** A document and the comments of it that ask for silence. */
export interface Suppressed {
  readonly document: DocumentId;
  readonly text: string;
  readonly suppressions: readonly Suppression[];
  /** The edit that takes a comment out; undefined where that would change what the document is. */
  readonly removeComment: (comment: TextRange) => TextEdit | undefined;
}

/** The rule about these comments: it has not spoken yet when the others are sorted. */
export const SUPPRESSION_RULE = 'RDP033';

const covers = ({ start, end }: TextRange, finding: Finding): boolean => {
  const at = finding.evidence.range.start;
  return at >= start && at <= end;
};

export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  return findings.filter((finding) => !suppressions.some((other) => covers(other.covers, finding) && other.codes.some(({ code }) => code === finding.code)));
}

/** The comments, or codes in them, that do nothing for these findings. */
export function idleSuppressions(suppressed: Suppressed, findings: readonly Finding[], known: KnownCode): readonly Fault[] {
  const { document, suppressions } = suppressed;
  const fault = (suppression: Suppression, args: readonly string[], code?: SuppressedCode): Fault => ({
    kind: 'suppressionIdle',
    evidence: { document, range: code?.range ?? suppression.range },
    args,
    certainty: 'confirmed',
    places: [],
    remedies: remove(suppressed, suppression, code),
  });
  return suppressions.flatMap((suppression) => {
    if (suppression.codes.length === 0) return [fault(suppression, ['', 'noCode'])];
    return suppression.codes.flatMap((code) => {
      const what = known(code.code);
      if (what === 'none') return [fault(suppression, [code.code, 'unknown'], code)];
      const isUsed = findings.some((finding) => finding.code === code.code && covers(suppression.covers, finding));
      return what === 'silent' || isUsed || code.code === SUPPRESSION_RULE ? [] : [fault(suppression, [code.code, suppression.scope], code)];
    });
  });
}

function remove({ text, removeComment }: Suppressed, { range, codes }: Suppression, code: SuppressedCode | undefined): readonly Remedy[] {
  if (code !== undefined && codes.length > 1) {
    const end = code.range.end + (/^[ \t,]*/.exec(text.slice(code.range.end, range.end))?.[0].length ?? 0);
    return [cosmetic(message('RDP033.fixCode', code.code), { range: { start: code.range.start, end }, newText: '' })];
  }
  const edit = removeComment(range);
  return edit === undefined ? [] : [cosmetic(message('RDP033.fixComment'), edit)];
}
