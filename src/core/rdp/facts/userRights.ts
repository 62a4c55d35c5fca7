// Who may log on through Remote Desktop: the rights, and the accounts by their identifiers, because names are translated. Sources:
// Microsoft, Allow log on through Remote Desktop Services; security templates of real backups; security baselines.

import type { Sourced } from './fact';

export interface UserRight extends Sourced {
  /** As a security template names it. */
  readonly id: string;
  readonly title: string;
  /** Identifiers of those who have it on a fresh system. */
  readonly standard?: { readonly member: readonly string[]; readonly domainController: readonly string[] };
  readonly note: string;
}

export interface Principal extends Sourced {
  readonly sid: string;
  readonly name: string;
  readonly localised?: Readonly<Record<string, string>>;
}

const rights = 'Microsoft, Allow log on through Remote Desktop Services';

export const userRights = [
  {
    id: 'SeRemoteInteractiveLogonRight',
    title: 'Allow log on through Remote Desktop Services',
    standard: { member: ['S-1-5-32-544', 'S-1-5-32-555'], domainController: ['S-1-5-32-544'] },
    note: 'Counts from the next logon. A user also needs access to the listener, which Administrators and Remote Desktop Users have.',
    source: rights,
    confidence: 'H',
  },
  {
    id: 'SeDenyRemoteInteractiveLogonRight',
    title: 'Deny log on through Remote Desktop Services',
    note: 'Wins over the right. Baselines add local accounts and guests, which locks local accounts out.',
    source: 'Microsoft, Allow log on through Remote Desktop Services; security baselines',
    confidence: 'H',
  },
  { id: 'SeNetworkLogonRight', title: 'Access this computer from the network', note: 'Needed for network level authentication.', source: 'MSRD-Collect', confidence: 'M' },
  { id: 'SeDenyNetworkLogonRight', title: 'Deny access to this computer from the network', note: 'Refuses network level authentication.', source: 'MSRD-Collect', confidence: 'M' },
] as const satisfies readonly UserRight[];

export const principals = [
  {
    sid: 'S-1-5-32-555',
    name: 'Remote Desktop Users',
    localised: { 'de-de': 'Remotedesktopbenutzer', 'es-es': 'Usuarios de escritorio remoto', 'fr-fr': 'Utilisateurs du Bureau à distance' },
    source: 'security templates of real backups',
    confidence: 'H',
  },
  { sid: 'S-1-5-32-544', name: 'Administrators', source: 'security templates of real backups', confidence: 'H' },
  { sid: 'S-1-5-32-546', name: 'Guests', source: 'security templates of real backups', confidence: 'H' },
  { sid: 'S-1-5-113', name: 'Local account', source: 'security baselines', confidence: 'H' },
  { sid: 'S-1-5-114', name: 'Local account and member of Administrators', source: 'security baselines', confidence: 'H' },
  { sid: 'S-1-1-0', name: 'Everyone', source: 'security templates of real backups', confidence: 'H' },
] as const satisfies readonly Principal[];
