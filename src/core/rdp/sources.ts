// Where the documents behind the table of settings can be read. Rows name documents; this table knows their addresses. It has only
// addresses of Microsoft's own pages, found under exactly these names, and no language in them: the site picks the reader's. A file,
// an export or a template of Windows is no page, and a document whose address is not certain stays text.

const LEARN = 'https://learn.microsoft.com';
const SERVER = `${LEARN}/troubleshoot/windows-server/remote`;
const AZURE = `${LEARN}/troubleshoot/azure/virtual-machines/windows`;

const pages: ReadonlyMap<string, string> = new Map([
  ['Microsoft, article 329896', `${SERVER}/client-not-connect-to-terminal-server`],
  ['Microsoft, article 555382', `${SERVER}/cant-establish-remote-desktop-session`],
  ['Microsoft, article 2477023', `${SERVER}/remote-desktop-disconnected`],
  ['Microsoft, article 2477176', `${SERVER}/troubleshoot-remote-desktop-disconnected-errors`],
  ['Microsoft, article 2844958', `${SERVER}/rds-client-not-connect-to-rd-session-host-server`],
  ['Microsoft, Cannot connect to RDS because no license servers are available', `${SERVER}/cannot-connect-rds-no-license-server`],
  ['Microsoft, Cannot connect with RDP to a VM in Azure', `${AZURE}/cannot-connect-rdp-azure-vm`],
  ['Microsoft, Change the listening port for Remote Desktop', `${LEARN}/windows-server/remote/remote-desktop-services/clients/change-listening-port`],
  ['Microsoft, CredSSP encryption oracle remediation', `${AZURE}/credssp-encryption-oracle-remediation`],
  ['Microsoft, Protocols in TLS/SSL (Schannel SSP)', `${LEARN}/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-`],
  ['Microsoft, Remote Connection Manager changes in Windows Server 2016', `${SERVER}/remote-connection-manager-changes`],
  ['Microsoft, Remote Desktop licensing mode is not configured', `${SERVER}/remote-desktop-licensing-mode-not-configured-warning`],
  ['Microsoft, Remote Desktop listener certificate configurations', `${SERVER}/remote-desktop-listener-certificate-configurations`],
  [
    'Microsoft, System cryptography: Use FIPS compliant algorithms',
    `${LEARN}/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/system-cryptography-use-fips-compliant-algorithms-for-encryption-hashing-and-signing`,
  ],
  ['Microsoft, Troubleshoot an RDP general error in an Azure VM', `${AZURE}/troubleshoot-rdp-general-error`],
  ['Microsoft, Troubleshoot RDP issues by event id', `${AZURE}/event-id-troubleshoot-vm-rdp-connecton`],
  ['Microsoft, Troubleshoot Remote Desktop Services issues in an Azure VM', `${AZURE}/troubleshoot-remote-desktop-services-issues`],
]);

/** A WMI class of Remote Desktop; a member of it is on the page of its class. */
const WMI_CLASS = /^(Win32_T\w+)(?:\.\w+)?$/;

export interface SourcePart {
  readonly name: string;
  /** Undefined where there is no page, or none that is certain. */
  readonly address: string | undefined;
}

function addressOf(name: string): string | undefined {
  const [, wmiClass] = WMI_CLASS.exec(name) ?? [];
  return wmiClass === undefined ? pages.get(name) : `${LEARN}/windows/win32/termserv/${wmiClass.toLowerCase().replace('_', '-')}`;
}

/** The documents of a row's `source`, in its order; joined with "; " again they are the source. */
export function sourceParts(source: string): readonly SourcePart[] {
  return source.split('; ').map((name) => ({ name, address: addressOf(name) }));
}
