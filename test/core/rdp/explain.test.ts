// What a pasted text means: every message of the article, the codes of the lists, events under both their numbers, names. And that the
// table of related rules says what the rules say.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/core/messages/english';
import { texts } from '../../../src/core/messages/table';
import { events } from '../../../src/core/rdp/events';
import { explain } from '../../../src/core/rdp/explain';
import type { Explanation } from '../../../src/core/rdp/explanation';
import { explanationMarkdown, explanationText } from '../../../src/core/rdp/explanationText';
import { articleErrors } from '../../../src/core/rdp/facts/articleErrors';
import { disconnectReasons, extendedReasons } from '../../../src/core/rdp/facts/disconnectReasons';
import { errorInfos, findErrorInfo } from '../../../src/core/rdp/facts/errorInfo';
import { personMessages, type PersonMessage } from '../../../src/core/rdp/facts/personMessages';
import { eventsRule, rulesOfEvents, rulesOfSettings } from '../../../src/core/rdp/facts/relatedRules';
import { negotiationFailures, statusCodes } from '../../../src/core/rdp/facts/statusCodes';
import { policies } from '../../../src/core/rdp/policies';
import type { Domain, Setting } from '../../../src/core/rdp/setting';
import { allSettings } from '../../../src/core/rdp/settingTable';
import type { Observation } from '../../../src/core/registry/observation';
import { dwordData, stringData, valueType, type ValueData } from '../../../src/core/registry/valueData';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';

const short = ({ kind, name, symptom }: Explanation): readonly unknown[] => [kind, name, symptom];
const first = (text: string): readonly unknown[] => {
  const [found] = explain(text);
  return found === undefined ? [] : short(found);
};

describe('the messages of the article', () => {
  // Each told by a few of its words, as somebody would remember or paste it.
  const cases: readonly (readonly [string, ...unknown[]])[] = [
    ["Remote Desktop Disconnected.\n> This computer can\u2019t connect to the remote computer.", 'message', "This computer can't connect to the remote computer", 1],
    ['you are limited in the number of users who can connect simultaneously', 'message', 'The number of connections is limited', 1],
    ['You experience a port assignment conflict.', 'message', 'Port assignment conflict', 2],
    ['Connecting To rds01... Could not open connection to the host, on port 3389: Connect failed', 'message', 'Could not open connection to the host', 2],
    ['The session does not transition to a disconnected state. Instead, it remains active', 'message', 'The session stays active', 3],
    ['Because of a security error, the client could not connect to the Terminal server.', 'message', 'Because of a security error', 3],
    ['Remote desktop disconnected.   Because of a security error,\r\nthe client could not connect to the remote computer.', 'message', 'Because of a security error', 3],
    ['clients are repeatedly denied access', 'message', 'Clients are repeatedly denied access', 4],
    ['Event ID: 50\nEvent Source: TermDD\nEvent Description: X.224 detected an error in the protocol stream', 'event', 'TermDD 50', 4],
    ['Event ID: 1088\nEvent Source: TermService\nEvent Description: licensing grace period has expired', 'articleError', 'Event 1088', 4],
    ['Event ID: 1004\nEvent Source: TermService', 'event', 'TerminalServices-RemoteConnectionManager 1004', 4],
    ['Event ID: 1010\nEvent Source: TermService', 'event', 'TerminalServices-RemoteConnectionManager 1010', 4],
    ['Event ID: 28\nEvent Source: TermServLicensing\nTerminal Services Licensing can only be run on Domain Controllers', 'event', 'TermServLicensing 28', 4],
    ['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Remote Desktop server\\WinStations', 'articleError', 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Remote Desktop server\\WinStations', 2],
  ];

  it('are each recognised', () => {
    for (const [text, ...expected] of cases) deepEqual(first(text), expected, text);
  });

  it('bring the mistakes of the article that are tied to them', () => {
    const told = explain('Event ID: 1088 Source: TermService grace period has expired').flatMap(({ meaning, details }) => [meaning, ...details].map(english));
    ok(told.some((line) => line.startsWith('It was 1008')) && told.some((line) => line.includes('120 days since Server 2003')), told.join('\n'));
  });
});

describe('messages people see', () => {
  const rows: readonly PersonMessage[] = personMessages;

  it('are each found by each of their phrases and by their name', () => {
    for (const { id, name, words } of rows) {
      for (const text of [name, ...words.map((group) => group.join(' … ').toUpperCase())]) {
        ok(explain(text).some((found) => found.kind === 'message' && found.name === name), `${id}: ${text}`);
      }
    }
  });

  it('carry short phrases and no sentence, rules that exist, and mistakes that exist', () => {
    const codes = new Set<string>(rules.map(({ code }) => code));
    for (const row of rows) {
      for (const phrase of row.words.flat()) ok(phrase === phrase.toLowerCase() && phrase.split(' ').length <= 10, phrase);
      deepEqual([...row.rules].filter((code) => !codes.has(code)), [], row.id);
      ok((row.articleErrors ?? []).every((number) => articleErrors.some((mistake) => mistake.number === number)), row.id);
      ok(row.means !== '' && !row.means.endsWith('.') && row.source !== '', row.id);
    }
    equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  });

  it('of the licensing and of the right lead to their rules', () => {
    deepEqual(explain('no Remote Desktop License Servers available to provide a license')[0]?.rules, ['RDP407', 'RDP401', 'RDP403', 'RDP411']);
    deepEqual(explain('the user account is not authorized for remote login')[0]?.rules.slice(0, 2), ['RDP120', 'RDP113']);
  });
});

describe('codes', () => {
  it('are each found in hexadecimal and, where they are so written, in decimal', () => {
    for (const { code, name } of errorInfos) {
      ok(explain(`ERRINFO 0x${code.toString(16)}`).some((found) => found.name.startsWith(name)), name);
      ok(explain(`reason code ${code}`).some((found) => found.name.startsWith(name)), name);
      equal(explain(name)[0]?.name.startsWith(name), true);
    }
    for (const { code } of disconnectReasons) {
      const hex = `0x${code.toString(16).toUpperCase()}`;
      for (const text of [`disconnect reason ${code}`, `Error code: ${hex}`]) deepEqual(first(text).slice(0, 2), ['disconnect', hex], text);
    }
    for (const { code, name } of statusCodes) {
      for (const text of [`0x${code.toString(16)}`, String(code | 0), name.toLowerCase()]) {
        ok(explain(text).some((found) => found.name.startsWith(name)), `${name}: ${text}`);
      }
    }
    for (const { code, means } of negotiationFailures) equal(english(explain(`RDP_NEG_FAILURE ${code}`)[0]?.meaning ?? { key: 'explain.nothing', args: [] }).slice(1), `${means.slice(1)}.`);
    for (const { code } of extendedReasons) equal(findErrorInfo(code), undefined, 'ERRINFO has it: once is enough');
  });

  it('are read by what stands before them', () => {
    deepEqual(explain('Error code: 0x904 Extended error code: 0x7').map(short), [
      ['disconnect', '0x904', 3],
      ['reason', 'ERRINFO_SERVER_DENIED_CONNECTION (0x7)', 1],
    ]);
    deepEqual(explain('Error code: 0x3 Extended error code: 0x9').map(short), [
      ['reason', 'ERRINFO_SERVER_INSUFFICIENT_PRIVILEGES (0x9)', 1],
      ['disconnect', '0x3', 1],
    ]);
    deepEqual(explain('Because of a protocol error (code: 0x112f)').map(short), [['message', 'Because of a protocol error', 3], ['reason', 'ERRINFO 0x112F', null]]);
    deepEqual(explain('System error 1058').map(short), [['startError', '1058', 1]]);
    deepEqual(explain('0x5').map(short), [['reason', 'ERRINFO_DISCONNECTED_BY_OTHERCONNECTION (0x5)', 1], ['negotiation', 'HYBRID_REQUIRED_BY_SERVER (5)', 3]]);
    deepEqual(first('0xD00000B5'), ['status', 'STATUS_IO_TIMEOUT (0xC00000B5)', 3], 'D for C, as TermDD writes it');
    deepEqual(first('3489660929'), ['reason', 'LocalSessionManager 40: 0xD0000001', 3]);
  });

  it('that stand in a running text as numbers of something else are left alone', () => {
    deepEqual(explain('we have 5 servers and 28 people'), []);
  });
});

describe('events', () => {
  it('are found by number and provider, under both numbers of a moved one', () => {
    deepEqual(first('TerminalServices-RemoteConnectionManager 1128'), ['event', 'TerminalServices-RemoteConnectionManager 1128', 4]);
    deepEqual(first('50280'), ['event', 'TerminalServices-RemoteConnectionManager 50280', 4]);
    equal(english(explain('1128')[0]?.meaning ?? { key: 'explain.nothing', args: [] }), english(explain('50280')[0]?.meaning ?? { key: 'explain.nothing', args: [] }));
    deepEqual(first('Event ID 56 TermDD'), ['event', 'TermDD 56', 3]);
    deepEqual(explain('1058').map(short), [['event', 'TerminalServices-RemoteConnectionManager 1058', 3], ['startError', '1058', 1]]);
    ok(explain('1128')[0]?.details.some((line) => english(line) === 'Its number is 50280 since Windows 10 1803 and Server 2019.'));
  });

  it('are each found with their provider', () => {
    for (const { provider, id, meaning } of events()) {
      const said = explain(`${provider} ${id}`).map((found) => english(found.meaning).slice(1));
      ok(said.includes(`${meaning.slice(1)}.`), `${provider} ${id}`);
    }
  });
});

describe('names', () => {
  it('of rules, whether there is one or not', () => {
    for (const { code } of rules) deepEqual([explain(code.toLowerCase())[0]?.rules, explain(code)[0]?.kind], [[code], 'rule']);
    deepEqual(explain('RDP999').map(({ meaning, rules: pages }) => [english(meaning), pages]), [['There is no rule with this code.', []]]);
    equal(english(explain('RDP101')[0]?.meaning ?? { key: 'explain.nothing', args: [] }), `${texts['RDP101.title']}.`);
  });

  it('of settings, alone, in a path and in a line of a file', () => {
    for (const text of ['fDenyTSConnections', 'FDENYTSCONNECTIONS', '"fDenyTSConnections"=dword:00000001', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections']) {
      deepEqual(explain(text)[0]?.rules, ['RDP101'], text);
    }
    for (const { place, title } of allSettings()) {
      const said = explain(place.name);
      ok(said.length >= 12 || said.some(({ meaning }) => english(meaning).toLowerCase() === `${title.toLowerCase()}.`), place.name);
    }
    deepEqual(explain('SecurityLayer is 0 and UserAuthentication 1').map(({ name }) => name), ['SecurityLayer', 'UserAuthentication']);
  });

  it('of policies by title, id and the short word for NLA', () => {
    for (const { title, id } of policies()) {
      ok(explain(title).length >= 12 || explain(title).some(({ name, kind }) => kind === 'policy' && name === title), title);
      ok(explain(id).some(({ name }) => name === title), id);
    }
    deepEqual(explain('Require user authentication for remote connections by using NLA').map(short), [
      ['policy', 'Require user authentication for remote connections by using Network Level Authentication', 3],
    ]);
  });

  it('of rights and accounts', () => {
    deepEqual(first('SeRemoteInteractiveLogonRight'), ['right', 'SeRemoteInteractiveLogonRight', 1]);
    deepEqual(first('*S-1-5-32-555'), ['right', 'S-1-5-32-555', 1]);
  });

  it('that nobody knows have no explanation', () => {
    for (const text of ['', ' ', 'hello world', 'connection', 'Remote Desktop', '4711', '>']) deepEqual(explain(text), [], text);
  });

  it('are sought in any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { name, meaning } of explain(text)) ok(name !== '' && english(meaning) !== '');
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('an explanation as text', () => {
  it('for a terminal', () => {
    equal(
      explanationText(explain('0x101'), english),
      [
        'ERRINFO_LICENSE_NO_LICENSE_SERVER (0x101) (reason of the server (ERRINFO))',
        '   No license server.',
        '   Symptom 4, licensing',
        '   Rules: RDP407, RDP401, RDP403',
        '   Source: [MS-RDPBCGR] 2.2.5.1.1.',
        '',
      ].join('\n'),
    );
    ok(explanationText([], english).startsWith('Nothing is known about this text.'));
  });

  it('for a document, with links and without marks where names have their signs', () => {
    equal(
      explanationMarkdown(explain('0x101'), english, (code) => `https://example.org/${code}.md`),
      [
        '## ERRINFO\\_LICENSE\\_NO\\_LICENSE\\_SERVER (0x101)',
        '',
        '*reason of the server (ERRINFO)*',
        '',
        '**No license server.**',
        '',
        '- Symptom 4, licensing',
        '- Source: \\[MS-RDPBCGR\\] 2.2.5.1.1.',
        '- Rules: [RDP407](https://example.org/RDP407.md), [RDP401](https://example.org/RDP401.md), [RDP403](https://example.org/RDP403.md)',
        '',
      ].join('\n'),
    );
  });
});

describe('the table of related rules', () => {
  const codes = new Set<string>(rules.map(({ code }) => code));

  it('names rules, settings and events that there are', () => {
    deepEqual([...Object.values(rulesOfSettings), ...Object.values(rulesOfEvents), Object.values(eventsRule)].flat().filter((code) => !codes.has(code)), []);
    const ids = new Set(allSettings().map(({ id }) => id));
    deepEqual(Object.keys(rulesOfSettings).filter((id) => !ids.has(id)), []);
    const known = new Set(events().map(({ provider, id }) => `${provider}/${id}`));
    deepEqual(Object.keys(rulesOfEvents).filter((key) => !known.has(key)), []);
  });

  it('has every rule that speaks about one value of a setting alone', () => {
    const missing = allSettings().flatMap((setting) =>
      [...new Set(dataOf(setting).flatMap((data) => spoken(setting, data)))].filter((code) => !(rulesOfSettings[setting.id] ?? []).some((known) => known === code)).map((code) => `${setting.id} ${code}`),
    );
    deepEqual(missing, []);
  });
});

function dataOf({ types: [type], domain }: Setting): readonly ValueData[] {
  if (type === valueType.dword) return [0, 1, 2, 3, 80, 3389, 60_000, 0xffff_ffff, ...numbersOf(domain)].map((number) => dwordData(number));
  if (type === valueType.sz || type === valueType.expandSz) return ['', 'a;b', 'other.dll', 'LocalSystem'].map((text) => stringData(text, type));
  return [{ type, bytes: new Uint8Array(20) }];
}

function numbersOf(domain: Domain): readonly number[] {
  if (domain.kind === 'choices') return domain.choices.map(({ value }) => value);
  return domain.kind === 'range' ? [domain.min, domain.max, ...(domain.special ?? []).map(({ value }) => value)] : [];
}

/** Codes of what is said about meaning; the rules about files (RDP0xx) speak about any value. */
function spoken({ place, policy }: Setting, data: ValueData): readonly string[] {
  const evidence = { document: 'a', range: { start: 0, end: 1 }, nameRange: { start: 0, end: 1 }, dataRange: { start: 0, end: 1 } };
  return [place, ...(policy === undefined ? [] : [policy])].flatMap(({ hives, path, name }) =>
    hives.flatMap((hive) => {
      const key = { hive, path: path.replace('{listener}', 'RDP-Tcp').replace('{adapter}', '{0}') };
      const observation: Observation = { kind: 'set', origin: 'local', evidence, place: { key, name }, data };
      const statements = createStatements([observation], []);
      return rules.filter((rule) => !rule.code.startsWith('RDP0') && [...rule.check(statements)].length > 0).map(({ code }) => code);
    }),
  );
}
