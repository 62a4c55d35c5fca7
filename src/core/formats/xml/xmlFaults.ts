// The faults of formats that are XML. Their arguments:
// xmlDamaged [cut | entity | other] · xmlRefused [doctype | deep | long, limit] · xmlEncodingDeclared [declared, found] ·
// itemUnreadable [hive | action | type | data | key, text] · preferenceRadix [digits, the number they are, the number they look like] ·
// reportOtherLanguage [policies not mapped, known | other] · reportChoiceUnknown [policy, choice | several | none] · rsopWithoutComputer [].

import type { DocumentId } from '../../registry/observation';
import type { TextRange } from '../../text/range';
import type { TextEncodingSeen } from '../../text/decode';
import type { Fault, FaultKind } from '../fault';
import type { XmlStop } from './readXml';

type XmlFaultKind = Extract<
  FaultKind,
  'xmlDamaged' | 'xmlRefused' | 'xmlEncodingDeclared' | 'itemUnreadable' | 'preferenceRadix' | 'reportOtherLanguage' | 'reportChoiceUnknown' | 'rsopWithoutComputer'
>;

export function xmlFault(document: DocumentId, kind: XmlFaultKind, range: TextRange, args: Fault['args'], more: Partial<Pick<Fault, 'certainty' | 'places' | 'remedies'>> = {}): Fault {
  return { kind, evidence: { document, range: { start: range.start, end: range.end } }, args, certainty: 'confirmed', places: [], remedies: [], ...more };
}

/** What is told of a reading that stopped. */
export function stopFault(document: DocumentId, { reason, range, limit }: XmlStop): Fault {
  if (reason === 'doctype' || reason === 'deep' || reason === 'long') return xmlFault(document, 'xmlRefused', range, [reason, limit ?? 0]);
  return xmlFault(document, 'xmlDamaged', range, [reason === 'damaged' ? 'other' : reason]);
}

const DECLARATION = /^<\?xml[ \t\r\n][^>]*?\bencoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][\w.-]*)\1/;

/** UTF-8 bytes that call themselves UTF-16, and the other way round. The text was read by its bytes. */
export function encodingFaults(document: DocumentId, text: string, seen: TextEncodingSeen | undefined): readonly Fault[] {
  const [declaration = '', , declared = ''] = DECLARATION.exec(text.slice(0, 256)) ?? [];
  if (seen === undefined || declared === '') return [];
  const declaredWide = /^(?:utf-16|ucs-2|iso-10646-ucs-2|unicode$)/i.test(declared);
  const foundWide = seen.encoding === 'utf-16le' || seen.encoding === 'utf-16be';
  if (declaredWide === foundWide) return [];
  const start = declaration.length - 1 - declared.length;
  const found = foundWide ? 'UTF-16' : seen.encoding === 'utf-8' ? 'UTF-8' : '8-bit';
  return [xmlFault(document, 'xmlEncodingDeclared', { start, end: start + declared.length }, [declared, found])];
}
