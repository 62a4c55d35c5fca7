// What a .reg file is made of, as offsets into its text: nothing is copied until someone asks. Every line of the file that is not
// blank belongs to exactly one node; nodes do not overlap and come in the order of the file.

import type { Hive } from '../../registry/hives';
import type { TextRange } from '../../text/range';

export interface CommentNode extends TextRange {
  readonly kind: 'comment';
}

/** A line Windows ignores although it is no `;` comment. */
export interface IgnoredNode extends TextRange {
  readonly kind: 'ignored';
  /** `missingOpen`: a key line without its bracket. `valueUnquoted`: looks like an assignment, but the name has no quotes. */
  readonly looksLike: 'hash' | 'slashes' | 'text' | 'missingOpen' | 'valueUnquoted' | 'curlyName';
}

export type KeyProblem = 'missingClose' | 'blankAfterBracket' | 'blankAfterMinus' | 'missingRoot' | 'unknownRoot' | 'abbreviatedRoot';

export interface KeyNode extends TextRange {
  readonly kind: 'key';
  /** `[-…]`. */
  readonly deletes: boolean;
  /** The name between the brackets, without the minus. */
  readonly name: TextRange;
  /** The root as found in full; undefined with a problem. For an abbreviated root the one it plainly means. */
  readonly hive: Hive | undefined;
  /** Below the root, as written. */
  readonly path: string;
  readonly problem: KeyProblem | undefined;
}

export type ValueForm = 'string' | 'dword' | 'hex' | 'delete' | 'unknown';

export type DwordProblem = 'empty' | 'tooLong' | 'prefix0x' | 'notHex' | 'continued' | 'negative' | 'trailing';
export type StringProblem = 'badEscape' | 'strayQuote' | 'noClosingQuote' | 'curlyQuotes';
export type HexProblem =
  | 'noCommaBeforeBackslash'
  | 'byteTooLarge'
  | 'notHex'
  | 'hashComment'
  | 'badType'
  | 'splitByte'
  | 'strayBackslash'
  | 'continuationEmpty';

/** Why a value line does nothing; undefined where Windows stores (or deletes) something. */
export type ValueProblem =
  | { readonly kind: 'name'; readonly what: 'noClosingQuote' | 'noEquals' }
  | { readonly kind: 'dword'; readonly what: DwordProblem }
  | { readonly kind: 'string'; readonly what: StringProblem; readonly at: TextRange }
  | { readonly kind: 'multiLine' }
  | { readonly kind: 'hex'; readonly what: HexProblem; readonly at: TextRange }
  /** Text after complete data: Windows drops the whole value. */
  | { readonly kind: 'trailing'; readonly what: 'hash' | 'text'; readonly at: TextRange }
  | { readonly kind: 'delete'; readonly at: TextRange }
  | { readonly kind: 'typeUpperCase'; readonly at: TextRange }
  | { readonly kind: 'data' };

export interface ValueNode extends TextRange {
  readonly kind: 'value';
  readonly form: ValueForm;
  /** Registry type number; for `delete` and `unknown` 0. */
  readonly type: number;
  /** Between the quotes, still escaped; empty for `@`. */
  readonly name: TextRange;
  /** From the first character after `=` and its blanks to the end of the data, without a trailing comment. */
  readonly data: TextRange;
  /** Bytes written in the file (hex form only). */
  readonly byteCount: number;
  /** Written in a way whose effect was not confirmed on Windows. */
  readonly loose: boolean;
  readonly problem: ValueProblem | undefined;
  /** Lines taken away from the file by this value: swallowed by its dangling continuation, or its own lines after the cut. */
  readonly lost: { readonly why: 'swallowed' | 'cut'; readonly range: TextRange } | undefined;
}

export type RegNode = CommentNode | IgnoredNode | KeyNode | ValueNode;

export type Dialect = 'v4' | 'v5' | 'windows31';

export type HeaderVerdict =
  | { readonly kind: 'accepted'; readonly dialect: Dialect }
  /** The import tool succeeds and does nothing. */
  | { readonly kind: 'importsNothing' }
  | {
      readonly kind: 'rejected';
      readonly why: 'wrongCase' | 'wrongVersion' | 'blankFirst' | 'missing' | 'trailing' | 'empty' | 'other';
      readonly certain: boolean;
    }
  /** A registry file of Wine's own prefix: another format. */
  | { readonly kind: 'winePrefix' };

export interface HeaderNode extends TextRange {
  readonly kind: 'header';
  readonly verdict: HeaderVerdict;
  /** A header Windows would know, on a later line where it does not look for one. */
  readonly late?: TextRange;
}

export interface RegFile {
  readonly text: string;
  readonly header: HeaderNode;
  /** All nodes, made when first asked for, and kept. */
  readonly nodes: readonly RegNode[];
  /** Visits the nodes in order: those that are kept, else each is read and forgotten, as a large file wants it. */
  forEachNode(visit: (node: RegNode) => void): void;
}
