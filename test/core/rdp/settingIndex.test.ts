// docs/settings.md is what the tables say.

import { equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingIndex } from '../../lab/settingIndex';
import { ROOT } from '../../places';

describe('the reference of settings', () => {
  it('is up to date (npm run generate)', () => {
    equal(readFileSync(join(ROOT, 'docs', 'settings.md'), 'utf8'), settingIndex());
  });
});
