// RDP's own encryption, from what servers answer to an MCS Connect Initial: the level, and the methods they take. One request that offers
// every method tells the level; which methods a server takes at "client compatible" only single offers tell. [MS-RDPBCGR] 5.3.2.

import { encryptionLevel, encryptionMethod } from '../rdp/wireCodes';
import type { Exchange, Further } from './answer';
import type { NativeEncryption } from './verdictDetails';

type EncryptionLevel = NativeEncryption['level'];
type EncryptionMethod = NativeEncryption['methods'][number];

const methods: readonly (readonly [number, EncryptionMethod])[] = [
  [encryptionMethod['40-bit'], '40'],
  [encryptionMethod['56-bit'], '56'],
  [encryptionMethod['128-bit'], '128'],
  [encryptionMethod.FIPS, 'fips'],
];

const levels: ReadonlyMap<number, EncryptionLevel> = new Map([
  [encryptionLevel.none, 'none'],
  [encryptionLevel.low, 'low'],
  [encryptionLevel['client compatible'], 'clientCompatible'],
  [encryptionLevel.high, 'high'],
  [encryptionLevel.FIPS, 'fips'],
]);

const everyMethod = methods.reduce((all, [bit]) => all | bit, 0);

type Native = Extract<Further, { readonly kind: 'native' }>;

/** Null where no server said so: not asked, refused, or a level that has no name. */
export function nativeEncryption(exchanges: readonly Exchange[]): NativeEncryption | null {
  const told = nativesOf(exchanges).flatMap(({ answer }) => (answer.kind === 'connectResponse' && answer.security !== null ? [answer.security] : []));
  const level = levels.get(told[0]?.level ?? -1);
  if (level === undefined) return null;
  return { level, methods: methods.flatMap(([bit, name]) => (told.some(({ method }) => method === bit) ? [name] : [])) };
}

/** The methods to offer next; undefined where nothing more is worth a connection. `everyMethodAlone`: not only all of them at once. */
export function nextNativeMethods(exchanges: readonly Exchange[], everyMethodAlone: boolean): number | undefined {
  const natives = nativesOf(exchanges);
  if (natives.length === 0) return everyMethod;
  const level = nativeEncryption(exchanges)?.level;
  if (!everyMethodAlone || level === undefined || level === 'none') return undefined;
  const told = new Set(natives.map(({ answer }) => (answer.kind === 'connectResponse' ? answer.security?.method : undefined)));
  return methods.find(([bit]) => !told.has(bit) && !natives.some(({ offered }) => offered === bit))?.[0];
}

function nativesOf(exchanges: readonly Exchange[]): readonly Native[] {
  return exchanges.flatMap(({ further }) => (further?.kind === 'native' ? [further] : []));
}
