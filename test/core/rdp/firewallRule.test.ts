import { equal } from 'node:assert/strict';
import { opensPort } from '../../../src/core/rdp/firewallRule';
import { set } from '../rules/handMade';

const local = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';
const policy = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules';
const list = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\DomainProfile\\GloballyOpenPorts\\List';
const opens = (text: string, port = 3389, key = local): boolean => opensPort(set(key, 'rule', text), 'TCP', port);
const rule = (fields: string): string => `v2.31|${fields}`;
const open = 'Action=Allow|Active=TRUE|Dir=In|Protocol=6|';

describe('a firewall rule in the registry', () => {
  it('opens the port it names, for Remote Desktop or for everybody', () => {
    equal(opens(rule(`${open}LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|`)), true);
    equal(opens(rule(`${open}LPort=3389|Name=x|`), 3389, policy), true);
    equal(opens(rule(`${open}LPort=3389|App=System|`), 3389, local.toUpperCase()), true);
    equal(opens(rule('ACTION=ALLOW|ACTIVE=true|DIR=in|PROTOCOL=6|LPORT=3389|')), true);
    equal(opens(rule(`${open}LPort=3389|`), 3390), false);
  });

  it('opens ranges, lists and all ports', () => {
    equal(opens(rule(`${open}LPort=80|LPort=3389|`)), true);
    equal(opens(rule(`${open}LPort2_10=3380-3400|`)), true);
    equal(opens(rule(`${open}LPort2_10=3390-3400|LPort2_10=1-10|`)), false);
    equal(opens(rule(open)), true);
    equal(opens(rule('Action=Allow|Active=TRUE|Dir=In|')), true);
    equal(opens(rule(`${open}LPort=RPC|`)), false);
  });

  it('opens nothing when it is off, outbound, a block, for UDP or for another program', () => {
    for (const fields of [
      'Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=3389|',
      'Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389|',
      'Action=Allow|Active=TRUE|Dir=Out|Protocol=6|LPort=3389|',
      'Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=3389|',
      `${open}LPort=3389|App=C:\\httpd.exe|`,
      `${open}LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=iphlpsvc|`,
      `${open}LPort=3389|PFN=Contoso.App_1|`,
      '',
      'Action',
    ]) {
      equal(opens(rule(fields)), false, fields);
    }
    equal(opensPort(set(local, 'rule', 1), 'TCP', 3389), false);
    equal(opens(rule(`${open}LPort=3389|`), 3389, 'SOFTWARE\\FirewallRules'), false);
  });

  it('may stand in the exceptions list of older systems', () => {
    equal(opens('3389:TCP:*:Enabled:@xpsp2res.dll,-22009', 3389, list), true);
    equal(opens('3389:TCP:*:Disabled:Remote Desktop', 3389, list), false);
    equal(opens('3389:UDP:*:Enabled:Remote Desktop', 3389, list), false);
    equal(opens('13389:TCP:*:Enabled:x', 3389, list), false);
  });
});
