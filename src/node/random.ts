// Random bytes of this machine, for core's Random.

import { randomBytes } from 'node:crypto';
import type { Random } from '../core/ports';

export const random: Random = {
  bytes: (length) => randomBytes(length),
};
