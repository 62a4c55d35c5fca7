// What the fallback asks of the event logs with `wevtutil`. The kinds the collector asks for (src/collector/collect.ps1), with those that
// come in floods asked for apart from the others: `wevtutil` counts a whole answer, not each kind in it.

export interface EventQuestion {
  readonly channel: string;
  readonly provider: string;
  readonly ids?: readonly number[];
  /** All but these, which are asked for apart. */
  readonly except?: readonly number[];
  /** Messages of the service control manager: only those about our services count. */
  readonly services?: true;
  /** CAPI2 writes down successes too: only failures count. */
  readonly faults?: true;
}

const ts = 'Microsoft-Windows-TerminalServices';
const core = 'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS';
const lifeOfSessions = [21, 22, 23, 24, 25, 39, 40, 41, 42];
const connections = [261, 1149];

export const eventQuestions: readonly EventQuestion[] = [
  { channel: 'System', provider: `${ts}-RemoteConnectionManager` },
  { channel: 'System', provider: 'TermService' },
  { channel: 'System', provider: 'TermDD' },
  { channel: 'System', provider: 'Schannel', ids: [36870, 36871, 36872, 36886] },
  { channel: 'System', provider: 'Schannel', ids: [36874, 36880, 36887, 36888] },
  { channel: 'System', provider: 'Service Control Manager', ids: [7000, 7001, 7009, 7011, 7022, 7023, 7024, 7031, 7032, 7034, 7038, 7041], services: true },
  { channel: 'System', provider: 'Service Control Manager', ids: [7036, 7040], services: true },
  { channel: 'System', provider: 'TermServLicensing' },
  { channel: 'System', provider: 'Microsoft-Windows-Kernel-Power', ids: [41, 42] },
  { channel: `${ts}-RemoteConnectionManager/Operational`, provider: `${ts}-RemoteConnectionManager`, except: connections },
  { channel: `${ts}-RemoteConnectionManager/Operational`, provider: `${ts}-RemoteConnectionManager`, ids: connections },
  { channel: `${ts}-RemoteConnectionManager/Admin`, provider: `${ts}-RemoteConnectionManager` },
  { channel: `${ts}-LocalSessionManager/Operational`, provider: `${ts}-LocalSessionManager`, except: lifeOfSessions },
  { channel: `${ts}-LocalSessionManager/Operational`, provider: `${ts}-LocalSessionManager`, ids: lifeOfSessions },
  { channel: `${core}/Operational`, provider: core, ids: [67, 97, 99, 105, 129, 135, 136, 138, 139, 153] },
  { channel: `${core}/Operational`, provider: core, ids: [102, 103, 131, 140, 142, 143, 227] },
  { channel: `${ts}-Licensing/Operational`, provider: `${ts}-Licensing` },
  { channel: `${ts}-Licensing/Admin`, provider: `${ts}-Licensing` },
  { channel: 'Microsoft-Windows-CAPI2/Operational', provider: 'Microsoft-Windows-CAPI2', ids: [11, 30, 41, 70], faults: true },
];

export const channels: readonly string[] = Array.from(new Set(eventQuestions.map(({ channel }) => channel)));

/** Of one answer, so that the newest events of every question fit into the limit of the run. */
export const mostOfOneAnswer = 500;

/** XPath as the event log takes it. */
export function queryOf({ provider, ids, except = [] }: EventQuestion, days: number): string {
  const chosen = ids === undefined ? '' : ` and (${ids.map((id) => `EventID=${id}`).join(' or ')})`;
  const left = except.map((id) => ` and EventID!=${id}`).join('');
  return `*[System[Provider[@Name='${provider}'] and TimeCreated[timediff(@SystemTime) <= ${days * 86_400_000}]${chosen}${left}]]`;
}
