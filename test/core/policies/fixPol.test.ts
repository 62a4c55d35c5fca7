// A fixed copy of a registry.pol: what a remedy says happens in it and nothing else, and the finding is gone from it.
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { english } from '../../../src/core/messages/english';
import { polBytes } from '../formats/polNotation';
import { opened, TERMINAL_SERVICES } from './openedPol';

const LISTENER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp';
const OTHER = '[ "SOFTWARE\\Contoso" ; "Colour" ; =4: 05000000 ]';

/** The copy by the first remedy of this rule, as LGPO text, and the codes still found in it. */
function copy(entries: string, code: string): { readonly title: string; readonly text: string; readonly left: readonly string[] } {
  const file = opened(polBytes(`header ${entries} ${OTHER}`));
  const finding = file.findings.find((found) => found.code === code);
  ok(finding, `${code} is not among ${file.findings.map((found) => found.code).join()}`);
  const [remedy] = file.remedies(finding);
  ok(remedy, `${code} has no fix`);
  const bytes = file.fixed(finding, remedy);
  ok(bytes);
  const fixed = opened(bytes);
  return { title: english(remedy.title), text: fixed.text('').text.replaceAll('\r\n', ' ').trim(), left: fixed.findings.map((found) => found.code) };
}

const entry = (key: string, name: string, data: string): string => `Computer ${key} ${name} ${data}  `;
const other = entry('SOFTWARE\\Contoso', 'Colour', 'DWORD:5').trim();

describe('a fixed copy of a registry.pol', () => {
  it('has another value', () => {
    const { title, text, left } = copy(`[ "${TERMINAL_SERVICES}" ; "fDenyTSConnections" ; =4: 01000000 ]`, 'RDP101');
    equal(text, entry(TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0') + other);
    deepEqual(left, []);
    notEqual(title, '');
  });

  it('has another type', () => {
    const { text } = copy(`[ "${TERMINAL_SERVICES}" ; "fDenyTSConnections" ; =1: "0" ]`, 'RDP031');
    equal(text, entry(TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0') + other);
  });

  it('has another name', () => {
    const { text } = copy(`[ "${TERMINAL_SERVICES}" ; "UserAuthenticaton" ; =4: 01000000 ]`, 'RDP034');
    equal(text, entry(TERMINAL_SERVICES, 'UserAuthentication', 'DWORD:1') + other);
  });

  it('has all values of a key under another one', () => {
    const wow = 'SOFTWARE\\Wow6432Node\\Policies\\Microsoft\\Windows NT\\Terminal Services';
    const { text, left } = copy(`[ "${wow}" ; "fDenyTSConnections" ; =4: 00000000 ] [ "${wow}" ; "UserAuthentication" ; =4: 01000000 ]`, 'RDP036');
    equal(text, entry(TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:0') + entry(TERMINAL_SERVICES, 'UserAuthentication', 'DWORD:1') + other);
    deepEqual(left, []);
  });

  it('has a harmful deletion no more', () => {
    const { text } = copy('[ "SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations" ; "**DeleteKeys" ; =1: "RDP-Tcp" ]', 'RDP115');
    equal(text, other);
  });

  it('keeps a port that is set by a policy file in its own key', () => {
    const { text } = copy(`[ "${LISTENER}" ; "PortNumber" ; =4: 89330000 ]`, 'RDP201');
    equal(text, entry(LISTENER, 'PortNumber', 'DWORD:3389') + other);
  });

  it('is a whole file where the header or the structure is damaged', () => {
    const one = '[ "K" ; "N" ; =4: 01000000 ]';
    for (const [code, bytes] of [['RDP042', `50526567 02000000 ${one} ${OTHER}`], ['RDP043', `header ${one} ffff ${OTHER}`]] as const) {
      const file = opened(polBytes(bytes));
      const finding = file.findings.find((found) => found.code === code);
      ok(finding, code);
      const [remedy] = file.remedies(finding);
      ok(remedy, code);
      equal(english(remedy.title), 'Keep the entries that can be read (2)');
      deepEqual(file.fixed(finding, remedy), polBytes(`header ${one} ${OTHER}`));
    }
    const empty = opened(new Uint8Array());
    deepEqual(empty.findings.flatMap((found) => empty.remedies(found)), []);
  });

  it('is not offered for what stands in the other half of a GPO', () => {
    const file = opened(polBytes(`header [ "${TERMINAL_SERVICES}" ; "fDenyTSConnections" ; =4: 01000000 ]`), 'file:///gpo/User/registry.pol');
    const finding = file.findings.find(({ code }) => code === 'RDP035');
    ok(finding);
    deepEqual(file.remedies(finding), []);
  });
});
