// SSLCertificateSHA1Hash is the SHA-1 thumbprint of a certificate: 20 bytes. A thumbprint copied from the certificate dialog brings an
// invisible character along, or its digits end up as text; both can be undone. Windows finds no certificate by such bytes and uses
// its own (event 1051 or 1055). Source: Microsoft, Remote Desktop listener certificate configurations.

import { message } from '../../messages/message';
import { hexText, textOf, utf16Text, valueType, type ValueData } from '../../registry/valueData';
import type { Remedy } from '../../remedies/remedy';
import type { Rule } from '../rule';
import type { SettingSeen } from '../statements';

const LENGTH = 20;
// LEFT-TO-RIGHT MARK as UTF-16, as UTF-8, and as the question mark a conversion makes of it.
const STRAYS = /^(?:0e20|e2808e|3f)|(?:0e20|e2808e|3f|0000)$/g;

export const rdp304CertificateHash: Rule = {
  code: 'RDP304',
  title: message('RDP304.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    for (const seen of statements.final('listener.certificateHash')) {
      const { place, data, evidence } = seen.observation;
      const fix = { why: message('RDP304.why'), evidence, places: [place], remedies: remedies(seen) };
      // RDP031 leaves a text to this rule, which knows how to turn it into bytes.
      if (textOf(data) !== undefined) yield { ...fix, message: message('RDP304.text'), certainty: 'assumed' };
      if (data.type === valueType.binary && data.bytes.length !== LENGTH) yield { ...fix, message: message('RDP304.message', data.bytes.length) };
    }
  },
};

function remedies({ observation: { place, data } }: SettingSeen): readonly Remedy[] {
  const thumbprint = meantThumbprint(data);
  if (thumbprint === undefined) return [];
  const title = message('RDP304.fix', hexText(thumbprint));
  const actions = [{ kind: 'setValue', place, data: { type: valueType.binary, bytes: thumbprint } }] as const;
  return [{ title, effect: 'changes-behaviour', preferred: true, actions }];
}

/** The 20 bytes without what does not belong to them, or those that 40 digits spell. */
function meantThumbprint({ bytes }: ValueData): Uint8Array | undefined {
  const withoutStrays = hexText(bytes).replace(STRAYS, '');
  if (withoutStrays.length === 2 * LENGTH) return bytesOf(withoutStrays);
  const digits = [String.fromCharCode(...bytes), utf16Text(bytes)].map((text) => text.replace(/[^0-9a-f]/gi, ''));
  const spelled = digits.find((text) => text.length === 2 * LENGTH);
  return spelled === undefined ? undefined : bytesOf(spelled);
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}
