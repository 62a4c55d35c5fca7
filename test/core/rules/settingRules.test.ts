// The setting rules over observations that come from no .reg file.

import { deepEqual, equal } from 'node:assert/strict';
import { dwordData, dwordOf, utf16Bytes, valueType } from '../../../src/core/registry/valueData';
import type { Rule, RuleCode } from '../../../src/core/rules/rule';
import { createStatements } from '../../../src/core/rules/statements';
import { rules } from '../../../src/core/rules/table';
import { at, keyRemoved, listenerKey, policyKey, removed, say, set, terminalServer } from './handMade';

function ruleOf(code: RuleCode): Rule {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule;
}

const firewall = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';

describe('RDP030 over records that name their key themselves', () => {
  const key = 'SYSTEM\\ControlSet003\\Control\\Terminal Server';
  it('speaks once per key', () => {
    deepEqual(say(ruleOf('RDP030'), set(key, 'fDenyTSConnections', 0), set(key, 'fSingleSessionPerUser', 1), set(`${key}\\RCM`, 'x', 1)), [
      'ControlSet003 is in use only while SYSTEM\\Select\\Current is 3; otherwise what is written here has no effect.',
      'ControlSet003 is in use only while SYSTEM\\Select\\Current is 3; otherwise what is written here has no effect.',
    ]);
  });

  it('leaves keys alone that are not about Remote Desktop', () => {
    deepEqual(say(ruleOf('RDP030'), set('SYSTEM\\ControlSet003\\Services\\Spooler', 'Start', 4), keyRemoved('SYSTEM\\ControlSet003\\Services\\Dhcp')), []);
  });
});

describe('RDP031', () => {
  const repaired = (data: Parameters<typeof set>[2]): number | undefined => {
    const [found] = [...ruleOf('RDP031').check(createStatements([set(listenerKey, 'PortNumber', data)], []))];
    const action = found?.remedies?.[0]?.actions[0];
    return action?.kind === 'setValue' ? dwordOf(action.data) : undefined;
  };

  it('reads what plainly is a number', () => {
    equal(repaired('3389'), 3389);
    equal(repaired(' 0x0d3d '), 3389);
    equal(repaired('dword:00000d3d'), 3389);
    equal(repaired({ type: valueType.binary, bytes: Uint8Array.of(0x3d, 0x0d, 0, 0) }), 3389);
    equal(repaired({ type: valueType.qword, bytes: Uint8Array.of(0x3d, 0x0d, 0, 0, 0, 0, 0, 0) }), 3389);
    equal(repaired({ type: valueType.dwordBigEndian, bytes: Uint8Array.of(0, 0, 0x0d, 0x3d) }), 3389);
    equal(repaired({ type: valueType.multiSz, bytes: utf16Bytes('3389\0\0') }), 3389);
  });

  it('guesses nothing', () => {
    for (const text of ['', 'yes', '3389/tcp', '33 89', '-1', '99999999999', '4294967296']) equal(repaired(text), undefined, text);
    equal(repaired({ type: valueType.binary, bytes: Uint8Array.of(1) }), undefined);
    equal(repaired({ type: valueType.qword, bytes: Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0) }), undefined);
    equal(repaired({ type: valueType.multiSz, bytes: utf16Bytes('3389\x003390\0\0') }), undefined);
  });

  it('is silent about the right type, other values and what is deleted later', () => {
    deepEqual(say(ruleOf('RDP031'), set(listenerKey, 'PortNumber', 3389), set(terminalServer, 'SnapshotMonitors', '1')), []);
    deepEqual(say(ruleOf('RDP031'), set(listenerKey, 'PortNumber', '3389'), removed(listenerKey, 'PortNumber')), []);
  });
});

describe('RDP101 and RDP501 to RDP503 over a policy file', () => {
  it('name the policy', () => {
    deepEqual(say(ruleOf('RDP101'), set(policyKey, 'fDenyTSConnections', 1)), [
      'The policy value fDenyTSConnections is 1: Windows refuses every new Remote Desktop connection, whatever the local value says.',
    ]);
    for (const [code, name, value] of [
      ['RDP501', 'UserAuthentication', 0],
      ['RDP502', 'SecurityLayer', 0],
      ['RDP503', 'MinEncryptionLevel', 1],
    ] as const) {
      deepEqual(say(ruleOf(code), set(policyKey, name, value)).length, 1, code);
      deepEqual(say(ruleOf(code), set(policyKey, name, 2)), [], code);
      deepEqual(say(ruleOf(code), set(listenerKey, name, value), set(policyKey, name, 2)), [], `${code} under a policy`);
    }
  });

  it('weigh the encryption level of each listener by its own layer', () => {
    const low = (path: string): ReturnType<typeof set> => set(path, 'MinEncryptionLevel', 1);
    deepEqual(say(ruleOf('RDP503'), low(listenerKey), set(listenerKey.toLowerCase(), 'SecurityLayer', 2)), []);
    deepEqual(say(ruleOf('RDP503'), low(listenerKey), set(`${listenerKey} 2`, 'SecurityLayer', 2)).length, 1);
    deepEqual(say(ruleOf('RDP503'), low(policyKey), set(listenerKey, 'SecurityLayer', 2)).length, 1);
    deepEqual(say(ruleOf('RDP503'), low(policyKey), set(policyKey, 'SecurityLayer', 2)), []);
  });

  it('leave other data to other rules', () => {
    deepEqual(say(ruleOf('RDP101'), set(terminalServer, 'fDenyTSConnections', '1')), []);
    deepEqual(say(ruleOf('RDP501'), set(listenerKey, 'UserAuthentication', { type: valueType.dword, bytes: Uint8Array.of(0) })), []);
  });
});

describe('the port rules', () => {
  it('share the ports among them: each port has at most one finding', () => {
    for (const port of [0, 1, 443, 3389, 3390, 0x3379, 0x3380, 0x3389, 0x3399, 0x3400, 0x443, 13194, 65535, 65536, 0x13389, 0xffffffff]) {
      const codes = (['RDP201', 'RDP202', 'RDP203'] as const).filter((code) => say(ruleOf(code), set(listenerKey, 'PortNumber', dwordData(port))).length > 0);
      equal(codes.length, port === 3389 ? 0 : 1, `${port}: ${codes.join(' ')}`);
    }
  });

  it('see a rule that is switched off later, and not one that is deleted', () => {
    const port = set(listenerKey, 'PortNumber', 4000);
    const open = set(firewall, 'RDP-4000', 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=4000|');
    const off = set(firewall, 'rdp-4000', 'v2.31|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=4000|');
    const told = ['RDP-Tcp listens on port 4000, and nothing here opens TCP 4000 in Windows Firewall; the rules Windows brings along open 3389.'];
    deepEqual(say(ruleOf('RDP203'), port, open), []);
    deepEqual(say(ruleOf('RDP203'), port, open, off), told);
    deepEqual(say(ruleOf('RDP203'), open, removed(firewall, 'RDP-4000'), port), told);
    deepEqual(say(ruleOf('RDP203'), open, keyRemoved(firewall), port), told);
  });
});

describe('RDP204 over records that name their key themselves', () => {
  const wrong = terminalServer.replace('Terminal Server', 'Remote Desktop server\\WinStations');

  it('points at every record', () => {
    const found = [...ruleOf('RDP204').check(createStatements([set(wrong, 'PortNumber', 3390, 5), set(wrong, 'UserAuthentication', 1, 9)], []))];
    deepEqual(
      found.map(({ evidence, certainty }) => [evidence, certainty]),
      [
        [at(5), 'confirmed'],
        [at(9), 'confirmed'],
      ],
    );
  });

  it('tells values of a listener in the key of the server once, with the others beside it', () => {
    const values = ['UserAuthentication', 'SecurityLayer', 'MinEncryptionLevel'].map((name, index) => set(terminalServer, name, 1, index));
    const found = [...ruleOf('RDP204').check(createStatements(values, []))];
    deepEqual(
      found.map(({ evidence, severity, places, related = [] }) => [evidence, severity, places?.length, related.map((other) => other.evidence)]),
      [[at(0), 'warning', 3, [at(1), at(2)]]],
    );
  });

  it('makes information of it where every one of them is set where it counts', () => {
    const severities = (...names: readonly string[]): readonly unknown[] => {
      const wrongKey = ['UserAuthentication', 'SecurityLayer'].map((name) => set(terminalServer, name, 1));
      const observations = [...wrongKey, ...names.map((name) => set(policyKey, name, 1))];
      return [...ruleOf('RDP204').check(createStatements(observations, []))].map(({ severity }) => severity);
    };
    deepEqual(severities('UserAuthentication'), ['warning']);
    deepEqual(severities('UserAuthentication', 'SecurityLayer'), ['information']);
  });

  it('knows values of the server in the key of a listener, and not those of old systems or of both keys', () => {
    deepEqual(say(ruleOf('RDP204'), set(listenerKey, 'fDenyTSConnections', 0)).length, 1);
    for (const name of ['AllowTSConnections', 'ProductVersion', 'fQueryUserConfigFromDC', 'KeepAliveTimeout', 'SomethingElse']) {
      deepEqual(say(ruleOf('RDP204'), set(listenerKey, name, 0)), [], name);
    }
  });

  it('leaves policies that the server may have as its own alone', () => {
    deepEqual(say(ruleOf('RDP204'), set(terminalServer, 'fDisableAutoReconnect', 1), set(terminalServer, 'fEnableTimeZoneRedirection', 0)), []);
    deepEqual(say(ruleOf('RDP204'), set(terminalServer, 'DisablePasswordSaving', 1)).length, 1);
  });

  it('is silent about removals and about keys without values', () => {
    deepEqual(say(ruleOf('RDP204'), removed(wrong, 'PortNumber'), keyRemoved(wrong)), []);
  });

  it('does not send values that belong to no listener into one', () => {
    const [found] = [...ruleOf('RDP204').check(createStatements([set(wrong, 'SelfSignedCertStore', 'Remote Desktop')], []))];
    const action = found?.remedies?.[0]?.actions[0];
    equal(action?.kind === 'renameKey' ? action.to.path : '', `${terminalServer}\\WinStations`);
  });
});
