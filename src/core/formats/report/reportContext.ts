// Where in a report a statement stands: which half of which GPO, whether that half is switched off, and who won.

import type { DocumentId } from '../../registry/observation';
import type { Winner } from '../entry';

export interface ReportContext {
  readonly document: DocumentId;
  readonly text: string;
  readonly side: 'machine' | 'user' | undefined;
  /** What every entry made here carries. */
  readonly common: { readonly disabled?: true; readonly gpo?: string; readonly winner?: Winner };
}
