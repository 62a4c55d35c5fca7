// Which XML documents are ours: by the root element and its namespace or class, within the first kilobyte, and never by the name of the file.

import { equal } from 'node:assert/strict';
import { detectFormat } from '../../../../src/core/formats/detect';

const CLASS = '{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}';
const S = 'http://www.microsoft.com/GroupPolicy/Settings';
const declared = '<?xml version="1.0" encoding="utf-16"?>\r\n';

describe('the format of an XML document', () => {
  const cases: readonly (readonly [text: string, format: string])[] = [
    [`<RegistrySettings clsid="${CLASS}">`, 'gpp-registry'],
    [`${declared}<!-- <PolicyRules/> -->\n<RegistrySettings clsid='${CLASS.toLowerCase()}' disabled="1"/>`, 'gpp-registry'],
    ['<RegistrySettings clsid="{00000000-0000-0000-0000-000000000000}"/>', 'unknown'],
    ['<Subscription xmlns="http://schemas.microsoft.com/2006/03/windows/events/subscription"><Query>[HKLM]</Query></Subscription>', 'unknown'],
    ['<PolicyRules>\n<ComputerConfig/>', 'policy-rules'],
    [`${declared}<GPO xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="${S}">`, 'gpo-report'],
    [`<report>\n<GPO xmlns="${S}">`, 'gpo-report'],
    [`<GPOS><GPO xmlns="${S}">`, 'gpo-report'],
    ['<GPO xmlns="urn:other">', 'unknown'],
    [`<other><GPO xmlns="${S}">`, 'unknown'],
    ['<report><page/></report>', 'unknown'],
    [`${declared}<Rsop xmlns="http://www.microsoft.com/GroupPolicy/Rsop">`, 'rsop'],
    ['<Rsop xmlns="urn:other">', 'unknown'],
    [`<!DOCTYPE RegistrySettings [<!ENTITY a "b">]><RegistrySettings clsid="${CLASS}">`, 'gpp-registry'],
    [`<!--${'x'.repeat(2000)}--><PolicyRules>`, 'unknown'],
    ['text <PolicyRules>', 'unknown'],
    ['<', 'unknown'],
  ];
  for (const [text, format] of cases) {
    it(`is ${format}: ${text.slice(0, 60).replace(/\s+/g, ' ')}`, () => {
      equal(detectFormat(text, 'Registry.xml'), format);
    });
  }

  it('is that of a .reg file where it is one, whatever it quotes', () => {
    equal(detectFormat('Windows Registry Editor Version 5.00\r\n; <PolicyRules>', 'a.xml'), 'reg');
  });
});
