// The user rights of Windows under the names a template uses, to tell a slip from a right of a Windows to come. Names: Microsoft, User
// Rights Assignment; Account Rights Constants; Privilege Constants. What a right does is in rdp/facts/userRights.ts.

import { editDistance } from '../../text/editDistance';

const logonRights = ['Interactive', 'Network', 'Batch', 'Service', 'RemoteInteractive'].flatMap((kind) => [`Se${kind}LogonRight`, `SeDeny${kind}LogonRight`]);

const privileges = [
  'AssignPrimaryToken', 'Audit', 'Backup', 'ChangeNotify', 'CreateGlobal', 'CreatePagefile', 'CreatePermanent', 'CreateSymbolicLink', 'CreateToken', 'Debug',
  'DelegateSessionUserImpersonate', 'EnableDelegation', 'Impersonate', 'IncreaseBasePriority', 'IncreaseQuota', 'IncreaseWorkingSet', 'LoadDriver', 'LockMemory',
  'MachineAccount', 'ManageVolume', 'ProfileSingleProcess', 'Relabel', 'RemoteShutdown', 'Restore', 'Security', 'Shutdown', 'SyncAgent', 'SystemEnvironment',
  'SystemProfile', 'Systemtime', 'TakeOwnership', 'Tcb', 'TimeZone', 'TrustedCredManAccess', 'Undock', 'UnsolicitedInput',
].map((name) => `Se${name}Privilege`);

const known: readonly string[] = [...logonRights, ...privileges];
const lower: ReadonlySet<string> = new Set(known.map((name) => name.toLowerCase()));
const SLIPS = 2;
/** A longer line is no name of a right, and is not worth comparing. */
const LONGEST = 60;

/** The right somebody plainly meant, where there is none of this name. */
export type MeantRight = (written: string) => string | undefined;

/** For one reading: it remembers names, because a file that has one wrong often has it many times. */
export function meantRights(): MeantRight {
  const seen = new Map<string, string | undefined>();
  return (written) => {
    const name = written.toLowerCase();
    if (name.length > LONGEST || !name.startsWith('se') || lower.has(name)) return undefined;
    if (!seen.has(name)) seen.set(name, known.find((right) => editDistance(name, right.toLowerCase(), SLIPS) !== undefined));
    return seen.get(name);
  };
}
