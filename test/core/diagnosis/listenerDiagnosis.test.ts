// The report of a check and the lines its findings stand on.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoseListener, type ListenerDiagnosis } from '../../../src/core/diagnosis/listenerDiagnosis';
import type { ListenerCheck } from '../../../src/core/diagnosis/listenerReport';
import { runRules, type SeverityChoice } from '../../../src/core/lint/runRules';
import { judge } from '../../../src/core/listener/verdict';
import { english } from '../../../src/core/messages/english';
import type { RuleCode } from '../../../src/core/rules/rule';
import { rules } from '../../../src/core/rules/table';
import type { Answer, Exchange } from '../../../src/core/listener/answer';
import { FIXTURES } from '../../places';
import { checkMade, type ListenerFixture } from '../rules/listenerMade';

const address = { host: 'rds-07.corp.example', port: 3389 };
const startedAt = Date.UTC(2026, 10, 22, 14, 2, 11, 345);

const exchange = (requestedProtocols: number, answer: Answer, received: string): Exchange => ({
  question: { requestedProtocols, tls: null, nativeMethods: null },
  answer,
  further: null,
  sent: `030000130ee00000000000010008000${String(requestedProtocols)}000000`,
  received,
  remoteAddress: '192.0.2.7',
  connectMs: 1,
  answerMs: 2,
});

const http: readonly Exchange[] = [
  exchange(
    3,
    { kind: 'other', banner: { kind: 'http', excerpt: 'HTTP/1.1 400 Bad Request' } },
    '485454502f312e3120343030204261642052657175657374',
  ),
];

const required: readonly Exchange[] = [
  exchange(3, { kind: 'selected', selectedProtocol: 2, flags: 0x1f, sourceReference: 0x1234 }, '030000130ed00000123400021f080002000000'),
  exchange(1, { kind: 'failure', failureCode: 5, sourceReference: 0x1234 }, '030000130ed000001234000300080005000000'),
];

function diagnose(
  exchanges: readonly Exchange[],
  severities: ReadonlyMap<RuleCode, SeverityChoice> = new Map(),
  durationMs = 3,
): ListenerDiagnosis {
  return diagnoseCheck({ address, verdict: judge(address, exchanges, { durationMs }), startedAt, from: 'ADMINPC' }, severities);
}

function diagnoseCheck(check: ListenerCheck, severities: ReadonlyMap<RuleCode, SeverityChoice>): ListenerDiagnosis {
  return diagnoseListener(check, 'rdp-report:rds-07', english, (statements) =>
    runRules(rules, statements, severities, (code, error) => {
      throw new Error(`${code} threw`, { cause: error });
    }),
  );
}

const firstLineOf = (text: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith('First:'))
    ?.replace(/ {2,}(?=RDP)/, '  ');

const lineOf = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset));

describe('the report of a check', () => {
  it('says the verdict, then what to do, then the evidence', () => {
    deepEqual(diagnose(http).text.split('\n'), [
      'rds-07.corp.example:3389        checked 2026-11-22 14:02:11 UTC from ADMINPC in 3 ms',
      '',
      'Not RDP: an HTTP server on port 3389 answered "HTTP/1.1 400 Bad Request".',
      'First: on the server, find the process that owns TCP 3389; move it or Remote Desktop to another port.  RDP213',
      '',
      '2  Port and listener                                  1 error',
      '   Address                     192.0.2.7       rds-07.corp.example',
      '   Connection to TCP 3389      accepted',
      ' ✖ Answer                      HTTP            TLS|CredSSP asked: "HTTP/1.1 400 Bad Request"',
      '',
      '3  Security                                           not seen',
      '   RDP security                not known',
      '   TLS without NLA             not known',
      '   NLA                         not known',
      '   Certificate for TLS         not asked',
      '',
      'Not seen',
      '   Service and port owner      needs a login on the server',
      '   Firewall on the server      needs a login on the server',
      '   Settings and policies       needs a login on the server',
      '   Certificate presented       not asked in this check',
      '   Licensing                   needs a login on the server',
      '   Events                      needs a login on the server',
      '',
      'How this was collected',
      '   Questions                   1               one connection each, one after the other',
      '   Credentials                 none            no login to the listener was tried',
      '   Question TLS|CredSSP        3 ms            sent 030000130ee000000000000100080003000000, received 485454502f312e3120343030204261642052657175657374',
      '',
    ]);
  });

  it('of a healthy server has nothing to do first', () => {
    const { text, findings } = diagnose(required);
    deepEqual(findings, []);
    deepEqual(text.split('\n').slice(2, 14), [
      'RDP answers; NLA is required.',
      '',
      '2  Port and listener                                  nothing wrong',
      '   Address                     192.0.2.7       rds-07.corp.example',
      '   Connection to TCP 3389      accepted',
      '   Answer                      RDP             TLS|CredSSP asked: RDP_NEG_RSP, selectedProtocol 2 (CredSSP)',
      '',
      '3  Security                                           nothing wrong',
      '   RDP security                refused         TLS asked: RDP_NEG_FAILURE 5 (HYBRID_REQUIRED_BY_SERVER)',
      '   TLS without NLA             refused         TLS asked: RDP_NEG_FAILURE 5 (HYBRID_REQUIRED_BY_SERVER)',
      '   NLA                         required        TLS asked: RDP_NEG_FAILURE 5 (HYBRID_REQUIRED_BY_SERVER)',
      '   Certificate for TLS         not asked',
    ]);
  });

  it('differs between two checks only in what differs', () => {
    const [a, b] = [diagnose(required), diagnose(required, new Map(), 1499)].map(({ text }) => text.split('\n'));
    deepEqual(
      a?.filter((line, index) => line !== b?.[index]),
      ['rds-07.corp.example:3389        checked 2026-11-22 14:02:11 UTC from ADMINPC in 3 ms'],
    );
    equal(b?.[0], 'rds-07.corp.example:3389        checked 2026-11-22 14:02:11 UTC from ADMINPC in 1.5 s');
  });
});

describe('what to do first', () => {
  const firstLine = (exchanges: readonly Exchange[], severities?: ReadonlyMap<RuleCode, SeverityChoice>): string | undefined =>
    firstLineOf(diagnose(exchanges, severities).text);
  const rdpOnly: readonly Exchange[] = [
    exchange(3, { kind: 'selected', selectedProtocol: 0, flags: 0, sourceReference: 0x1234 }, '030000130ed000001234000200080000000000'),
    exchange(2, { kind: 'failure', failureCode: 2, sourceReference: 0x1234 }, '030000130ed000001234000300080002000000'),
    exchange(1, { kind: 'failure', failureCode: 2, sourceReference: 0x1234 }, '030000130ed000001234000300080002000000'),
  ];
  const notResolved = (systemCode: string): readonly Exchange[] => [
    { ...exchange(3, { kind: 'notConnected', failure: 'unresolved', systemCode }, ''), sent: '', remoteAddress: null, answerMs: null },
  ];

  it('is about the finding whose code stands beside it', () => {
    equal(firstLine(rdpOnly), 'First: require TLS (SecurityLayer 2), unless clients that do not know it have to connect.  RDP502');
    equal(firstLine(rdpOnly, new Map([['RDP502', 'off']])), 'First: require NLA, unless clients that do not know it have to connect.  RDP501');
  });

  it('is said for every rule that can find something wrong with a listener', () => {
    const folder = join(FIXTURES, 'rules');
    for (const code of readdirSync(folder)) {
      for (const name of readdirSync(join(folder, code)).filter((file) => /^bad-.*(?<!\.snapshot)\.json$/.test(file))) {
        const check = checkMade(JSON.parse(readFileSync(join(folder, code, name), 'utf8')) as ListenerFixture);
        const others = rules.filter((rule) => rule.code !== code).map((rule) => [rule.code, 'off'] as const);
        const { text, findings } = diagnoseCheck(check, new Map(others));
        const loud = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
        const first = firstLineOf(text);
        equal(first?.endsWith(`  ${code}`) ?? false, loud, `${code} ${name}: ${String(first)}`);
      }
    }
  });

  it('doubts the spelling of a name only where a name server knew no address', () => {
    equal(firstLine(notResolved('ENOTFOUND')), 'First: look rds-07.corp.example up in DNS, and check the spelling.  RDP212');
    for (const silent of ['ETIMEDOUT', 'EAI_AGAIN']) {
      equal(firstLine(notResolved(silent)), 'First: see whether this machine reaches its DNS servers, then look rds-07.corp.example up again.  RDP212');
    }
  });

  it('counts no question that was not sent', () => {
    const questions = diagnose(notResolved('ENOTFOUND')).text.split('\n').find((line) => line.startsWith('   Questions'));
    equal(questions, '   Questions                   0               nothing was sent');
  });
});

describe('a finding in a report', () => {
  it('stands on exactly the line that proves it, although its own mark moved the line', () => {
    const { text, findings, seen } = diagnose(http);
    const [finding] = findings;
    ok(finding !== undefined && findings.length === 1);
    deepEqual(finding.evidence, seen.evidence.answer);
    equal(` ✖ ${text.slice(finding.evidence.range.start, finding.evidence.range.end)}`, lineOf(text, finding.evidence.range.start));
    const { nameRange, dataRange } = finding.evidence;
    deepEqual(
      [nameRange, dataRange].map((range) => text.slice(range?.start, range?.end)),
      ['Answer', 'HTTP'],
    );
  });

  it('follows the severities of the user: off leaves no mark, warning another one', () => {
    const off = diagnose(http, new Map([['RDP213', 'off']]));
    ok(!off.text.includes('First:') && !off.text.includes('✖') && off.text.includes('nothing wrong'));
    const warning = diagnose(http, new Map([['RDP213', 'warning']]));
    ok(warning.text.includes(' ⚠ Answer') && warning.text.includes('1 warning') && warning.text.includes('First:'));
  });

  it('has a line for every fact, in every state', () => {
    for (const exchanges of [http, required, []]) {
      const { text, seen } = diagnose(exchanges);
      const labels = Object.values(seen.evidence).map(({ nameRange }) => text.slice(nameRange?.start, nameRange?.end));
      deepEqual([...new Set(labels)], ['Address', 'Connection to TCP 3389', 'Answer', 'RDP security', 'TLS without NLA', 'NLA', 'Certificate for TLS']);
    }
  });
});
