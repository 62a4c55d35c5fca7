// A SARIF log of one file with more findings than a call takes arguments. What a log says of findings: cli/lintSarif.test.ts.

import { equal, ok } from 'node:assert/strict';
import { message } from '../../src/core/messages/message';
import { fail, type Result } from '../../src/core/result';
import type { Finding } from '../../src/core/rules/rule';
import type { LintedDocument } from '../../src/terminal/lintedDocument';
import { createSarifReport } from '../../src/terminal/lintSarif';
import type { Files } from '../../src/terminal/ports';

const nowhere = (): Promise<Result<never>> => Promise.resolve(fail({ code: 'fileUnreadable', message: message('show.noPath'), remedy: message('show.noPath'), retry: false }));
const files: Files = { read: nowhere, readHead: nowhere, write: nowhere, find: () => Promise.resolve({ files: [], failures: [] }) };

describe('a SARIF log', () => {
  it('takes any number of findings of one file', async function () {
    this.timeout(600_000);
    const many = 130_000;
    const finding: Finding = {
      code: 'RDP044', severity: 'error', symptom: null, message: message('show.noPath'), evidence: { document: 'a.pol', range: { start: 8, end: 9 } },
      places: [], related: [], tags: [], remedies: [], certainty: 'confirmed', why: undefined, unseen: [],
    };
    const document: LintedDocument = { path: 'a.pol', format: 'registry.pol', gpo: undefined, offsets: 'bytes', text: '', bytes: new Uint8Array(9), findings: [finding], editsFor: () => undefined };
    const report = createSarifReport({ version: '1.0.0', files, rulePage: (code) => code });
    report.add(document, Array.from({ length: many }, (_, index) => ({ finding, fingerprint: String(index) })));
    const log = await report.close(true);
    ok(log.includes(`"${String(many - 1)}"`));
    equal(log.split('"byteOffset"').length - 1, many);
  });
});
