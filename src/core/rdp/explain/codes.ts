// Numbers and names of codes: which of the lists they are in, by the words around them, by their size, else by all of them. Hexadecimal
// where it says 0x; a negative decimal is a 32-bit code.

import { message, type Message } from '../../messages/message';
import { disconnectReasonSource, extendedReasonSource, findDisconnectReason, findExtendedReason } from '../facts/disconnectReasons';
import { errorInfos, errorInfoSource, findErrorInfo, otherReasons, PROTOCOL_ERROR_FROM, type ErrorInfo } from '../facts/errorInfo';
import { startErrors } from '../facts/serviceFacts';
import { findStatusCode, negotiationFailures, negotiationSource, statusCodes, statusSource, type StatusCode } from '../facts/statusCodes';
import type { Explanation } from '../explanation';
import type { Symptom } from '../symptom';
import { failureText } from '../wireCodes';
import { candidate, weights, type Candidate, type Pasted } from './candidate';

type Context = 'extended' | 'reason' | 'disconnect' | 'negotiation' | 'start' | 'status' | 'error' | undefined;

interface Code {
  readonly number: number;
  readonly context: Context;
  readonly isHex: boolean;
}

const before: readonly (readonly [RegExp, Exclude<Context, undefined>])[] = [
  [/extended[\w\s]*$/, 'extended'],
  [/(?:neg_failure|negotiation|failurecode|failure code)[\w\s]*$/, 'negotiation'],
  [/(?:disconnect|discreason)[\w\s]*$/, 'disconnect'],
  [/(?:errinfo|error ?info|reason|protocol error)[\w\s]*$/, 'reason'],
  [/(?:system error|service|win32|exit code)[\w\s]*$/, 'start'],
  [/(?:ntstatus|status)[\w\s]*$/, 'status'],
  [/(?:error|code|fehler|erreur|fehlercode)[\w\s]*$/, 'error'],
];

const AROUND = 40;
// exDiscReasonProtocolRangeEnd
const LAST_PROTOCOL_ERROR = 0x7fff;

export function codeCandidates({ text, lower }: Pasted): readonly Candidate[] {
  return [...codesIn(lower).flatMap(meanings), ...namesIn(text)];
}

function codesIn(lower: string): readonly Code[] {
  const found: Code[] = [];
  for (const match of lower.matchAll(/0x[\da-f]{1,8}\b|(?<![\w.-])-?\d{1,10}\b(?![.\w-])/g)) {
    const [written] = match;
    const isHex = written.startsWith('0x');
    const prefix = lower.slice(Math.max(0, match.index - AROUND), match.index).replace(/[^\w]+$/, '');
    const context = before.find(([pattern]) => pattern.test(prefix))?.[1];
    // A number in running text is a number of something else.
    if (!isHex && context === undefined && lower !== written) continue;
    if (/\bevent(?: id)?$/.test(prefix)) continue;
    const number = Number(written);
    if (number >= -(2 ** 31) && number < 2 ** 32) found.push({ number: number >>> 0, context, isHex });
  }
  return found;
}

function meanings(code: Code): readonly Candidate[] {
  const { number, context } = code;
  const hex = `0x${number.toString(16).toUpperCase()}`;
  const weight = (own: readonly Context[], otherwise: number): number => (own.includes(context) ? weights.withKind : context === undefined || context === 'error' ? otherwise : weights.possible / 2);
  const reason = reasonOf(code);
  const extended = reason === undefined ? findExtendedReason(number) : undefined;
  const disconnect = findDisconnectReason(number);
  const isClients = context === 'error' && disconnect !== undefined; // what the client calls its error code
  const status = findStatusCode(number);
  const negotiation = negotiationFailures.find((row) => row.code === number);
  const start = code.isHex ? undefined : startErrors.find((row) => row.code === number);
  const lost = otherReasons.find((row) => row.code === number && row.where.startsWith('Local'));
  const withExtended = context === 'extended' ? [message('explain.extended')] : [];
  return [
    ...(reason === undefined || (number === 0 && context === 'extended') ? [] : [reasonCandidate(weight(['reason', 'extended'], isClients ? weights.possible / 2 : weights.alone + 5), reason, hex, withExtended)]),
    ...(extended === undefined ? [] : [candidate(weight(['extended', 'reason'], weights.possible), { kind: 'disconnect', name: hex, ...extended, ...extendedReasonSource, details: withExtended })]),
    ...(disconnect === undefined ? [] : [candidate(weight(['disconnect'], disconnectWeight(code)), { kind: 'disconnect', name: hex, ...disconnect, ...disconnectReasonSource, ...pages(disconnect.symptom, number) })]),
    ...(status === undefined ? [] : [statusCandidate(weight(['status', 'error'], weights.withKind), status)]),
    ...(negotiation === undefined ? [] : [negotiationCandidate(weight(['negotiation'], isClients ? weights.possible / 2 : weights.possible), negotiation)]),
    ...(start === undefined ? [] : [candidate(weight(['start'], weights.possible + 5), { kind: 'startError', name: `${number}`, ...start, symptom: 1, rules: startRules(number) })]),
    ...(lost === undefined ? [] : [candidate(weights.withKind, { kind: 'reason', name: `${lost.where}: ${hex}`, ...lost, symptom: 3, rules: ['RDP319', 'RDP190'] })]),
  ];
}

/** Above its list every number is an error of the protocol: too little to say of a number that stands alone. */
function reasonOf({ number, context, isHex }: Code): ErrorInfo | undefined {
  const isReason = number < PROTOCOL_ERROR_FROM || (isHex && number <= LAST_PROTOCOL_ERROR) || context === 'reason' || context === 'extended';
  return isReason ? findErrorInfo(number) : undefined;
}

// What Remote Desktop Connection shows as its error code.
function disconnectWeight({ number, context, isHex }: Code): number {
  if (context === 'error') return weights.withKind - (number < 0x100 ? 10 : 0);
  return number < 0x100 ? weights.possible : isHex ? weights.alone + 10 : weights.alone;
}

function reasonCandidate(weight: number, { name, means, symptom, code }: ErrorInfo, hex: string, details: readonly Message[]): Candidate {
  const known = name.startsWith('ERRINFO_');
  const rules: Explanation['rules'] = reasonRules(code);
  return candidate(weight, {
    kind: 'reason', name: known ? `${name} (${hex})` : `ERRINFO ${hex}`, means, ...(symptom === undefined ? {} : { symptom }), ...errorInfoSource, rules, details,
  });
}

function reasonRules(code: number): Explanation['rules'] {
  if (code >= 0x100 && code <= 0x10b) return code === 0x101 ? ['RDP407', 'RDP401', 'RDP403'] : code === 0x102 ? ['RDP410', 'RDP407'] : ['RDP406', 'RDP408', 'RDP410'];
  if (code === 3 || code === 4) return ['RDP309', 'RDP312'];
  if (code === 5) return ['RDP121', 'RDP109'];
  if (code === 7) return ['RDP106', 'RDP103', 'RDP122', 'RDP109', 'RDP121'];
  return code === 9 ? ['RDP120', 'RDP113'] : [];
}

function startRules(code: number): Explanation['rules'] {
  if (code === 1058) return ['RDP107', 'RDP119'];
  return code === 1069 || code === 1079 ? ['RDP117', 'RDP119'] : ['RDP119', 'RDP508'];
}

function statusCandidate(weight: number, { code, name, means, symptom }: StatusCode): Candidate {
  const hex = `0x${code.toString(16).toUpperCase()}`;
  return candidate(weight, { kind: 'status', name: `${name} (${hex})`, means, ...(symptom === undefined ? {} : { symptom }), ...statusSource, rules: statusRules(code) });
}

function statusRules(code: number): Explanation['rules'] {
  switch (code) {
    case 0x8009030d:
    case 0x80090016:
      return ['RDP315', 'RDP324', 'RDP317', 'RDP318'];
    case 0x80090331:
      return ['RDP301', 'RDP318', 'RDP328', 'RDP332'];
    case 0x80090302:
      return ['RDP306', 'RDP504'];
    case 0x80090328:
      return ['RDP314', 'RDP320'];
    case 0xc0000133:
      return ['RDP320'];
    case 0xc000005e:
      return ['RDP124'];
    case 0xc000015b:
      return ['RDP120', 'RDP323', 'RDP113'];
    case 0xc000006e:
      return ['RDP506'];
    case 0xc00a0032:
      return ['RDP408', 'RDP213', 'RDP318'];
    case 0xc00000b5:
    case 0xc000020d:
      return ['RDP319', 'RDP307'];
    case 0x2740:
      return ['RDP217', 'RDP206', 'RDP216'];
    case 0x274c:
      return ['RDP212', 'RDP218'];
    case 0x274d:
      return ['RDP211', 'RDP119'];
    default:
      return [];
  }
}

function pages(symptom: Symptom | undefined, code: number): { readonly rules: Explanation['rules'] } {
  if (code === 0x904) return { rules: ['RDP317', 'RDP318', 'RDP501', 'RDP213'] };
  if (code === 0x1807) return { rules: ['RDP124', 'RDP320', 'RDP118'] };
  if (symptom === 2) return { rules: ['RDP211', 'RDP212', 'RDP220', 'RDP218'] };
  return { rules: symptom === 4 ? ['RDP407', 'RDP410'] : [] };
}

function negotiationCandidate(weight: number, { code, means }: (typeof negotiationFailures)[number]): Candidate {
  const rules: Explanation['rules'] = code === 3 ? ['RDP214', 'RDP317'] : code === 2 ? ['RDP502', 'RDP301'] : code === 5 ? ['RDP501', 'RDP303'] : ['RDP215'];
  return candidate(weight, { kind: 'negotiation', name: `${failureText(code)} (${code})`, means, symptom: 3, ...negotiationSource, rules });
}

/** Codes by name, in any case. */
function namesIn(text: string): readonly Candidate[] {
  const words = new Set(text.toUpperCase().match(/[A-Z][A-Z_]{5,}/g) ?? []);
  return [
    ...errorInfos.filter(({ name }) => words.has(name)).map((row) => reasonCandidate(weights.named, row, `0x${row.code.toString(16).toUpperCase()}`, [])),
    ...statusCodes.filter(({ name }) => words.has(name)).map((row) => statusCandidate(weights.named, row)),
    ...negotiationFailures.filter(({ code }) => words.has(failureText(code))).map((row) => negotiationCandidate(weights.named, row)),
  ];
}
