// GPO exports for tests, written as their formats have them, and what becomes of them in words.

import { ok } from 'node:assert/strict';
import { english } from '../../../src/core/messages/english';
import type { Gpo } from '../../../src/core/policies/gpo';
import { composePolicies, findPolicyFile, type FoundPolicyFile, type WorkspacePolicies } from '../../../src/core/policies/workspacePolicies';
import type { Said } from '../../../src/core/policies/policyFacts';
import { utf16Bytes } from '../../../src/core/registry/valueData';

export const TERMINAL_SERVICES = 'Software\\Policies\\Microsoft\\Windows NT\\Terminal Services';

export const said = (words: Said): string => (typeof words === 'string' ? words : english(words));

const lines = (...text: readonly string[]): string => `${text.join('\r\n')}\r\n`;

/** LGPO text: each statement is key, name and what is done. */
export const lgpo = (...statements: readonly (readonly [key: string, name: string, action: string])[]): string =>
  lines('; LGPO', ...statements.flatMap((statement) => ['Computer', ...statement, '']));

/** A security template: its sections with their lines. */
export const template = (...sections: readonly (readonly [name: string, ...body: readonly string[]])[]): string =>
  lines('[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', ...sections.flatMap(([name, ...body]) => [`[${name}]`, ...body]));

/** A preference that sets a REG_DWORD. */
export const preference = (key: string, name: string, hex: string, attributes = ''): string =>
  lines(
    '<?xml version="1.0" encoding="utf-8"?>',
    '<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">',
    `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="${name}" ${attributes}>`,
    `<Properties action="U" displayDecimal="0" default="0" hive="HKEY_LOCAL_MACHINE" key="${key}" name="${name}" type="REG_DWORD" value="${hex}"/>`,
    '</Registry></RegistrySettings>',
  );

export const backupInfo = (name: string, guid: string): string =>
  `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[${guid}]]></GPOGuid><GPODisplayName><![CDATA[${name}]]></GPODisplayName></BackupInst>`;

function bytesOf(text: string): Uint8Array {
  return text.startsWith('[Unicode]') ? utf16Bytes(`\uFEFF${text}`) : new TextEncoder().encode(text);
}

/** Files by their paths below `/gpos`; a template is written as Windows writes it. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): WorkspacePolicies {
  const found = Object.entries(files).map(([path, content]): FoundPolicyFile => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    const file = findPolicyFile({
      document: `file:///gpos/${path}`,
      path: `/gpos/${path}`,
      shown: path,
      bytes,
      severities: new Map(),
      onRuleError: (code, error) => {
        throw new Error(code, { cause: error });
      },
    });
    ok(file, `${path} is not recognised`);
    return file;
  });
  return composePolicies(found);
}

export function gpoNamed({ gpos }: WorkspacePolicies, name: string): Gpo {
  const found = gpos.find((gpo) => gpo.name === name);
  ok(found, `there is no ${name} among ${gpos.map((gpo) => gpo.name).join(', ')}`);
  return found;
}
