// All rules, in the order of their codes. The only importer of the rule files.

import type { Rule } from './rule';

export const rules: readonly Rule[] = [];
