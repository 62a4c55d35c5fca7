// The server chose a cipher suite that no longer protects, although all stronger ones were offered: none at all, export, RC4 (RFC 7465),
// DES, 3DES (RFC 8429, SWEET32), or one without a certificate. By its name at IANA.

import { message } from '../../messages/message';
import { spokenTls } from '../listener/presented';
import type { Rule } from '../rule';

const weak = /_(?:NULL|EXPORT\w*|RC2|RC4|DES|DES40|3DES|anon)_/;

export const rdp333WeakCipher: Rule = {
  code: 'RDP333',
  title: message('RDP333.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const spoken = spokenTls(statements);
    const suite = spoken?.tls.cipherSuite ?? '';
    if (spoken === undefined || !weak.test(suite)) return;
    const { listener } = spoken;
    yield { message: message('RDP333.message', listener.address.host, suite), why: message('RDP333.why'), evidence: listener.evidence.cipher };
  },
};
