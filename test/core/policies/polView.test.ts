// What the page of a registry.pol is told, and whether what it then asks is a question.
import { deepEqual, equal } from 'node:assert/strict';
import { writeRegistryPol } from '../../../src/core/formats/registryPol/writer';
import { english } from '../../../src/core/messages/english';
import { answerPolQuery, answerWithout, readPolQuestion, type PolAnswer } from '../../../src/core/policies/polView';
import type { PolQuery } from '../../../src/core/policies/polTable';
import { opened } from './openedPol';

/** As the page does it: it asks again from where it was told to be, and what has no value does not arrive. */
function askedAgain(query: PolQuery, { from }: PolAnswer): unknown {
  const sent: unknown = JSON.parse(JSON.stringify({ kind: 'query', ...query, from }));
  return readPolQuestion(sent);
}

describe('an answer to the page of a registry.pol', () => {
  const query: PolQuery = { search: 'a', rdpOnly: false, from: 200 };

  it('lets the page ask again where the file could not be read: it may be back at once', () => {
    const answer = answerWithout('registry.pol cannot be read', query);
    deepEqual([answer.otherwise, answer.rows, answer.from], ['registry.pol cannot be read', [], 200]);
    deepEqual(askedAgain(query, answer), { kind: 'query', query });
  });

  it('has each of its fields also where the file cannot be read', () => {
    const whole = answerPolQuery(opened(writeRegistryPol([])), query, english);
    deepEqual(Object.keys(answerWithout('', query)), Object.keys(whole));
    equal(whole.from, 0);
  });
});
