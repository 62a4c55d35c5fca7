import { deepEqual, doesNotMatch, equal } from 'node:assert/strict';
import { printable, printableJson } from '../../src/terminal/printable';

const steering = 'a\u001b[2J\u009b1m\u007f\u202eb\r\n\tc\u2028';

describe('what is printed', () => {
  it('steers no terminal, as text', () => {
    equal(printable(steering), 'a\\x1b[2J\\x9b1m\\x7f\\x202eb\\x0d\n\tc\u2028');
  });

  it('steers no terminal as JSON either, and reads as the same', () => {
    const said = printableJson({ name: steering });
    doesNotMatch(said, /[\0-\x1f\x7f-\x9f\u2028\u202e]/);
    deepEqual(JSON.parse(said), { name: steering });
  });
});
