// Stand-ins for what names somebody: the same for the same name everywhere, in any case, numbered in the order in which names appear, so
// that a redacted snapshot redacts to itself. Known names are sought in every text; addresses, SIDs and thumbprints wherever they stand.

import { isIpv4, isIpv6 } from '../../listener/ipAddress';
import { addressPattern, addressStandIn, isMachineAddress, scopeOf } from './addresses';
import { isAccountOfWindows, isCommonLabel, isInWordOfWindows, isWordOfWindows } from './vocabulary';

export interface StandIns {
  /** A computer by its NetBIOS name, DNS name or address. */
  host(name: string): string;
  /** A domain by its DNS or NetBIOS name. */
  domain(name: string): string;
  /** `DOMAIN\name`, `name@domain`, `name`. */
  account(name: string): string;
  /** Anything else that names: parts of a certificate's subject, of a path. */
  name(text: string): string;
  gpo(text: string): string;
  /** The stand-in this name has already. */
  of(name: string): string | undefined;
  /** Another name of the same thing. */
  alias(name: string, standIn: string): void;
  /** A text with everything known replaced. */
  text(text: string): string;
}

const LONG = 6;
const SHORTEST = 3;
const sidPattern = 'S-1-5-21(?:-\\d+){3,}|S-1-12-1(?:-\\d+){4,}';
// As the registry has it, and as a certificate's window shows it.
const thumbprintPattern = '(?<![\\da-f])(?:[\\da-f]{40}|[\\da-f]{2}(?:[ :-][\\da-f]{2}){19})(?![\\da-f])';
// The id of the machine, in the names of its key files.
const keyFilePattern = '(?<=[\\da-f]{32}_)[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const profilePattern = '(?<=(?:users|documents and settings)[\\\\/])[^\\\\/:*?"<>|\\r\\n]+';
const sharePattern = '(?<=(?<!\\\\)\\\\\\\\)[\\w.-]+(?=\\\\\\w)';
const fixed = `(?<sid>${sidPattern})|(?<address>${addressPattern})|(?<thumbprint>${thumbprintPattern})|(?<keyFile>${keyFilePattern})|(?<profile>${profilePattern})|(?<share>${sharePattern})`;

/** What has a stand-in already, by its name in lower case. */
interface Ledger {
  readonly known: ReadonlyMap<string, string>;
  /** The same for addresses, SIDs and thumbprints, which are found by their shape and not by their name. */
  readonly codes: ReadonlyMap<string, string>;
  readonly onceCode: (code: string, make: () => string) => string;
  readonly once: (name: string, make: () => string) => string;
  readonly next: (kind: string) => number;
}

function createLedger(): Ledger {
  const known = new Map<string, string>();
  const codes = new Map<string, string>();
  const counts = new Map<string, number>();
  const onceIn = (all: Map<string, string>) => (name: string, make: () => string): string => {
    const key = name.toLowerCase();
    const found = all.get(key);
    if (found !== undefined) return found;
    const made = make();
    all.set(key, made);
    return made;
  };
  return {
    known,
    codes,
    once: onceIn(known),
    onceCode: onceIn(codes),
    next: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count;
    },
  };
}

export function createStandIns(): StandIns {
  const ledger = createLedger();
  const { known, once, next } = ledger;
  const search = createSearch(known);

  const domain = (written: string): string => {
    const name = written.trim().replace(/\.$/, '');
    if (name === '' || /^workgroup$/i.test(name)) return written;
    const labels = name.split('.').filter((label) => label !== '' && !isCommonLabel(label));
    if (labels.length === 0) return 'example';
    const first = once(labels[0] ?? name, () => `domain-${next('domain')}`);
    for (const label of labels.slice(1)) once(label, () => `domain-${next('domain')}`);
    return name.includes('.') ? once(name, () => `${first}.example`) : first;
  };
  const host = (written: string): string => {
    const name = written.trim().replace(/\.$/, '');
    if (name === '') return written;
    if (isIpv4(name) || isIpv6(name)) return addressOf(name, ledger);
    const dot = name.indexOf('.');
    const label = dot < 0 ? name : name.slice(0, dot);
    const own = once(label.replace(/\$$/, ''), () => `host-${next('host')}`);
    return dot < 0 ? own : once(name, () => `${own}.${domain(name.slice(dot + 1))}`);
  };
  const plainName = (name: string): string => (name.trim() === '' ? name : once(name, () => `name-${next('name')}`));
  const account = (written: string): string => {
    if (written === '' || isAccountOfWindows(written)) return written;
    if (/^S-1-/i.test(written)) return text(written);
    const slash = written.indexOf('\\');
    if (slash >= 0) {
      const authority = written.slice(0, slash);
      return `${authority === '.' ? authority : (known.get(authority.toLowerCase()) ?? domain(authority))}\\${plainName(written.slice(slash + 1))}`;
    }
    const at = written.indexOf('@');
    return at < 0 ? plainName(written) : `${plainName(written.slice(0, at))}@${domain(written.slice(at + 1))}`;
  };
  const profile = (name: string): string => {
    if (/^(?:public|default|default user|all users|\.net.*|.*service)$/i.test(name)) return name;
    const [, person = name, rest = ''] = /^(.+?)(\.[^.]+)?$/.exec(name) ?? [];
    return plainName(person) + (rest === '' ? '' : text(rest));
  };
  const text = (given: string): string =>
    search(given, (kind, whole) => {
      switch (kind) {
        case 'sid':
          return sidStandIn(whole, ledger);
        case 'address':
          return addressOf(whole, ledger);
        case 'thumbprint':
          return thumbprintStandIn(whole, ledger);
        case 'keyFile':
          return ledger.onceCode(whole, () => `00000000-0000-0000-0000-${String(next('key file')).padStart(12, '0')}`);
        case 'profile':
          return profile(whole);
        case 'share':
          return /^(?:\?|\.|localhost)$/.test(whole) ? whole : host(whole);
        case 'name':
          return known.get(whole.toLowerCase()) ?? 'name-0';
      }
    });

  const gpo = (name: string): string => once(name, () => `gpo-${next('gpo')}`);
  return { host, domain, account, name: plainName, gpo, of: (name) => known.get(name.toLowerCase()) ?? ledger.codes.get(name.toLowerCase()), alias: (name, standIn) => void once(name, () => standIn), text };
}

function addressOf(text: string, { onceCode, next }: Ledger): string {
  if (!isMachineAddress(text)) return text;
  const plain = text.replace(/%.*$/, '');
  return onceCode(plain, () => addressStandIn(plain, next(plain.includes(':') ? 'v6' : 'v4'))) + scopeOf(text);
}

function sidStandIn(text: string, { onceCode: once, next }: Ledger): string {
  const parts = text.split('-');
  const numbered = (times: number): string => {
    const part = `-${next(`sid ${times}`)}`;
    return part.repeat(times);
  };
  if (parts[2] === '12') return once(text, () => `S-1-12-1${numbered(4)}`);
  const machine = once(parts.slice(0, 7).join('-'), () => `S-1-5-21${numbered(3)}`);
  const rid = parts.slice(7).join('-');
  if (rid === '') return machine;
  // Below 1000 the number says who it is in every domain: 500, 512, 513.
  return Number(rid) < 1000 ? `${machine}-${rid}` : once(text, () => `${machine}-${1000 + next(`rid ${machine}`)}`);
}

function thumbprintStandIn(written: string, { onceCode, next }: Ledger): string {
  const text = written.replace(/[ :-]/g, '');
  if (/^0*$/.test(text)) return written;
  const standIn = onceCode(text, () => next('thumbprint').toString(16).padStart(40, '0').toUpperCase());
  return text === text.toLowerCase() ? standIn.toLowerCase() : standIn;
}

type Kind = 'sid' | 'address' | 'thumbprint' | 'keyFile' | 'profile' | 'share' | 'name';
const kinds = ['sid', 'address', 'thumbprint', 'keyFile', 'profile', 'share', 'name'] as const satisfies readonly Kind[];

type Replace = (kind: Kind, whole: string) => string;

/** One pass over a text, so that no stand-in is replaced again. The pattern is made anew when there are new names. */
function createSearch(known: ReadonlyMap<string, string>): (text: string, replace: Replace) => string {
  const made: { pattern: RegExp; names: number } = { pattern: /$^/u, names: -1 };
  const pattern = (): RegExp => {
    if (made.names === known.size) return made.pattern;
    const names = [...known.keys()].filter((name) => name.length >= SHORTEST && !isWordOfWindows(name));
    const sought = names.toSorted((a, b) => b.length - a.length).map((name) => bounded(name));
    made.pattern = new RegExp([fixed, ...(sought.length === 0 ? [] : [`(?<name>${sought.join('|')})`])].join('|'), 'giu');
    made.names = known.size;
    return made.pattern;
  };
  return (text, replace) =>
    text.replace(pattern(), (...match: readonly unknown[]) => {
      const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
      const whole = String(match[0]);
      const kind = kinds.find((one) => groups[one] !== undefined);
      return kind === undefined ? whole : replace(kind, whole);
    });
}

/** Short names, and those that are a part of a word of Windows, are sought as whole words, others anywhere: `backupRDS01` names RDS01. */
function bounded(name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return name.length >= LONG && !isInWordOfWindows(name) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}
