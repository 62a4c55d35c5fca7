// Whole servers and the diagnosis an expert would give: every code with its severity, in the order of the rules, and what was not seen.
// Each is a healthy session host (serverMade.ts) with what is wrong there; several things can be wrong at once.

import { deepEqual, ok } from 'node:assert/strict';
import { isAtLeast, runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import type { EventGroup } from '../../../src/core/snapshot/eventsSeen';
import type { Finding } from '../../../src/core/rules/rule';
import { rules } from '../../../src/core/rules/table';
import { serverWith, statementsWith, type Difference } from './serverMade';

const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const LISTENER = `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp`;
const RCM = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager';

function diagnosed(difference: Difference): readonly Finding[] {
  return runRules(rules, statementsWith(difference), new Map(), (code, cause) => {
    throw new Error(`${code} threw`, { cause });
  });
}

const said = (difference: Difference): readonly string[] =>
  diagnosed(difference)
    .map(({ code, severity }) => `${code} ${severity}`)
    .sort();

function event(id: number, more: Partial<EventGroup> = {}): EventGroup {
  const at = '2026-11-20T07:30:00Z';
  return { channel: `${RCM}/Admin`, provider: RCM, id, level: 3, qualifiers: null, count: 4, capped: false, first: '2026-11-19T09:00:00Z', last: at, samples: [{ at, fields: {} }], ...more };
}

const host = (data: Readonly<Record<string, unknown>>): Difference => ({ host: { data } });
const administration: Difference = { licensing: { data: { mode: 1, servers: [], graceDays: null, graceCode: null } } };
const oneSession: Difference = { sessions: { data: { sessions: [{ id: 2, station: 'RDP-Tcp#0', state: 0, hasUser: true }] } } };
const denied = { failure: { reason: 'notElevated', detail: 'not an administrator' } } as const;
const unlistened: Difference = { sockets: { data: { listening: [] } } };
const stopped: Difference = {
  services: { data: { services: [{ name: 'TermService', installed: true, state: 1, startType: 2, pid: 0, exitCode: 1069, account: null, imagePath: null, serviceDll: null }] } },
};

describe('servers without fault', () => {
  const servers: Readonly<Record<string, Difference>> = {
    'a session host of 2022': {},
    'a session host of 2019 with Per Device licences': { ...host({ build: 17763, version: '10.0.17763.5936' }), licensing: { data: { mode: 2 } } },
    'a server of 2016 in remote administration': { ...host({ build: 14393, version: '10.0.14393.7000', sessionHost: false }), ...administration, ...oneSession },
    'a server of 2025 in a workgroup': { ...host({ build: 26100, version: '10.0.26100.1', sessionHost: false, domainJoined: false }), ...administration, ...oneSession },
    'a client of Windows 11': { ...host({ build: 22631, productType: 1, sessionHost: false, installationType: 'Client' }), licensing: { data: { mode: 1, servers: [] } } },
    'a server that answers as it is set': { outside: { nla: 'required', rdp: false, tls: false } },
    'a server that presents its own certificate, speaks current TLS and names itself': {
      outside: { nla: 'required', rdp: false, tls: false, details: { tls: {}, host: {}, udp: { kind: 'silent' }, sourceReference: 0x1234, addresses: [{ address: '192.0.2.8', answer: { kind: 'failure', failureCode: 5, sourceReference: 0x1234 } }] } },
    },
  };
  for (const [name, difference] of Object.entries(servers)) it(name, () => deepEqual(said(difference), []));
});

describe('servers with a fault', () => {
  it('whose port is translated on the way: the wire is told as it is, and not compared with a listener it may not be', () => {
    const open = { nla: 'offered', rdp: false, tls: true } as const;
    deepEqual(said({ outside: { port: 13389, ...open } }), ['RDP501 warning']);
    deepEqual(said({ outside: open }), ['RDP321 warning']);
  });

  it('behind whose address another machine is: that is all that is said of what differs between the two', () => {
    const foreign = { tls: { thumbprint: '0123456789abcdef0123456789abcdef01234567' }, host: { netbiosName: 'RDS02' } };
    deepEqual(said({ outside: { nla: 'offered', rdp: false, tls: true, details: foreign } }), ['RDP225 warning']);
  });

  it('whose TLS is ended by something in front', () => {
    const foreign = { tls: { thumbprint: '0123456789abcdef0123456789abcdef01234567' }, sourceReference: 0 };
    deepEqual(said({ outside: { nla: 'required', rdp: false, tls: false, details: foreign } }), ['RDP224 information', 'RDP330 warning']);
  });

  it('whose service does not log on: nothing else is said of the port that is closed because of it', () => {
    deepEqual(said({ ...stopped, ...unlistened }), ['RDP119 error']);
  });

  it('whose port another program took before the service started', () => {
    const socket = { protocol: 'tcp', address: '0.0.0.0', port: 3389, pid: 4411, process: 'nginx.exe', path: null, services: [] };
    const busy = event(1036, { channel: 'System', level: 2, samples: [{ at: '2026-11-20T07:30:00Z', fields: { 0: '10048' } }] });
    deepEqual(said({ sockets: { data: { listening: [socket] } }, events: { data: { groups: [busy] } } }), ['RDP217 error']);
  });

  it('whose firewall rule is for another network', () => {
    const rule = { id: 'RemoteDesktop-UserMode-In-TCP', enabled: true, action: 'allow', profiles: 2, protocol: 6, ports: ['3389'], remoteAddresses: [], program: null, service: null, store: 'local' };
    deepEqual(said({ firewall: { data: { rules: [rule] } }, outside: { state: 'timeout', nla: 'unknown', rdp: null, tls: null } }), ['RDP212 information', 'RDP218 error']);
  });

  it('whose grace period is over without a mode', () => {
    const over = { licensing: { data: { mode: 5, servers: [], graceDays: 0, graceCode: 0 } }, events: { data: { groups: [event(1069, { level: 2 })] } } } as const;
    deepEqual(said(over), ['RDP407 error']);
    ok(diagnosed(over).some(({ why }) => why !== undefined && english(why).includes('grace period is over')));
  });

  it('of 2016 that logs licensing under the old numbers', () => {
    const groups = [event(1128, { channel: 'System', level: 2 }), event(1133, { channel: 'System' })];
    const old = { ...host({ build: 14393 }), licensing: { data: { mode: 2, servers: [] } }, events: { data: { groups } } } as const;
    deepEqual(said(old), ['RDP407 error', 'RDP408 error']);
  });

  it('whose licence server is older than it', () => {
    const older = { licensing: { data: { servers: [{ name: 'lic01', status: 4 }] } }, events: { data: { groups: [event(50_284, { samples: [{ at: '2026-11-20T07:30:00Z', fields: { Param1: 'lic01' } }] })] } } };
    deepEqual(said(older), ['RDP407 warning']);
  });

  it('whose certificate ran out while its clock is right', () => {
    const thumbprint = 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334';
    const certificate = { store: 'My', thumbprint, subject: 'CN=rds01', issuer: 'CN=CA', notBefore: '2024-01-01T00:00:00Z', notAfter: '2026-11-01T00:00:00Z', keyType: 'RSA', keyBits: 2048, signature: '1.2.840.113549.1.1.11', serverAuthentication: true, hasPrivateKey: true, keyReadable: true };
    const difference: Difference = {
      registry: { set: [[LISTENER, 'SSLCertificateSHA1Hash', 3, thumbprint.toLowerCase()]] },
      certificates: { data: { certificates: [certificate] } },
      events: { data: { groups: [event(1053, { channel: 'System' })] } },
      arrivedAt: '2026-11-20T08:00:03Z',
    };
    deepEqual(said(difference), ['RDP314 warning']);
  });

  it('that has no certificate left and cannot make one', () => {
    const difference: Difference = { certificates: { data: { certificates: [] } }, events: { data: { groups: [event(1057, { channel: 'System', level: 2 })] } } };
    deepEqual(said(difference), ['RDP317 error']);
  });

  it('with three faults at once: nobody may log on, NLA off, and links that die', () => {
    const difference: Difference = {
      registry: { set: [[LISTENER, 'UserAuthentication', 4, '00000000']] },
      rights: { data: { SeRemoteInteractiveLogonRight: ['S-1-5-32-555'] } },
      groups: { data: { remoteDesktopUsers: [] } },
      sockets: { data: { established: 1 } },
    };
    deepEqual(said(difference), ['RDP120 error', 'RDP319 warning', 'RDP501 warning']);
  });

  it('of which a login without rights sees little: nothing is fine and nothing is wrong', () => {
    const blind: Difference = { rights: denied, groups: denied, firewall: denied, certificates: denied, licensing: denied, events: denied, registry: denied, sockets: denied };
    deepEqual(said(blind), []);
  });

  it('of which no section was seen', () => {
    const names = Object.keys(serverWith({}).sections);
    deepEqual(said(Object.fromEntries(names.map((name) => [name, denied]))), []);
  });

  it('whose verdict is weaker where the role was not seen, and says so', () => {
    const [finding, ...others] = diagnosed({ host: denied, licensing: { data: { mode: 5, servers: [] } } });
    deepEqual([finding?.code, finding?.severity, finding?.certainty, others.length], ['RDP407', 'information', 'assumed', 0]);
    ok(finding?.unseen.map(english).some((text) => text.includes('host')));
  });
});

describe('any section that is missing', () => {
  it('never makes a healthy server worse than an information', () => {
    for (const name of Object.keys(serverWith({}).sections)) {
      const loud = diagnosed({ [name]: denied }).filter(({ severity }) => isAtLeast(severity, 'warning'));
      deepEqual(loud.map(({ code }) => code), [], name);
    }
  });
});
