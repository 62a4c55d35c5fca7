// What the steps inside TLS prove: which versions the server offers, what it would speak, and which certificates it shows. One ClientHello
// asks for versions up to one, and the server answers with the highest it has of those: so a few of them find all. Judged from our own
// hellos and not from the library's handshake, which refuses what it thinks too old; a server that has TLS 1.3 alone shows its
// certificate to a handshake only.

import type { Exchange, Further, HelloAnswer, TlsStep } from './answer';
import type { PresentedCertificate } from './certificate';
import { cipherSuiteName } from './tls/cipherSuites';
import { tlsVersions, type TlsVersion } from './tls/tlsVersion';
import type { TlsSeen, Unreadable } from './verdictDetails';

type Asked = Extract<Further, { readonly kind: 'hello' }>['highest'];
type Hello = Extract<Further, { readonly kind: 'hello' }>;
type Handshake = Extract<Further, { readonly kind: 'handshake' }>;

const protocolVersion = 70;

const asked: readonly Asked[] = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];
const oldestOf = (version: Asked): number => asked.indexOf(version);

/** Null where no connection got as far as TLS. */
export function tlsSeen(exchanges: readonly Exchange[]): TlsSeen | null {
  const hellos = hellosOf(exchanges);
  const handshakes = handshakesOf(exchanges);
  if (hellos.length === 0 && handshakes.length === 0) return null;
  const offered = new Set(offeredBy(hellos, handshakes));
  const refused = new Set(refusedBy(hellos, offered.size > 0 ? refusingBesideOthers : refusing));
  const chains = [...hellos.map(({ answer }) => chainOf(answer)), ...handshakes.map(({ outcome }) => (outcome.kind === 'secured' ? outcome.chain : []))];
  const chain = chains.find(({ length }) => length > 0) ?? [];
  return {
    versions: tlsVersions.filter((version) => offered.has(version)),
    refused: tlsVersions.filter((version) => refused.has(version) && !offered.has(version)),
    cipherSuite: cipherSuiteOf(hellos, handshakes),
    chain,
    otherCertificates: othersThan(chain[0], chains),
    unreadable: chain.length > 0 ? null : whyNone(hellos, handshakes),
  };
}

/** Whether CredSSP was reached inside TLS, whatever came of it. */
export function challengeAsked(exchanges: readonly Exchange[]): boolean {
  return handshakesOf(exchanges).some(({ challenge }) => challenge !== null);
}

/** The next step inside TLS that is worth a connection; undefined where none is left. `everyVersion`: not only the newest below 1.3. */
export function nextTlsStep(exchanges: readonly Exchange[], everyVersion: boolean): TlsStep | undefined {
  const hellos = hellosOf(exchanges);
  // Whoever was silent once is not made to be silent again.
  if (hellos.some(({ answer }) => answer.kind === 'timeout' || isCut(answer))) return undefined;
  const highest = nextHello(hellos, everyVersion);
  if (highest !== undefined) return { kind: 'hello', highest };
  return mayHaveOnlyNewest(hellos) && handshakesOf(exchanges).length === 0 ? { kind: 'handshake', challenge: false } : undefined;
}

/** The flight stopped behind the ServerHello, with nothing shown. */
function isCut(answer: HelloAnswer): boolean {
  return answer.kind === 'serverHello' && answer.version !== 'TLSv1.3' && !answer.whole && answer.chain.length === 0;
}

function nextHello(hellos: readonly Hello[], everyVersion: boolean): Asked | undefined {
  const known = (version: Asked): boolean => hellos.some(({ highest }) => highest === version);
  const [first] = hellos;
  if (first === undefined) return 'TLSv1.2';
  // An alert says what the server thinks of the version; a close may be how a very old one meets a number it does not know.
  if (first.answer.kind === 'closed' && !known('TLSv1.0')) return 'TLSv1.0';
  if (!everyVersion) return undefined;
  if (!known('TLSv1.3')) return 'TLSv1.3';
  const lowest = Math.min(...hellos.map(({ highest, answer }) => lowestTold(highest, answer)));
  return asked[lowest - 1];
}

/** The place in {@link asked} below which an answer tells nothing. */
function lowestTold(highest: Asked, answer: HelloAnswer): number {
  if (highest === 'TLSv1.3') return oldestOf('TLSv1.3');
  // Only protocol_version says that nothing below is there either: a server that has it answers with it.
  if (answer.kind === 'alert') return answer.description === protocolVersion ? 0 : oldestOf(highest);
  if (answer.kind !== 'serverHello') return oldestOf(highest) === 0 ? 0 : 1;
  return Math.max(0, tlsVersions.indexOf(answer.version) - 1);
}

// With TLS 1.3 alone a server turns the hello for older versions down, and shows its certificate to a whole handshake.
function mayHaveOnlyNewest(hellos: readonly Hello[]): boolean {
  return hellos.every(({ highest, answer }) => highest === 'TLSv1.3' || answer.kind === 'alert' || answer.kind === 'closed');
}

function offeredBy(hellos: readonly Hello[], handshakes: readonly Handshake[]): readonly TlsVersion[] {
  const told = hellos.flatMap(({ answer }) => (answer.kind === 'serverHello' ? [answer.version] : []));
  const spoken = handshakes.flatMap(({ outcome }) => (outcome.kind === 'secured' ? [versionNamed(outcome.protocol)] : []));
  return [...told, ...spoken.filter((version) => version !== undefined)];
}

/** The library leaves out the zero of TLS 1.0. */
function versionNamed(protocol: string): TlsVersion | undefined {
  return tlsVersions.find((version) => version === protocol || version === `${protocol}.0`);
}

/** What lies between the version that was asked for and the one that was answered is not there. */
function refusedBy(hellos: readonly Hello[], alerts: readonly number[]): readonly TlsVersion[] {
  return hellos.flatMap(({ highest, answer }) => {
    if (answer.kind === 'alert' && alerts.includes(answer.description)) {
      return highest === 'TLSv1.3' || answer.description !== protocolVersion ? [highest] : asked.slice(0, oldestOf(highest) + 1);
    }
    if (answer.kind !== 'serverHello') return [];
    const from = tlsVersions.indexOf(answer.version);
    return tlsVersions.slice(from + 1, tlsVersions.indexOf(highest) + 1);
  });
}

// And handshake_failure, with which older libraries say the same. OpenSSL says internal_error where only its security level
// stands in the way; alone that can be any trouble, beside a version that works it is one the server does not speak.
const refusing: readonly number[] = [protocolVersion, 40];
const refusingBesideOthers: readonly number[] = [...refusing, 80];

function cipherSuiteOf(hellos: readonly Hello[], handshakes: readonly Handshake[]): string | null {
  const chosen = hellos.flatMap(({ answer }) => (answer.kind === 'serverHello' ? [answer] : []));
  const [newest] = chosen.toSorted((a, b) => tlsVersions.indexOf(b.version) - tlsVersions.indexOf(a.version));
  if (newest !== undefined) return cipherSuiteName(newest.cipherSuite);
  return handshakes.flatMap(({ outcome }) => (outcome.kind === 'secured' ? [outcome.cipher] : []))[0] ?? null;
}

function chainOf(answer: HelloAnswer): readonly PresentedCertificate[] {
  return answer.kind === 'serverHello' ? answer.chain : [];
}

function othersThan(own: PresentedCertificate | undefined, chains: readonly (readonly PresentedCertificate[])[]): readonly PresentedCertificate[] {
  const others = new Map(chains.flatMap(([leaf]) => (leaf === undefined || leaf.sha256 === own?.sha256 ? [] : [[leaf.sha256, leaf] as const])));
  return [...others.values()];
}

function whyNone(hellos: readonly Hello[], handshakes: readonly Handshake[]): Unreadable {
  const older = hellos.filter(({ highest }) => highest !== 'TLSv1.3').map(({ answer }) => answer);
  const begun = older.flatMap((answer) => (answer.kind === 'serverHello' ? [answer] : []));
  if (begun.some(({ version }) => version === 'TLSv1.3')) return 'encrypted';
  // Only a flight that went on without a certificate proves that there is none.
  if (begun.length > 0) return begun.some(({ whole }) => whole) ? 'anonymous' : 'malformed';
  const refusal = older.flatMap(({ kind }) => (kind === 'serverHello' ? [] : [kind]))[0];
  if (!hellos.some(({ answer }) => answer.kind === 'serverHello')) return refusal ?? 'failed';
  return handshakes.length === 0 ? 'encrypted' : 'failed';
}

function hellosOf(exchanges: readonly Exchange[]): readonly Hello[] {
  return exchanges.flatMap(({ further }) => (further?.kind === 'hello' ? [further] : []));
}

function handshakesOf(exchanges: readonly Exchange[]): readonly Handshake[] {
  return exchanges.flatMap(({ further }) => (further?.kind === 'handshake' ? [further] : []));
}
