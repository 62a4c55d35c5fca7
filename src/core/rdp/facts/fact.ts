// What every fact of this folder carries: where it was read and how sure it is.

import type { Confidence } from '../setting';

export interface Sourced {
  readonly source: string;
  readonly confidence: Confidence;
}
