// Facts that are no registry values: each table whole, each row with its source, each found by its number or id.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { articleErrors } from '../../../src/core/rdp/facts/articleErrors';
import { errorInfos, errorInfoSource, otherReasons, PROTOCOL_ERROR_FROM } from '../../../src/core/rdp/facts/errorInfo';
import type { Sourced } from '../../../src/core/rdp/facts/fact';
import { firewallRules } from '../../../src/core/rdp/facts/firewallRules';
import { keyFacts } from '../../../src/core/rdp/facts/keyFacts';
import { localisedNames, localisedNameSource, reportLanguages } from '../../../src/core/rdp/facts/localisedNames';
import { services, startErrors } from '../../../src/core/rdp/facts/serviceFacts';
import { systemFacts } from '../../../src/core/rdp/facts/systemFacts';
import { principals, userRights } from '../../../src/core/rdp/facts/userRights';
import {
  findArticleError,
  findErrorInfo,
  findFirewallRule,
  findKeyFact,
  findLocalisedName,
  findPrincipal,
  findStartError,
  findSystemFact,
  findUserRight,
  languageFreeCommands,
} from '../../../src/core/rdp/knowledge';
import { findPolicies } from '../../../src/core/rdp/policies';
import { dataBlock, encryptionLevel, encryptionMethod, mcsResult, rdpVersionText, requestFlag, responseFlag, responseFlagsSeen } from '../../../src/core/rdp/wireCodes';
import { mayConcernRdp } from '../../../src/core/rdp/relevance';

describe('the tables of facts', () => {
  const tables: readonly (readonly Sourced[])[] = [
    articleErrors, firewallRules, keyFacts, services, startErrors, systemFacts, principals, userRights, languageFreeCommands(), otherReasons,
  ];

  it('are whole', () => {
    deepEqual(tables.map((table) => table.length), [33, 7, 12, 4, 11, 42, 6, 4, 25, 4]);
    deepEqual([errorInfos.length, localisedNames.length, reportLanguages.length], [40, 13, 9]);
  });

  it('say of every row where it was read and how sure it is', () => {
    for (const { source, confidence } of [...tables.flat(), errorInfoSource, localisedNameSource]) ok(source !== '' && 'HML'.includes(confidence));
  });

  it('number the mistakes of the article from 1 to 33', () => {
    articleErrors.forEach(({ number, says, fact }, index) => {
      ok(number === index + 1 && says.endsWith('.') && fact.endsWith('.'), String(number));
      equal(findArticleError(number)?.fact, fact);
    });
    equal(findArticleError(34), undefined);
  });

  it('find codes, rights, accounts and rules in any spelling', () => {
    for (const { code, means } of startErrors) equal(findStartError(code)?.means, means);
    for (const { code, name } of errorInfos) equal(findErrorInfo(code)?.name, name);
    for (const { id, says } of systemFacts) ok(findSystemFact(id)?.says === says && says.endsWith('.'), id);
    equal(findErrorInfo(PROTOCOL_ERROR_FROM)?.means, 'one end broke the protocol');
    for (const code of [0x8, 0xd, 0xff, 0x10b, 0x401, 0x413, PROTOCOL_ERROR_FROM - 1, 0x10000]) equal(findErrorInfo(code), undefined);
    equal(findErrorInfo(0xd0000001), undefined);
    equal(findPrincipal('*S-1-5-32-555')?.name, 'Remote Desktop Users');
    equal(findPrincipal('s-1-1-0')?.name, 'Everyone');
    equal(findUserRight('seRemoteInteractiveLogonRight')?.standard?.domainController.length, 1);
    equal(findFirewallRule('remotedesktop-usermode-in-tcp')?.port, 3389);
    equal(findFirewallRule('MCX-TERMSRV-IN-TCP')?.port, 3390);
  });

  it('tell the rules of the firewall apart by the numbers of their texts', () => {
    const numbers = firewallRules.flatMap(({ name, description }) => [name, description]);
    // The rule of old systems shares one description with the rule that took its place.
    equal(new Set(numbers).size, numbers.length - 1);
    const inGroup = (group: number): readonly string[] => firewallRules.filter((rule) => rule.group === group).map(({ id }) => id);
    ok(inGroup(-28752).every((id) => id.startsWith('RemoteDesktop-')) && inGroup(-28752).length === 4);
    deepEqual(inGroup(-28782), ['RemoteDesktop-In-TCP-WS', 'RemoteDesktop-In-TCP-WSS']);
  });

  it('lead from a translated name to its policy', () => {
    equal(findLocalisedName('Verbindungen')?.english, 'Connections');
    equal(findLocalisedName('远程桌面服务')?.id, 'TS_GP_NODE');
    for (const { id, names, ...row } of localisedNames) {
      ok('english' in row || findPolicies(id).length === 1, id);
      for (const language of reportLanguages) equal(findLocalisedName(names[language].toUpperCase())?.id, id);
    }
  });

  it('know keys by every spelling of their path', () => {
    for (const { id, path } of keyFacts) {
      const key = { hive: 'HKEY_LOCAL_MACHINE', path: path.replace('CurrentControlSet', 'ControlSet002').toUpperCase() } as const;
      equal(findKeyFact(key)?.id, id);
      ok(mayConcernRdp(key), path);
    }
  });

  it('know the numbers of the connection sequence', () => {
    equal(rdpVersionText(0x0008000c), '10.7');
    equal(rdpVersionText(0x00080011), '10.12');
    equal(rdpVersionText(0x00080004), '5.0 to 8.1');
    equal(rdpVersionText(0x00090000), undefined);
    equal(Object.values(responseFlag).reduce<number>((all, flag) => all | flag, 0), 0x1f);
    ok(responseFlagsSeen.every(({ flags }) => (flags & ~0x1f) === 0));
    equal(new Set(responseFlagsSeen.map(({ flags }) => flags)).size, responseFlagsSeen.length);
    deepEqual([mcsResult.length, mcsResult[0], mcsResult[15]], [16, 'rt-successful', 'rt-user-rejected']);
    for (const codes of [requestFlag, responseFlag, encryptionMethod, encryptionLevel, dataBlock]) {
      const values = Object.values(codes) as readonly number[];
      equal(new Set(values).size, values.length);
    }
  });
});
