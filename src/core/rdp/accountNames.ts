// Accounts and groups that every Windows has, under their English names as templates and reports spell them, and names that are a gap in a
// template and nobody's account. A translated name is left as it is: never a guess. Names and SIDs: Microsoft, Well-known SIDs.

export const EVERYONE = 'S-1-1-0';
export const CONSOLE_LOGON = 'S-1-2-1';
export const GUESTS = 'S-1-5-32-546';

const sids: ReadonlyMap<string, string> = new Map([
  ['everyone', EVERYONE],
  ['console logon', CONSOLE_LOGON],
  ['authenticated users', 'S-1-5-11'],
  ['local account', 'S-1-5-113'],
  ['local account and member of administrators group', 'S-1-5-114'],
  ['administrators', 'S-1-5-32-544'],
  ['users', 'S-1-5-32-545'],
  ['guests', GUESTS],
  ['remote desktop users', 'S-1-5-32-555'],
]);

const names: ReadonlyMap<string, string> = new Map([...sids].map(([name, sid]) => [sid, name.replace(/(?:^| )(?!and |of )./g, (first) => first.toUpperCase())]));

/** The SID where the name is one that every Windows has, with or without the authority in front; else the name in lower case. */
export function accountIdentity({ sid, name }: { readonly sid: string | undefined; readonly name: string | undefined }): string {
  if (sid !== undefined) return sid.toUpperCase();
  const lower = (name ?? '').toLowerCase();
  return sids.get(lower.replace(/^(?:builtin|nt authority)\\/, '')) ?? lower;
}

/** For people: the English name of a well-known SID, anything else as it is. */
export function accountName(identity: string): string {
  return names.get(identity) ?? identity;
}

// No account may have an angle bracket in its name, and no group is called yours.
const GAP = /[<>]|\byour\b|\bplaceholder\b|\bchange[ _-]?me\b|^(?:todo|tbd|x{3,})$/i;

/** "ADD YOUR DOMAIN ADMINS" and its like: somebody was to fill this in. */
export function isPlaceholder(name: string): boolean {
  return GAP.test(name);
}
