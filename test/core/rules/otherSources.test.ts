// The rules about settings over observations that come from no .reg file: records of a policy, and what a server was seen to have. They
// name their key themselves, have no key lines, and may carry no remedy a text could spell.

import { deepEqual, equal } from 'node:assert/strict';
import type { Observation } from '../../../src/core/registry/observation';
import { utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import type { Rule, RuleCode } from '../../../src/core/rules/rule';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';
import { keyRemoved, listenerKey, policyKey, say, set, terminalServer } from './handMade';

function ruleOf(code: RuleCode): Rule {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule;
}

const codesOf = (...observations: readonly Observation[]): readonly string[] =>
  rules.filter((rule) => [...rule.check(createStatements(observations, []))].length > 0).map(({ code }) => code);

describe('a policy file', () => {
  it('is where policies belong: RDP039 has nothing to say', () => {
    deepEqual(codesOf(set(policyKey, 'SecurityLayer', 2, 0, 'policy')), []);
    deepEqual(codesOf(set(policyKey, 'SecurityLayer', 2, 0, 'live')), []);
    deepEqual(codesOf(set(policyKey, 'SecurityLayer', 2, 0, 'local')), ['RDP039']);
  });

  it('is judged by what the policy takes', () => {
    deepEqual(codesOf(set(policyKey, 'MaxInstanceCount', 0xffffffff)), ['RDP109']);
    deepEqual(codesOf(set(policyKey, 'KeepAliveEnable', 1), set(policyKey, 'KeepAliveInterval', 60000)), ['RDP308']);
    deepEqual(codesOf(set(policyKey, 'MaxDisconnectionTime', '0')), []);
    deepEqual(codesOf(set(policyKey, 'LicensingMode', 4), set(policyKey, 'LicenseServers', 'lic01,lic02')), []);
    deepEqual(codesOf(set(policyKey, 'LicensingMode', 4), set(policyKey, 'LicenseServers', 'lic01;lic02')), ['RDP403']);
    deepEqual(codesOf(set(policyKey, 'SelectTransport', 0)), ['RDP037']);
  });
});

describe('a running server', () => {
  const live = (path: string, name: string, data: Parameters<typeof set>[2]): Observation => set(path, name, data, 0, 'live');

  it('is told what keeps clients out', () => {
    deepEqual(codesOf(live(listenerKey, 'fEnableWinStation', 0), live(listenerKey, 'fLogonDisabled', 1)), ['RDP102', 'RDP103']);
    deepEqual(codesOf(live(terminalServer, 'TSServerDrainMode', 2), live(terminalServer, 'TSUserEnabled', 1)), ['RDP104', 'RDP106']);
    deepEqual(codesOf(live('SYSTEM\\CurrentControlSet\\Services\\TermService', 'Start', 4)), ['RDP107']);
  });

  it('has a local value that counts only where no policy decides', () => {
    deepEqual(say(ruleOf('RDP507'), live(listenerKey, 'Shadow', 2), live(policyKey, 'Shadow', 1)), []);
    deepEqual(say(ruleOf('RDP310'), live(listenerKey, 'MaxIdleTime', 900000), live(listenerKey, 'fInheritMaxIdleTime', 1)).length, 1);
    deepEqual(
      say(ruleOf('RDP310'), live(listenerKey, 'MaxIdleTime', 900000), live(listenerKey, 'fInheritMaxIdleTime', 1), live(policyKey, 'MaxIdleTime', 900000)),
      [],
    );
    deepEqual(say(ruleOf('RDP310'), live(listenerKey, 'MaxIdleTime', 900000), live(`${listenerKey} 2`, 'fInheritMaxIdleTime', 1)), []);
  });

  it('has a thumbprint of twenty bytes', () => {
    const hash = (bytes: Uint8Array): Observation => live(listenerKey, 'SSLCertificateSHA1Hash', { type: valueType.binary, bytes });
    const repaired = (bytes: Uint8Array): number | undefined => {
      const [found] = [...ruleOf('RDP304').check(createStatements([hash(bytes)], []))];
      const action = found?.remedies?.[0]?.actions[0];
      return action?.kind === 'setValue' ? action.data.bytes[19] : undefined;
    };
    const twenty = Uint8Array.from({ length: 20 }, (_, index) => 0xa0 + index);
    deepEqual(codesOf(hash(twenty)), []);
    equal(repaired(Uint8Array.of(0xe2, 0x80, 0x8e, ...twenty)), 0xb3);
    equal(repaired(Uint8Array.of(...twenty, 0, 0)), 0xb3);
    equal(repaired(utf16Bytes('A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE AF B0 B1 B2 B3\0')), 0xb3);
    equal(repaired(twenty.slice(0, 10)), undefined);
    equal(repaired(Uint8Array.from({ length: 21 }, () => 7)), undefined);
  });
});

describe('policies in the 32-bit view', () => {
  const wow = policyKey.replace('SOFTWARE\\', 'SOFTWARE\\WOW6432Node\\');

  it('decide nothing, and each record is told once', () => {
    deepEqual(codesOf(set(wow, 'fDenyTSConnections', 1)), ['RDP036']);
    deepEqual(codesOf(set(wow, 'fDenyTSConnections', 0), set(terminalServer, 'fDenyTSConnections', 1)), ['RDP036', 'RDP101']);
  });
});

describe('deletions', () => {
  const service = 'SYSTEM\\CurrentControlSet\\Services\\TermService';

  it('count unless what was deleted is written again', () => {
    deepEqual(codesOf(keyRemoved(listenerKey)), ['RDP115']);
    deepEqual(codesOf(keyRemoved(listenerKey), set(listenerKey, 'wdname', 'Microsoft RDP 8.0')), []);
    deepEqual(codesOf(set(listenerKey, 'WdName', 'Microsoft RDP 8.0'), keyRemoved(listenerKey)), ['RDP115']);
    deepEqual(codesOf(keyRemoved(terminalServer.toLowerCase())), ['RDP115']);
    deepEqual(codesOf(keyRemoved(service)), ['RDP116']);
    deepEqual(codesOf(keyRemoved('SYSTEM\\CurrentControlSet\\Control')), []);
  });
});
