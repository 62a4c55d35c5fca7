// What can be folded: a key with its values, data over several lines, blocks of comments, and regions marked in comments.

import type { CommentNode, RegFile } from '../formats/reg/nodes';
import type { TextRange } from '../text/range';

export interface Fold {
  readonly kind: 'key' | 'data' | 'comment' | 'region';
  /** Starts and ends on different lines. */
  readonly range: TextRange;
}

const REGION = /^;\s*#?region\b/i;
const END_OF_REGION = /^;\s*#?endregion\b/i;

class Folds {
  readonly found: Fold[] = [];
  private keyStart: number | undefined;
  private keyEnd = 0;
  private comments: { readonly start: number; end: number; count: number } | undefined;
  private readonly regions: number[] = [];

  constructor(private readonly text: string) {}

  add(kind: Fold['kind'], start: number, end: number): void {
    if (/[\r\n]/.test(this.text.slice(start, end))) this.found.push({ kind, range: { start, end } });
  }

  closeKey(): void {
    if (this.keyStart !== undefined) this.add('key', this.keyStart, this.keyEnd);
  }

  openKey(start: number, end: number): void {
    this.closeKey();
    this.keyStart = start;
    this.keyEnd = end;
  }

  /** Comments at the end of a key are about the next one. */
  belongsToKey(end: number): void {
    this.keyEnd = end;
  }

  closeComments(): void {
    if (this.comments !== undefined && this.comments.count > 1) this.add('comment', this.comments.start, this.comments.end);
    this.comments = undefined;
  }

  comment({ start, end }: CommentNode): void {
    const written = this.text.slice(start, Math.min(end, start + 80));
    if (REGION.test(written)) this.regions.push(start);
    const opened = END_OF_REGION.test(written) ? this.regions.pop() : undefined;
    if (opened !== undefined) this.add('region', opened, end);
    // A blank line ends a block.
    const gap = this.comments === undefined ? '' : this.text.slice(this.comments.end, start);
    if (this.comments === undefined || (gap.match(/\r\n|\r|\n/g)?.length ?? 0) > 1) {
      this.closeComments();
      this.comments = { start, end, count: 1 };
    } else {
      this.comments.end = end;
      this.comments.count++;
    }
  }
}

export function foldsOf(file: RegFile): readonly Fold[] {
  const folds = new Folds(file.text);
  for (const node of file.nodes) {
    if (node.kind === 'comment') {
      folds.comment(node);
      continue;
    }
    folds.closeComments();
    if (node.kind === 'key') folds.openKey(node.start, node.end);
    else folds.belongsToKey(node.end);
    if (node.kind === 'value') folds.add('data', node.start, node.data.end);
  }
  folds.closeComments();
  folds.closeKey();
  return folds.found;
}
