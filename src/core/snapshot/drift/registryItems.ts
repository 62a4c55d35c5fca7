// Registry values and their keys as things to compare, decoded as a hover does. A key that was denied, cut off or of a user who was not
// logged on has lost nothing: that is told as not seen. Not compared: what changes with every logon.

import { dataText } from '../../language/dataText';
import { message, type Message } from '../../messages/message';
import { findSetting, type KnownPlace } from '../../rdp/lookup';
import { findHive } from '../../registry/hives';
import type { RegistryKey } from '../../registry/place';
import { dwordOf, hexText, typeName } from '../../registry/valueData';
import { valueDataOf } from '../observations';
import type { PolicySourcesSeen } from '../policySourcesSeen';
import type { RegistryKeySeen, RegistrySeen, RegistryValueSeen } from '../registrySeen';
import type { SectionGap } from '../snapshot';
import { plain, type Item, type Items } from './item';

// The session at the console: another number after every logon there.
const volatile: ReadonlySet<string> = new Set(['glassSessionId']);

export function registryItems({ keys }: RegistrySeen, unseen: readonly SectionGap[], byTools: boolean): Items {
  const seen = new Map(keys.map((key) => [key.key.toLowerCase(), key]));
  const users = new Set(keys.flatMap(({ key }) => userOf(key) ?? []));
  const items = keys.filter(({ state }) => state === 'present').flatMap(keyItems);
  const misses = ({ id }: Item): Message | undefined => {
    const [key = ''] = id.split('\n');
    const user = userOf(key);
    if (user !== undefined && !users.has(user)) return message('comparison.key.notLoaded');
    const here = seen.get(key);
    if (here?.state === 'denied' || deniedAbove(seen, key)) return message('comparison.key.denied');
    // What a fallback left out, it may not have asked for.
    if (here === undefined && byTools) return message('comparison.notSeen', 'notAsked', '');
    const gap = unseen.find(({ what }) => what.toLowerCase() === `keys.${id.replace('\n', '\\')}` || (here === undefined && what === 'keys'));
    return gap === undefined ? undefined : message('comparison.notSeen', gap.reason, gap.detail);
  };
  return { items, misses };
}

function userOf(key: string): string | undefined {
  return /^hkey_users\\([^\\]+)/i.exec(key)?.[1]?.toLowerCase();
}

function deniedAbove(seen: ReadonlyMap<string, RegistryKeySeen>, key: string): boolean {
  for (let end = key.lastIndexOf('\\'); end > 0; end = key.lastIndexOf('\\', end - 1)) {
    if (seen.get(key.slice(0, end))?.state === 'denied') return true;
  }
  return false;
}

function keyItems({ key: spelled, values }: RegistryKeySeen): readonly Item[] {
  const label = message('comparison.key', spelled);
  const key = keyOf(spelled);
  const whole = message('comparison.present');
  const itself: Item = { id: spelled.toLowerCase(), fact: `key:${spelled}`, label, symptom: null, whole, parts: {} };
  return [itself, ...values.flatMap((value) => valueItem(spelled, key, value))];
}

function keyOf(spelled: string): RegistryKey | undefined {
  const end = spelled.indexOf('\\');
  const hive = findHive(end < 0 ? spelled : spelled.slice(0, end));
  if (hive === undefined || end < 0) return undefined;
  const path = spelled.slice(end + 1);
  // A loaded user is the current one of its own session.
  return hive === 'HKEY_USERS' ? { hive: 'HKEY_CURRENT_USER', path: path.replace(/^[^\\]*\\?/, '') } : { hive, path };
}

function valueItem(spelled: string, key: RegistryKey | undefined, value: RegistryValueSeen): readonly Item[] {
  const known = key === undefined ? undefined : findSetting({ key, name: value.name });
  if (known !== undefined && volatile.has(known.setting.id)) return [];
  const name = value.name === '' ? '@' : value.name;
  const label = message('comparison.value', spelled, name);
  const told = valueText(value, known);
  return [
    {
      id: `${spelled}\n${value.name}`.toLowerCase(),
      fact: `value:${spelled}\\${value.name}`,
      label,
      symptom: known?.setting.symptom ?? null,
      whole: told,
      parts: { data: { label, value: told } },
    },
  ];
}

function valueText(value: RegistryValueSeen, known: KnownPlace | undefined): Message {
  const data = valueDataOf(value);
  if (data === undefined) return message('comparison.bytes', typeName(value.type), String(value.length));
  const number = dwordOf(data);
  const meaning = number === undefined ? undefined : known === undefined ? undefined : choiceOf(known, number);
  if (number === undefined || meaning === undefined) return dataText(data);
  return message('comparison.number', typeName(data.type), `0x${hexText(data.bytes.toReversed())}`, String(number), meaning);
}

function choiceOf({ domain }: KnownPlace, number: number): string | undefined {
  const choices = domain.kind === 'choices' ? domain.choices : domain.kind === 'range' ? (domain.special ?? []) : [];
  return choices.find(({ value }) => value === number)?.meaning;
}

/** The GPO that wins for each value. */
export function policySourceItems({ sources }: PolicySourcesSeen): Items {
  const winners = sources.filter(({ precedence, deleted }) => precedence === 1 && !deleted);
  const items = winners.map(({ key: spelled, name, gpoId, gpoName }): Item => {
    const key = keyOf(spelled);
    const label = message('comparison.gpo', spelled, name);
    const whole = message('comparison.text', gpoName ?? gpoId);
    const symptom = (key === undefined ? undefined : findSetting({ key, name }))?.setting.symptom ?? null;
    return { id: `${spelled}\n${name}`.toLowerCase(), fact: `value:${spelled}\\${name}`, label, symptom, whole, parts: { gpo: { label, value: plain(gpoName ?? gpoId) } } };
  });
  return { items, misses: () => undefined };
}
