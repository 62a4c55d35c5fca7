// Security templates as entries: every form that real templates have, with the ranges that say so, and which texts are one.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat } from '../../../../src/core/formats/detect';
import type { Entry, RegistryEntry } from '../../../../src/core/formats/entry';
import { observationsOf } from '../../../../src/core/formats/entryObservations';
import { readSecurityTemplate } from '../../../../src/core/formats/securityTemplate/reading';
import { spellTemplateAction } from '../../../../src/core/formats/securityTemplate/spelling';
import { dwordData, hexText, stringData, textsOf, utf16Text } from '../../../../src/core/registry/valueData';
import { decodeText } from '../../../../src/core/text/decode';
import { applyEdits } from '../../../../src/core/text/edits';
import { FIXTURES } from '../../../places';

const seen = { encoding: 'utf-16le', bom: true } as const;
const entriesOf = (text: string): readonly Entry[] => readSecurityTemplate(text, seen, 'GptTmpl.inf').entries;
const forms = decodeText(readFileSync(join(FIXTURES, 'rules', 'RDP055', 'good-forms.inf'))).text;

function told(entry: RegistryEntry): string {
  const { key, name, type, data } = entry;
  const list = textsOf({ type: type ?? 0, bytes: data });
  const text = list !== undefined ? list.join(' | ') : type === 1 || type === 2 ? utf16Text(data).replace('\0', '') : hexText(data);
  return `${entry.hive} ${key.slice(key.lastIndexOf('\\') + 1)}\\${name} ${String(type)} ${text}`;
}

describe('a security template', () => {
  it('has registry values of every type, quoted or not, with or without blanks', () => {
    deepEqual(entriesOf(forms).filter((entry) => entry.kind === 'registry').map(told), [
      'machine Terminal Server\\fDenyTSConnections 4 00000000',
      'machine RDP-Tcp\\PortNumber 4 3d0d0000',
      'machine System\\LegalNoticeCaption 1 Stop; "think", then go',
      'machine System\\LegalNoticeText 7 For staff, and staff only; | Second, line',
      'machine Parameters\\NullSessionPipes 7 ',
      'machine Lsa\\FullPrivilegeAuditing 3 00',
      'machine Example\\Path 2 %SystemRoot%\\System32',
      'machine Example\\a=b 4 01000000',
    ]);
  });

  it('has services, rights and groups', () => {
    const others = entriesOf(forms).flatMap((entry) => {
      if (entry.kind === 'service') return [`${entry.name} ${String(entry.startMode)}`];
      if (entry.kind === 'userRight') return [`${entry.right}: ${entry.principals.map(({ sid, name }) => sid ?? name).join(' ')}`];
      if (entry.kind === 'groupMember') return [`${entry.group.sid ?? ''} ${entry.relation}: ${entry.principals.map(({ sid, name }) => sid ?? name).join(' ')}`];
      return [];
    });
    deepEqual(others, [
      'TermService 2',
      'UmRdpService 3',
      'SessionEnv 3',
      'Spooler undefined',
      'S-1-5-32-555 members: EXAMPLE\\Helpdesk',
      'S-1-5-32-555 memberOf: ',
      'SeTcbPrivilege: ',
      'seremoteinteractivelogonright: S-1-5-32-544 S-1-5-32-555',
    ]);
  });

  it('says where each of them stands, without comments, and each account by itself', () => {
    const text = '[Privilege Rights]\r\n  SeTcbPrivilege = *S-1-5-18 , Staff ; why\r\n';
    const [entry] = entriesOf(text);
    ok(entry?.kind === 'userRight');
    const piece = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
    equal(piece(entry.evidence.range), 'SeTcbPrivilege = *S-1-5-18 , Staff');
    equal(piece(entry.evidence.nameRange ?? { start: 0, end: 0 }), 'SeTcbPrivilege');
    equal(piece(entry.evidence.dataRange ?? { start: 0, end: 0 }), '*S-1-5-18 , Staff');
    deepEqual(entry.principals.map(({ evidence }) => piece(evidence.range)), ['*S-1-5-18', 'Staff']);
  });

  it('says about the registry and services what rules read, and nothing about rights', () => {
    const places = observationsOf(entriesOf(forms), 'template').map((observation) => ('place' in observation ? observation.place.name : observation.kind));
    deepEqual(places, ['fDenyTSConnections', 'PortNumber', 'FullPrivilegeAuditing', 'Start', 'Start', 'Start']);
  });

  it('is told by what is in it, not by its ending alone', () => {
    const rights = '[Unicode]\r\nUnicode=yes\r\n[Privilege Rights]\r\nSeTcbPrivilege =\r\n';
    equal(detectFormat(rights, 'untitled'), 'security-template');
    equal(detectFormat(`; ours\r\n\r\n${rights}`, 'export.txt'), 'security-template');
    equal(detectFormat('[Privilege Rights]\r\nSeTcbPrivilege =\r\n', 'rights.inf'), 'security-template');
    equal(detectFormat('[Privilege Rights]\r\nSeTcbPrivilege =\r\n', 'rights.txt'), 'unknown');
    equal(detectFormat(`Templates look like this:\r\n${rights}`, 'page.md'), 'unknown');
    const driver = '[Version]\r\nSignature="$CHICAGO$"\r\nClass=Display\r\n[Manufacturer]\r\n%V%=Models\r\n[Strings]\r\nV="Us"\r\n';
    equal(detectFormat(driver, 'display.inf'), 'unknown');
  });
});

describe('an edit of a security template', () => {
  const text = '[Registry Values]\nMACHINE\\k\\v=4,1 ; why\nMACHINE\\k\\t=1,"a"\n[Privilege Rights]\nSeTcbPrivilege = *S-1-5-18,Staff,*S-1-5-19 ; why\n';
  const place = { key: { hive: 'HKEY_LOCAL_MACHINE', path: 'k' }, name: 'v' } as const;
  const at = (line: string): number => text.indexOf(line);

  it('leaves comments, blanks and line ends as they are', () => {
    const number = spellTemplateAction(text, at('MACHINE\\k\\v'), { kind: 'setValue', place, data: dwordData(0) });
    equal(applyEdits(text, number ?? []), text.replace('=4,1 ;', '=4,0 ;'));
    const remove = spellTemplateAction(text, at('SeTcb'), { kind: 'changeRight', right: 'SeTcbPrivilege', remove: ['S-1-5-19', 'staff'], add: [] });
    equal(applyEdits(text, remove ?? []), text.replace(',Staff,*S-1-5-19', ''));
    const all = spellTemplateAction(text, at('SeTcb'), { kind: 'changeRight', right: 'SeTcbPrivilege', remove: ['S-1-5-18', 'Staff', 'S-1-5-19'], add: ['S-1-5-32-544'] });
    equal(applyEdits(text, all ?? []), text.replace('*S-1-5-18,Staff,*S-1-5-19', '*S-1-5-32-544'));
  });

  it('is none where a template has no words for it', () => {
    const on = (line: string, action: Parameters<typeof spellTemplateAction>[2]): unknown => spellTemplateAction(text, at(line), action);
    equal(on('MACHINE\\k\\t', { kind: 'setValue', place, data: stringData('two\r\nlines') }), undefined);
    equal(on('MACHINE\\k\\t', { kind: 'setValue', place, data: { type: 11, bytes: new Uint8Array(8) } }), undefined);
    equal(on('MACHINE\\k\\t', { kind: 'deleteValue', place }), undefined);
    equal(on('SeTcb', { kind: 'setValue', place, data: dwordData(2) }), undefined);
    equal(on('MACHINE\\k\\v', { kind: 'changeRight', right: 'SeTcbPrivilege', remove: ['Staff'], add: [] }), undefined);
    equal(on('SeTcb', { kind: 'changeRight', right: 'SeTcbPrivilege', remove: ['Nobody'], add: ['Staff'] }), undefined);
    equal(on('[Privilege', { kind: 'removeStatement' }), undefined);
  });
});
