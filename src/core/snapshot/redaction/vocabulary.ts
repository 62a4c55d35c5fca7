// Words that name no one: those of Windows' own keys, values, events, services and accounts. A server that is called like one of them is
// renamed where its name is asked for, and is left alone inside other texts, where the word is almost always Windows' own.

import { events } from '../../rdp/events';
import { keyFacts } from '../../rdp/facts/keyFacts';
import { once } from '../../rdp/once';
import { policies } from '../../rdp/policies';
import { allSettings } from '../../rdp/settingTable';

const ofWindows =
  'windows system system32 syswow64 program programs files programdata users public default all local localhost network service services server servers host hosts client remote desktop ' +
  'admin administrator administrators guest guests user group groups domain domains workgroup authority builtin everyone nt dll exe svchost lsass termsrv termservice umrdpservice ' +
  'sessionenv certpropsvc mpssvc console rdp rdp-tcp tcp udp any localsubnet cn ou dc com net org edu gov int lan local internal intern example test invalid localdomain home arpa www ' +
  'microsoft security error failed access denied timeout state status name true false yes no null none';

const words = once((): ReadonlySet<string> => {
  const texts = [
    ofWindows,
    ...allSettings().flatMap(({ place }) => [place.path, place.name]),
    ...policies().map(({ key }) => key),
    ...keyFacts.map(({ path }) => path),
    ...events().flatMap(({ provider, otherNames, log }) => [provider, ...otherNames, log]),
  ];
  return new Set(texts.flatMap((text) => [text.toLowerCase(), ...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]));
});

export function isWordOfWindows(text: string): boolean {
  return words().has(text.toLowerCase());
}

/** `session` in `SessionEnv`. */
export function isInWordOfWindows(text: string): boolean {
  const lower = text.toLowerCase();
  return [...words()].some((word) => word.includes(lower));
}

/** Top-level and private domains: what stands behind the name of an organisation. */
export function isCommonLabel(label: string): boolean {
  return /^(?:com|net|org|edu|gov|int|lan|local|internal|intern|example|test|invalid|localdomain|home|arpa|[a-z]{2})$/i.test(label);
}

/** Accounts every Windows has, in the languages that do not translate them and the two most common that do. */
export function isAccountOfWindows(account: string): boolean {
  return /^(?:local ?system|system|(?:nt[ -]autorit\S*|nt authority|autorit\S* nt|nt service|builtin|vordefiniert|window manager|iis apppool|font driver host)\\.*)$/i.test(account);
}
