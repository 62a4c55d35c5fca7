// What rules conclude from a whole file of group policy: names with a meaning in a registry.pol, a report whose ports and rules of the
// firewall belong together, and the settings that security baselines ask for, about which nothing is above information.

import { deepEqual } from 'node:assert/strict';
import { isAtLeast } from '../../../src/core/lint/runRules';
import { lintBytes, type LintResult } from '../../../src/core/lint/linter';
import type { RuleCode } from '../../../src/core/rules/rule';
import { polBytes } from '../formats/polNotation';
import { extension, gpo, policy } from '../formats/report/reportMade';

function lint(document: string, bytes: Uint8Array): LintResult {
  const onRuleError = (code: string, error: unknown): void => {
    throw new Error(`${code} threw`, { cause: error });
  };
  return lintBytes({ document, bytes, severities: new Map(), onRuleError }).result;
}

const codes = ({ findings }: LintResult): readonly RuleCode[] => findings.map(({ code }) => code);
const TS = 'Software\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const pol = (...entries: readonly string[]): readonly RuleCode[] => codes(lint('registry.pol', polBytes(`header ${entries.map((entry) => `[ "${TS}" ; ${entry} ]`).join(' ')}`)));
const refused = '"fDenyTSConnections" ; =4: 01000000';

describe('names with a meaning in a registry.pol', () => {
  it('that clear a key leave what is set behind them', () => {
    deepEqual(pol('"**delvals." ; =1: " "', refused), ['RDP101']);
  });

  it('that set a value only where there is none say nothing about a server', () => {
    deepEqual(pol('"**soft.fDenyTSConnections" ; =4: 01000000'), []);
  });

  it('that delete a value leave nothing of what was set before them, and nothing by themselves', () => {
    deepEqual(pol(refused, '"**DeleteValues" ; =1: "fDenyTSConnections;Other"'), ['RDP047']);
    deepEqual(pol('"**del.fDenyTSConnections" ; =1: " "'), []);
    deepEqual(pol('"**DeleteValues" ; =1: "fDenyTSConnections;Other"'), []);
  });

  it('that secure a key or delete others below it say nothing about its values', () => {
    deepEqual(pol('"**SecureKey" ; =4: 01000000', '"**DeleteKeys" ; =1: "Client;RAUnsolicit"', refused), ['RDP101']);
    deepEqual(pol('"**SecureKey" ; =4: 01000000', '"**DeleteKeys" ; =1: "Client;RAUnsolicit"'), []);
  });
});

describe('a report of a GPO', () => {
  const port = (number: number): string =>
    extension('Registry', `<q:RegistrySetting><q:KeyPath>SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp</q:KeyPath><q:AdmSetting>false</q:AdmSetting><q:Value><q:Name>PortNumber</q:Name><q:Number>${String(number)}</q:Number></q:Value></q:RegistrySetting>`);
  const rule = (ports: string, transport: number, action = 'Allow'): string =>
    `<q:InboundFirewallRules><q:Version>538</q:Version><q:Action>${action}</q:Action><q:Name>Remote Desktop here</q:Name><q:Dir>In</q:Dir><q:App>%SystemRoot%\\system32\\svchost.exe</q:App><q:Svc>termservice</q:Svc><q:Protocol>${String(transport)}</q:Protocol>${ports}<q:Active>true</q:Active></q:InboundFirewallRules>`;
  const report = (...settings: readonly string[]): readonly RuleCode[] => codes(lint('gpreport.xml', new TextEncoder().encode(gpo({ computer: settings.join('') }))));
  const firewall = (...rules: readonly string[]): string => extension('WindowsFirewall', rules.join(''));
  const open = (number: number): string => `<q:LPort>${String(number)}</q:LPort>`;

  it('with a port and rules that open it has nothing to be said about', () => {
    deepEqual(report(port(3390), firewall(rule(open(3389) + open(3390), 6), rule(open(3390), 17))), []);
  });

  it('with a port that none of its rules opens', () => {
    deepEqual(report(port(3390), firewall(rule(open(3391), 6))), ['RDP203', 'RDP209']);
    deepEqual(report(port(3390)), ['RDP203']);
  });

  it('with a rule that keeps Remote Desktop out', () => {
    deepEqual(report(firewall(rule(open(3389), 6, 'Block'))), ['RDP111']);
  });
});

describe('what security baselines ask for', () => {
  const folder = 'Windows Components/Remote Desktop Services/Remote Desktop Session Host/';
  const choice = (text: string): string => `<q:DropDownList><q:Name>x</q:Name><q:State>Enabled</q:State><q:Value><q:Name>${text}</q:Name></q:Value></q:DropDownList>`;
  const asked = [
    policy({ name: 'Do not allow passwords to be saved', category: 'Windows Components/Remote Desktop Services/Remote Desktop Connection Client' }),
    policy({ name: 'Do not allow drive redirection', category: `${folder}Device and Resource Redirection` }),
    policy({ name: 'Always prompt for password upon connection', category: `${folder}Security` }),
    policy({ name: 'Require secure RPC communication', category: `${folder}Security` }),
    policy({ name: 'Set client connection encryption level', category: `${folder}Security`, elements: choice('High Level') }),
    policy({ name: 'Require use of specific security layer for remote (RDP) connections', category: `${folder}Security`, elements: choice('SSL') }),
    policy({ name: 'Require user authentication for remote connections by using Network Level Authentication', category: `${folder}Security` }),
    policy({ name: 'Encryption Oracle Remediation', category: 'System/Credentials Delegation', elements: choice('Force Updated Clients') }),
    policy({ name: 'Configure Solicited Remote Assistance', category: 'System/Remote Assistance', state: 'Disabled' }),
  ];
  const members = (...sids: readonly string[]): string => sids.map((sid) => `<q:Member><SID xmlns="urn:t">${sid}</SID></q:Member>`).join('');
  const rights = `<q:UserRightsAssignment><q:Name>SeRemoteInteractiveLogonRight</q:Name>${members('S-1-5-32-544', 'S-1-5-32-555')}</q:UserRightsAssignment><q:UserRightsAssignment><q:Name>SeDenyRemoteInteractiveLogonRight</q:Name>${members('S-1-5-113', 'S-1-5-32-546')}</q:UserRightsAssignment><q:UserRightsAssignment><q:Name>SeDenyNetworkLogonRight</q:Name>${members('S-1-5-114', 'S-1-5-32-546')}</q:UserRightsAssignment>`;

  it('is nothing above information, in a report', () => {
    const { findings } = lint('gpreport.xml', new TextEncoder().encode(gpo({ computer: extension('Registry', asked.join('')) + extension('Security', rights) })));
    deepEqual(findings.filter(({ severity }) => isAtLeast(severity, 'warning')).map(({ code }) => code), []);
  });

  it('is nothing above information, in a template', () => {
    const template = '[Unicode]\r\nUnicode=yes\r\n[Version]\r\nsignature="$CHICAGO$"\r\nRevision=1\r\n[Privilege Rights]\r\nSeRemoteInteractiveLogonRight = *S-1-5-32-544\r\nSeDenyRemoteInteractiveLogonRight = *S-1-5-32-546,*S-1-5-113\r\nSeDenyNetworkLogonRight = *S-1-5-32-546,*S-1-5-114\r\n[Registry Values]\r\nMACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LmCompatibilityLevel=4,5\r\nMACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LimitBlankPasswordUse=4,1\r\nMACHINE\\System\\CurrentControlSet\\Control\\Lsa\\DisableDomainCreds=4,1\r\nMACHINE\\System\\CurrentControlSet\\Control\\Lsa\\FIPSAlgorithmPolicy\\Enabled=4,1\r\n';
    const { findings } = lint('GptTmpl.inf', Uint8Array.from(Buffer.from(`\ufeff${template}`, 'utf16le')));
    deepEqual(findings.map(({ code, severity }) => [code, severity]), [['RDP118', 'information']]);
  });
});
