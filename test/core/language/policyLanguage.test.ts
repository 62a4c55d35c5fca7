// What is told about statements of group policy texts under the mouse.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { lintText } from '../../../src/core/lint/linter';
import type { Hover } from '../../../src/core/language/hover';
import { english } from '../../../src/core/messages/english';

const hoverOn = (name: string, text: string, word: string): Hover | undefined =>
  lintText({
    document: name,
    text,
    seen: { encoding: 'utf-16le', bom: true },
    severities: new Map(),
    onRuleError: (_code, error) => {
      throw error;
    },
  }).hoverAt(text.indexOf(word));

const KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const template = ['[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', '[Privilege Rights]', 'SeRemoteInteractiveLogonRight = *S-1-5-32-555,Somebody', '[System Access]', ''].join('\r\n');

describe('the hover of a group policy text', () => {
  it('tells what a value of LGPO text holds and means, where it is stored as in a .reg file', () => {
    const text = ['Computer', KEY, 'fDenyTSConnections', 'DWORD:1', ''].join('\n');
    const hover = hoverOn('a.lgpo', text, 'DWORD');
    ok(hover?.heading.startsWith('fDenyTSConnections: '), hover?.heading);
    equal(hover?.data && english(hover.data), 'REG_DWORD 0x00000001 = 1');
    ok(hover?.facts.some((fact) => english(fact).startsWith('Means: ')));
    ok(hover?.facts.some((fact) => (fact.sources ?? []).length > 0), 'no source');
  });

  it('says that a deletion deletes, and nothing about an action on a whole key', () => {
    const deletion = hoverOn('a.lgpo', ['Computer', KEY, 'fDenyTSConnections', 'DELETE', ''].join('\n'), 'DELETE');
    equal(deletion?.data?.key, 'hover.deletesValue');
    equal(hoverOn('a.lgpo', ['Computer', KEY, '*', 'DELETEALLVALUES', ''].join('\n'), 'DELETEALL'), undefined);
  });

  it('names the right and the accounts behind identifiers, and is silent elsewhere', () => {
    const hover = hoverOn('GptTmpl.inf', template, '*S-1-5-32-555');
    equal(hover?.heading, 'SeRemoteInteractiveLogonRight: Allow log on through Remote Desktop Services');
    deepEqual(hover.facts.slice(0, 1).map(english), ['S-1-5-32-555 Remote Desktop Users']);
    equal(hoverOn('GptTmpl.inf', template, '[System Access]'), undefined);
  });
});
