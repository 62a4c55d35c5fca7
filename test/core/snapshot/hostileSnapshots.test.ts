// Snapshots that somebody wrote to mislead, to steer or to hang what reads them.

import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { lintSnapshotBytes } from '../../../src/core/lint/snapshotLinter';
import { english } from '../../../src/core/messages/english';
import { reportMarkdown } from '../../../src/core/servers/exportedReport';
import type { ServerReport } from '../../../src/core/servers/report';
import { diagnoseSnapshot } from '../../../src/core/servers/snapshotDiagnosis';
import { compareSnapshots } from '../../../src/core/snapshot/compare';
import { comparisonText } from '../../../src/core/snapshot/comparisonText';
import { readCollected } from '../../../src/core/snapshot/readCollected';
import { readSnapshot } from '../../../src/core/snapshot/readSnapshot';
import { redact } from '../../../src/core/snapshot/redact';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { healthyServer, serverWith } from '../rules/serverMade';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const healthyText = JSON.stringify(healthyServer());

function diagnosed(snapshot: Snapshot): ServerReport {
  return diagnoseSnapshot({
    snapshot, name: 'a.rdpsnapshot.json', document: 'report', say: english, severities: new Map(), files: [],
    onRuleError: (code, error) => {
      throw new Error(code, { cause: error });
    },
  });
}

const LINE_ENDS = ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'];
const forged = LINE_ENDS.map((end) => `${end} ✖ Forged                      by a server`).join('');
const steering = '\u001b[2J\u009b1m\u202e';
const hostile = `httpd.exe${forged}${steering}`;
const LINE_END = /[\r\u2028\u2029\u0085\v\f]/;

/** A server that puts what it likes wherever a name stands, and has its port taken, so that a finding names it. */
function forger(): Snapshot {
  return serverWith({
    host: { data: { name: hostile, dnsName: hostile, domain: hostile, version: hostile, edition: hostile, clock: hostile, bootedAt: hostile } },
    sockets: { data: { listening: [{ protocol: 'tcp', address: hostile, port: 3389, pid: 7, process: hostile, path: hostile, services: [hostile] }] } },
    groups: { data: { administrators: [{ sid: null, name: hostile }] } },
    firewall: { data: { rules: [] }, unseen: [{ what: hostile, reason: 'failed', detail: hostile }] },
    licensing: { failure: { reason: 'failed', detail: hostile } },
    events: {
      data: {
        groups: [{
          channel: hostile, provider: hostile, id: 7, level: 2, qualifiers: null, count: 1, capped: false, first: hostile, last: hostile,
          samples: [{ at: hostile, fields: { [hostile]: hostile } }],
        }],
      },
    },
    registry: { set: [[`HKEY_LOCAL_MACHINE\\SOFTWARE\\${hostile}`, hostile, 1, Buffer.from(`${hostile}\0`, 'utf16le').toString('hex')]] },
  });
}

describe('a hostile snapshot', () => {
  it('cannot forge a line of the report, of a finding or of a comparison', () => {
    const report = diagnosed(forger());
    ok(report.findings.some(({ message }) => english(message).includes('Forged')), 'no finding names what the server called itself');
    for (const text of [report.text, comparisonText(compareSnapshots(healthyServer(), forger()), { before: 'a', after: hostile }, english)]) {
      match(text, /Forged/);
      doesNotMatch(text, /^\W*Forged/m);
      doesNotMatch(text, LINE_END);
    }
    for (const { message, why, unseen } of report.findings) {
      for (const text of [message, ...(why === undefined ? [] : [why]), ...unseen].map(english)) equal(text.split(/[\n\r\u2028\u2029\u0085\v\f]/).length, 1, text);
    }
    doesNotMatch(reportMarkdown({ name: 'a', report, snapshot: undefined }, english), /^\W*Forged/m);
  });

  it('cannot steer a terminal from the report', () => {
    doesNotMatch(diagnosed(forger()).text, /[\u001b\u009b\u202e]/);
  });

  it('has its findings on whole lines all the same', () => {
    const { text, findings } = diagnosed(forger());
    for (const { code, evidence: { range } } of findings) {
      ok(!text.slice(range.start, range.end).includes('\n') && (text[range.end] === '\n' || range.end <= text.length), code);
      equal(text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start).trim().replace(/^[✖⚠]$/, ''), '', code);
    }
  });

  it('is redacted and read again', () => {
    ok(readSnapshot(bytesOf(JSON.stringify(redact(forger())))).ok);
  });

  it('gets no longer line than anybody reads', () => {
    const long = 'x'.repeat(90_000);
    const { text } = diagnosed(serverWith({ host: { data: { name: long, dnsName: long, domain: long } } }));
    ok(Math.max(...text.split('\n').map((line) => line.length)) < 10_000);
  });

  it('is refused where a text or a list is longer than a collector writes', () => {
    const longText = serverWith({ host: { data: { name: 'x'.repeat(5_000_000) } } });
    const longList = serverWith({ sockets: { data: { ports: Array.from({ length: 100_000 }, () => 3389) } } });
    deepEqual(readSnapshot(bytesOf(JSON.stringify(longText))), { ok: false, fault: { kind: 'damaged', at: 'sections.host' } });
    deepEqual(readSnapshot(bytesOf(JSON.stringify(longList))), { ok: false, fault: { kind: 'damaged', at: 'sections.sockets' } });
  });

  it('that names one thing thousands of times is compared', () => {
    const group = { channel: 'System', provider: 'TermDD', id: 56, level: 2, qualifiers: null, count: 1, capped: false, first: 'a', last: 'b', samples: [] };
    const differences = compareSnapshots(healthyServer(), serverWith({ events: { data: { groups: Array.from({ length: 20_000 }, () => group) } } }));
    equal(differences.filter(({ fact, change }) => fact === 'event:TermDD/56' && change === 'added').length, 20_000);
  });

  it('as deep as it likes is read where nobody looks, and a reason where somebody does', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    ok(readSnapshot(bytesOf(healthyText.replace(/^\{/, `{"more":${deep},`))).ok);
    const reading = readCollected(bytesOf(healthyText.replace(/^\{/, `{"more":${deep},`).replace('"build":20348', '"build":"20348"')));
    ok(reading.ok && 'failure' in reading.snapshot.sections.host && 'data' in reading.snapshot.sections.sockets);
  });

  it('with very long texts beside what is read has its sections found', () => {
    for (const long of ['x'.repeat(20_000_000), '\\\\'.repeat(10_000_000), '\\"'.repeat(10_000_000)]) {
      const bytes = bytesOf(`{"more":"${long}",${healthyText.slice(1).replace(/("UserAuthentication","type":4,"data":")01/, '$100')}`);
      const linted = lintSnapshotBytes({ document: 'a', bytes, severities: new Map(), onRuleError: () => undefined });
      ok(linted.ok);
      const [finding] = linted.findings;
      equal(linted.text.slice(finding?.evidence.range.start, finding?.evidence.range.end), '"registry"');
    }
  });

  it('has names that objects have of their own left out of events, with nothing else changed', () => {
    const fields = '{"__proto__":"a","constructor":"b","toString":"c","x":"d"}';
    const group = `{"channel":"System","provider":"TermDD","id":50,"level":2,"qualifiers":null,"count":1,"capped":false,"first":"a","last":"a","samples":[{"at":"a","fields":${fields}}]}`;
    const reading = readSnapshot(bytesOf(healthyText.replace(/"groups":\[(?=\]|\{"channel")/, `"groups":[${group},`).replace(',]', ']')));
    ok(reading.ok && 'data' in reading.snapshot.sections.events);
    const read = reading.snapshot.sections.events.data.groups[0]?.samples[0]?.fields ?? {};
    equal(Object.getPrototypeOf(read), Object.prototype);
    equal(read['x'], 'd');
    ok(diagnosed(reading.snapshot).text.length > 0 && compareSnapshots(healthyServer(), reading.snapshot).length > 0);
  });
});
