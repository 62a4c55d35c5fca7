// A file of Policy Analyzer with more lines of templates than a call takes arguments.

import { equal } from 'node:assert/strict';
import { readPolicyRules } from '../../../src/core/formats/policyRules';

describe('a large file of Policy Analyzer', () => {
  it('is read with all its lines of templates', function () {
    this.timeout(600_000);
    const many = 130_000;
    const lines = '<SecurityTemplate Section="Privilege Rights"><LineItem>SeShutdownPrivilege = Contoso</LineItem></SecurityTemplate>'.repeat(many);
    equal(readPolicyRules(`<PolicyRules>${lines}</PolicyRules>`, 'a.PolicyRules').entries.length, many);
  });
});
