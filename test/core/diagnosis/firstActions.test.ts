// The two tables with one sentence per code: whole, of rules that exist, and short where there is little room.

import { deepEqual, ok } from 'node:assert/strict';
import { firstActions } from '../../../src/core/diagnosis/firstActions';
import { statusLines } from '../../../src/core/diagnosis/statusLines';
import { runRules } from '../../../src/core/lint/runRules';
import { english } from '../../../src/core/messages/english';
import type { Finding } from '../../../src/core/rules/rule';
import { rules } from '../../../src/core/rules/table';
import { statementsWith, type Difference } from '../rules/serverMade';

const ROOM = 45;

// What only a file can do (deletions, a template, repairs), and what only the wire shows (firstAction.ts, statusTexts.ts).
const elsewhere: ReadonlySet<string> = new Set(['RDP116', 'RDP205', 'RDP511', 'RDP211', 'RDP212', 'RDP213', 'RDP214', 'RDP215']);
const loud = rules.filter(({ code, severity, symptom }) => symptom !== null && (severity === 'error' || severity === 'warning') && !elsewhere.has(code)).map(({ code }) => code);

const found = (difference: Difference): readonly Finding[] => runRules(rules, statementsWith(difference), new Map(), () => undefined);

describe('the sentences about what to do first', () => {
  it('are there for every rule that can be an error or a warning on a server', () => {
    deepEqual(loud.filter((code) => firstActions[code] === undefined), []);
  });

  it('are of rules that exist', () => {
    const codes = new Set<string>(rules.map(({ code }) => code));
    deepEqual(Object.keys({ ...firstActions, ...statusLines }).filter((code) => !codes.has(code)), []);
  });

  it('name what the finding names', () => {
    const socket = { protocol: 'tcp', address: '0.0.0.0', port: 3389, pid: 4312, process: 'httpd.exe', path: null, services: ['Apache2.4'] };
    const [finding] = found({ sockets: { data: { listening: [socket] } } });
    const say = finding === undefined ? undefined : firstActions[finding.code];
    ok(finding !== undefined && say !== undefined);
    deepEqual(english(say(finding)), 'First: stop Apache2.4, or move it or Remote Desktop to another port.');
  });

  it('follow the cause of the verdict on licensing', () => {
    const sayings = [5, 4].map((status) => found({ licensing: { data: { servers: [{ name: 'lic01', status }] } } }).map((finding) => english(firstActions[finding.code]?.(finding) ?? finding.message)));
    deepEqual(sayings, [
      ['First: add the computer account of this host to the group RDS Endpoint Servers of the licence server.'],
      ['First: name a licence server that is at least as new as this host.'],
    ]);
  });
});

describe('what to do first about one code', () => {
  const first = (difference: Difference): readonly string[] => found(difference).flatMap((finding) => firstActions[finding.code]?.(finding) ?? []).map(english);
  const terminalServer = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
  const service = (state: number, startType: number): Difference => ({
    services: { data: { services: [{ name: 'TermService', installed: true, state, startType, pid: 0, exitCode: 0, account: null, imagePath: null, serviceDll: null }] } },
    sockets: { data: { listening: [] } },
  });
  const tcp = { id: 'RemoteDesktop-UserMode-In-TCP', enabled: true, action: 'allow', profiles: 7, protocol: 6, ports: ['3389'], remoteAddresses: [], program: null, service: 'termservice', store: 'local' };
  const rules = (...all: readonly unknown[]): Difference => ({ firewall: { data: { rules: all } } });

  const sayings: readonly (readonly [string, Difference, string])[] = [
    ['a service that is stopped', service(1, 3), 'First: start TermService; if it does not start, its events of the Service Control Manager say why.'],
    ['a service that is disabled', service(1, 4), 'First: set TermService to manual (Start = 3), then start it.'],
    ['a service that hangs', service(2, 3), 'First: end the process of TermService ("sc queryex TermService" names it), then start the service.'],
    ['a rule that is off', rules({ ...tcp, enabled: false }), 'First: turn on a firewall rule that lets the port in for the network the server is connected to.'],
    ['a rule that blocks', rules({ ...tcp, action: 'block' }), 'First: turn off the firewall rule that blocks the port, or narrow it.'],
    ['a rule for another port', rules({ ...tcp, ports: ['3390'] }), 'First: add a firewall rule for the port the listener has; the one of Windows opens only 3389.'],
    [
      'a port that is not taken yet and that the firewall does not let in',
      { registry: { set: [[`${terminalServer}\\WinStations\\RDP-Tcp`, 'PortNumber', 4, 'a00f0000']] }, sockets: { data: { ports: [4000, 3389] } } },
      'First: let the new port in through the firewall, then start TermService again when nobody works there.',
    ],
    [
      'TLS that Schannel is to leave',
      {
        registry: { set: [['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\Server', 'Enabled', 4, '00000000']] },
        outside: { nla: 'required', rdp: false, tls: false, details: { tls: { versions: ['TLSv1.0', 'TLSv1.2'] } } },
      },
      'First: restart the computer when nobody works there, then ask the listener again.',
    ],
    ['a right that is denied', { rights: { data: { SeDenyRemoteInteractiveLogonRight: ['S-1-1-0'] } } }, 'First: take those who are to log on out of the right that denies it, or give it to others.'],
  ];
  for (const [name, difference, text] of sayings) it(`is right for ${name}`, () => deepEqual(first(difference), [text]));
});

describe('the lines for the list of servers', () => {
  it('are there for every rule that can be an error or a warning on a server', () => {
    deepEqual(loud.filter((code) => statusLines[code] === undefined), []);
  });

  it('are short', () => {
    const [finding] = found({ sockets: { data: { listening: [] } } });
    ok(finding !== undefined);
    const long = Object.values(statusLines).flatMap((line) => (line === undefined ? [] : [english(line(finding))])).filter((text) => text.length > ROOM);
    deepEqual(long, []);
  });
});
