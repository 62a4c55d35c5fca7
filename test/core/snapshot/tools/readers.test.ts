// The readers one by one: what they must not take for an answer, and sizes beyond what a machine prints.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readAnswers } from '../../../../src/core/snapshot/tools/answers';
import { codePageOf, textIn } from '../../../../src/core/snapshot/tools/codePage';
import { readEvents } from '../../../../src/core/snapshot/tools/eventXml';
import { readMembers } from '../../../../src/core/snapshot/tools/groups';
import { readWmicClock } from '../../../../src/core/snapshot/tools/host';
import { readPowercfg } from '../../../../src/core/snapshot/tools/power';
import { readRegQuery, seenValue } from '../../../../src/core/snapshot/tools/regQuery';
import { registryView } from '../../../../src/core/snapshot/tools/registryView';
import { readServiceState } from '../../../../src/core/snapshot/tools/services';
import { readQwinsta } from '../../../../src/core/snapshot/tools/sessions';
import { readNetstat, readTasklist } from '../../../../src/core/snapshot/tools/sockets';
import { ROOT } from '../../../places';
import { eventXml, languages, recorded } from './pretendCmd';

const SEED = 20261128;
const KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\X';
const letters = (bytes: Buffer): string => bytes.toString('latin1');

describe('the readers of the programs of Windows', () => {
  it('split answers at their marks, and take none for one that did not end', () => {
    const answers = readAnswers(Buffer.from('banner\r\nrdp-diagnostics:start:0:\r\nout\r\nrdp-diagnostics:a:-5:\r\nrdp-diagnostics:a:0:\r\ncut', 'latin1'));
    deepEqual(Array.from(answers), [['start', { code: 0, text: 'banner\r\n' }], ['a', { code: -5, text: '\r\nout\r\n' }]]);
    equal(readAnswers(Buffer.from('\ufeffa=b\r\nrdp-diagnostics:w:0:', 'utf16le')).size, 0);
    equal(readAnswers(Buffer.concat([Buffer.from('a=b\r\n', 'utf16le'), Buffer.from('rdp-diagnostics:w:0:')])).get('w')?.text, 'a=b\r\n');
  });

  it('read code pages, and say nothing where a letter may be lost', () => {
    deepEqual(languages.map((language) => codePageOf(letters(recorded(language, 'chcp')))), [437, 850, 850, 932, 866, 936]);
    equal(codePageOf('Active code page: 0'), undefined);
    equal(textIn('\u0081', 437), 'ü');
    equal(textIn('\u00d5', 858), '€');
    equal(textIn('\u0083\u0086', 852), 'âć');
    equal(textIn('\u0081', undefined), undefined);
    equal(textIn('\u0081', 720), undefined);
    equal(textIn('\u00ff\u00ff', 932), undefined);
    equal(textIn('M?ller', 850), undefined);
  });

  it('read a registry value of each type, and none that a text cannot carry', () => {
    const text = [
      '', KEY, '    (Standard)    REG_SZ    d', '    a b    REG_DWORD    0x1a2b', '    q    REG_QWORD    0x1122334455667788', '    wine    REG_QWORD    (null)', '    m    REG_MULTI_SZ    one\\0two',
      '    e    REG_MULTI_SZ    ', '    b    REG_BINARY    0AfF', '    odd    REG_BINARY    0AF', '    n    REG_NONE    ', '    two    REG_SZ    first', 'second line', '    x    REG_EXPAND_SZ    %a%',
      '    big    REG_DWORD    0x112233445', '    u    REG_SZ    \u0081', '', `${KEY}\\Sub`,
    ].join('\r\n');
    const [key, sub] = readRegQuery(text);
    const seen = Object.fromEntries((key?.values ?? []).map((value) => [value.name, seenValue(value, undefined).data]));
    deepEqual(seen, {
      '': '64000000', 'a b': '2b1a0000', q: '8877665544332211', wine: null, m: '6f006e0065000000740077006f0000000000', e: '0000', b: '0aff', odd: null, n: '', two: null,
      x: '2500610025000000', big: null, u: null,
    });
    deepEqual([key?.key, sub?.key, sub?.values], [KEY, `${KEY}\\Sub`, []]);
    deepEqual(readRegQuery('FEHLER: Der angegebene Registrierungsschl\u0081ssel wurde nicht gefunden.\r\n    x    REG_SZ    y'), []);
    deepEqual(readRegQuery(`${KEY}\t\r\n`), [{ key: `${KEY}\t`, values: [] }]);
    equal(readRegQuery(`${KEY}\r\n\tPort\tREG_DWORD\t0xd3d\r\n`)[0]?.values[0]?.text, '0xd3d');
  });

  it('believe that a key does not exist only where the list of its parent lacks it', () => {
    const questions = ['A', 'A\\B', 'A\\C', 'D\\E'].map((path) => ({ path, deep: false }));
    const view = (list: string): ReturnType<typeof registryView> => {
      const answers = new Map([['A', { code: 0, text: list }], ['A\\B', { code: 1, text: '' }], ['A\\C', { code: 1, text: 'ERROR: Access is denied.' }], ['D\\E', { code: 1, text: '' }]]);
      return registryView(questions, answers, ({ path }) => path);
    };
    const real = view('HKEY_LOCAL_MACHINE\\A\r\n    x    REG_SZ    1\r\n\r\nHKEY_LOCAL_MACHINE\\A\\C\r\n');
    deepEqual(['A\\B', 'A\\C', 'A\\B\\F', 'A\\C\\F', 'D\\E', 'A'].map((path) => real.read(path).state), ['absent', 'denied', 'absent', 'unknown', 'unknown', 'present']);
    // A stub that ends well: not a word is believed.
    deepEqual(['A\\B', 'A\\C', 'A'].map((path) => view('').read(path).state), ['unknown', 'unknown', 'unknown']);
  });

  it('read services by their numbers', () => {
    for (const language of languages) deepEqual(readServiceState(letters(recorded(language, 'sc-running'))), { state: 4, exitCode: 0, pid: 1184 });
    for (const said of ['', '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\r\n\r\nThe specified service does not exist.', '        STATE : 4  RUNNING']) equal(readServiceState(said), undefined);
  });

  it('read sessions of any width, and no complaint', () => {
    const wide = ' SESSIONNAME               USERNAME                 ID  STATE   TYPE        DEVICE \r\n>services                                            0  Disc                       \r\n rdp-tcp#5                 12 34                     7  Active                     \r\n';
    deepEqual(readQwinsta(wide).map(({ id, station, hasUser }) => [id, station, hasUser]), [[0, 'services', false], [7, 'rdp-tcp#5', true]]);
    deepEqual(readQwinsta('No session exists for *\r\n'), []);
    deepEqual(readQwinsta(''), []);
  });

  it('read sockets of 10,000 rows, and processes by their own word for "none"', () => {
    const row = (index: number): string => `  TCP    10.0.0.7:3389          10.1.${index % 250}.9:${1024 + index}       ESTABLISHED     1184\r\n`;
    const rows = readNetstat(Array.from({ length: 10_000 }, (_, index) => row(index)).join(''));
    equal(rows.length, 10_000);
    ok(rows.every(({ listening, state, pid }) => !listening && state === 'ESTABLISHED' && pid === 1184));
    deepEqual(readNetstat('  TCP    127.0.0.1:33190        127.0.0.1:39551        TIME_WAIT\r\nActive Connections 10.0.0.1:1 4\r\n'), []);
    deepEqual(readTasklist('"System Idle Process","0","Yok"\r\n"a.exe","7","Yok"\r\n"b.exe","8","A,B"\r\n')?.get(7)?.services, []);
    equal(readTasklist('ERROR: x'), undefined);
  });

  it('read members only to the sentence that ends them, power and clock by their numbers', () => {
    equal(readMembers(`x\r\n${'-'.repeat(79)}\r\n`), undefined);
    equal(readMembers('System error 1376 has occurred.\r\n'), undefined);
    deepEqual(readMembers(`x\r\n${'-'.repeat(79)}\r\nThe command completed successfully.\r\n`), []);
    equal(readPowercfg('0x00000708'), undefined);
    equal(readWmicClock('20261128094512.123000+060'), undefined);
    deepEqual(readWmicClock('20261128094512.123000-480 20261128094513.123000-480'), { bootedAt: '2026-11-28T17:45:12.123Z', clock: '2026-11-28T17:45:13.123Z' });
  });

  it('leave the names of people out of events, as the collector does', () => {
    const rcm = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager';
    const named = (provider: string, id: number, name: string): boolean =>
      Object.keys(readEvents(eventXml(provider, id, '2026-11-27T10:00:01Z', `<EventData><Data Name='${name}'>alice</Data></EventData>`))[0]?.fields ?? { none: '' }).length > 0;
    for (const [provider, id, name] of [
      ['p', 1, 'DomainName'], ['p', 1, 'userName'], [rcm, 1149, 'Param1'], [rcm, 20_499, 'TargetName'], ['TermService', 1041, 'Param1'], [rcm, 1046, ''], [rcm, 1060, ''],
      [rcm, 1070, ''], [rcm, 1071, ''], [rcm, 20_503, 'Param1'], [rcm, 20_514, 'Param1'], [rcm, 20_520, ''], [rcm, 20_522, ''], ['Microsoft-Windows-TerminalServices-Licensing', 4105, ''],
    ] as const) equal(named(provider, id, name), false, `${provider} ${id} ${name}`);
    for (const [provider, id, name] of [[rcm, 1149, 'Param3'], [rcm, 1056, ''], ['TermDD', 1041, ''], [rcm, 20_515, ''], ['Microsoft-Windows-TerminalServices-Licensing', 4106, '']] as const) {
      equal(named(provider, id, name), true, `${provider} ${id} ${name}`);
    }
    const script = /function NamesPeople[\s\S]*?\n\}/.exec(readFileSync(join(ROOT, 'src/collector/collect.ps1'), 'utf8'))?.[0] ?? '';
    const ids = (script.match(/\b\d{4,5}\b/g) ?? []).map(Number);
    ok(ids.length > 10);
    const licensing = 'Microsoft-Windows-TerminalServices-Licensing';
    for (const id of ids) ok(!named(rcm, id, 'Param1') || !named(rcm, id, 'TargetName') || !named(licensing, id, ''), String(id));
  });

  it('read whole events out of what was cut, doubled or broken', () => {
    const one = eventXml('TermDD', 56, '2026-11-27T10:00:01.123456700Z', '<EventData><Data>a &lt;b&gt; &#x1; &amp;</Data></EventData>');
    equal(readEvents(`${one.slice(0, 90)}${one}${one.slice(0, -12)}`).length, 1);
    equal(readEvents(one)[0]?.fields['0']?.startsWith('a <b> '), true);
    equal(readEvents('<Event><System><Provider Name="x"/><EventID>1</EventID><TimeCreated SystemTime="later"/></System></Event>').length, 0);
    equal(readEvents(one.repeat(10_000)).length, 10_000);
    const many = `<EventData>${"<Data Name='n'>v</Data>".repeat(100)}${'<Data>v</Data>'.repeat(100)}</EventData>`;
    ok(Object.keys(readEvents(eventXml('p', 1, '2026-11-27T10:00:01Z', many))[0]?.fields ?? {}).length <= 40);
  });

  it(`answer to any text (seed ${SEED})`, () => {
    const pieces = ['HKEY_LOCAL_MACHINE\\A', '    ', 'REG_SZ', '\r\n', 'TCP', '0.0.0.0:3389', ':0', '"', ',', '0x', '1184', ' ID ', '<Event>', '</Event>', '<Event ', '-'.repeat(20), '\u00ff', 'Name=', '>'];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 9 })), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        for (const { values } of readRegQuery(said)) for (const value of values) ok(seenValue(value, 932).length >= 0);
        for (const row of readNetstat(said)) ok(row.port >= 0);
        for (const session of readQwinsta(said)) ok(Number.isInteger(session.id));
        for (const event of readEvents(said)) ok(event.provider !== '');
        for (const read of [readServiceState, readTasklist, readMembers, readPowercfg, readWmicClock]) read(said);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
