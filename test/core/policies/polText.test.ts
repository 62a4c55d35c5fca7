// A registry.pol as LGPO text: its findings stand on the lines that say what the bytes say, also on comments.
import { deepEqual, equal, match } from 'node:assert/strict';
import type { PolFile } from '../../../src/core/policies/polFile';
import { polBytes } from '../formats/polNotation';
import { opened, TERMINAL_SERVICES } from './openedPol';

const NAME = 'rdp-policy:/Machine/registry.pol.lgpo.txt';

/** `code: the text its evidence stands on`, and the same for what is related. */
function marked(file: PolFile): readonly string[] {
  const { text, findings } = file.text(NAME);
  return findings.flatMap(({ inText }) => {
    equal(inText.evidence.document, NAME);
    return [inText, ...inText.related].map(({ evidence: { range } }) => `${inText.code}: ${text.slice(range.start, range.end)}`);
  });
}

describe('the text of a registry.pol', () => {
  it('has the findings of the file on the lines that say the same', () => {
    const file = opened(polBytes(`header [ "${TERMINAL_SERVICES}" ; "fDenyTSConnections" ; =4: 01000000 ] [ "HKLM\\K" ; "N" ; =4: 02000000 ]`));
    equal(file.text(NAME).text, [`Computer`, TERMINAL_SERVICES, 'fDenyTSConnections', 'DWORD:1', '', 'Computer', 'HKLM\\K', 'N', 'DWORD:2', '', ''].join('\r\n'));
    const said = marked(file);
    match(said.find((one) => one.startsWith('RDP101')) ?? '', /DWORD:1$/);
    deepEqual(said.filter((one) => one.startsWith('RDP044')), ['RDP044: HKLM\\K']);
  });

  it('has them on the comment where LGPO text has no words for the entry', () => {
    const file = opened(polBytes('header [ "K" ; "Ten" ; =4: 00112233445566778899 ]'));
    const { text } = file.text(NAME);
    match(text, /^; Not written, because it cannot be said here: machine K Ten set\r\n/);
    deepEqual(marked(file), [`RDP021: ${text.slice(0, text.indexOf('\r'))}`]);
  });

  it('begins with what is about the file as a whole, one line each', () => {
    const file = opened(polBytes('50526567 02000000 [ "K" ; "N" ; =4: 01000000 ] ffff'));
    const lines = file.text(NAME).text.split('\r\n');
    match(lines[0] ?? '', /^; RDP042: The file is of version 2 /);
    match(lines[1] ?? '', /^; RDP043: At byte 40 "\[" has to stand/);
    deepEqual(lines.slice(2, 7), ['', 'Computer', 'K', 'N', 'DWORD:1']);
    deepEqual(marked(file), [`RDP042: ${lines[0] ?? ''}`, `RDP043: ${lines[1] ?? ''}`]);
  });

  it('shows both entries of a contradiction', () => {
    const file = opened(polBytes('header [ "K" ; "N" ; =4: 01000000 ] [ "K" ; "**del.N" ; =1: " " ]'));
    deepEqual(marked(file), ['RDP047: Computer\r\nK\r\nN\r\nDWORD:1', 'RDP047: Computer\r\nK\r\nN\r\nDELETE']);
  });

  it('is about the user where the file lies in the half of the user', () => {
    match(opened(polBytes('header [ "K" ; "N" ; =4: 01000000 ]'), 'file:///gpo/User/Registry.pol').text(NAME).text, /^User\r\n/);
  });
});

describe('other files made of a registry.pol', () => {
  const file = opened(polBytes('header [ "K" ; "N" ; =4: 01000000 ] [ "K" ; "**del.M" ; =1: " " ] [ "K" ; "**DeleteKeys" ; =1: "S" ] [ "K" ; "**delvals." ; =1: " " ]'));

  it('say the same, and name what they cannot say', () => {
    equal(
      file.convert('reg'),
      [
        'Windows Registry Editor Version 5.00',
        '',
        '[HKEY_LOCAL_MACHINE\\K]',
        '"N"=dword:00000001',
        '"M"=-',
        '',
        '[-HKEY_LOCAL_MACHINE\\K\\S]',
        '',
        '; Not written, because it cannot be said here: machine K  deleteAllValues',
        '',
      ].join('\r\n'),
    );
    match(file.convert('powerShell'), /SetValue\('HKEY_LOCAL_MACHINE\\K', 'N', \[int\]1,.*\r\n(?:.*\r\n)*# Not written, .* deleteAllValues\r\n$/);
    match(file.convert('regCommands'), /reg add "HKEY_LOCAL_MACHINE\\K" \/v "N" \/t REG_DWORD \/d 1 \/f\r\n(?:.*\r\n)*rem Not written, .* deleteAllValues\r\n$/);
    match(file.convert('lgpo'), /^Computer\r\nK\r\nN\r\nDWORD:1\r\n/);
  });
});
