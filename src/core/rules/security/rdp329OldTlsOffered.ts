// Beside a current version of TLS the listener still speaks an old one (RFC 8996). Windows has them on by default up to Server 2025, and
// a client of today takes the newest there is: a hint.

import { tlsVersionText } from '../../listener/tls/tlsVersion';
import { message } from '../../messages/message';
import type { Rule } from '../rule';
import { isOld } from './oldTls';

export const rdp329OldTlsOffered: Rule = {
  code: 'RDP329',
  title: message('RDP329.title'),
  severity: 'hint',
  symptom: 3,
  *check({ listener }) {
    const versions = listener?.verdict.tls?.versions ?? [];
    const old = versions.filter(isOld);
    if (listener === undefined || old.length === 0 || old.length === versions.length) return;
    yield { message: message('RDP329.message', listener.address.host, old.map(tlsVersionText).join(', ')), evidence: listener.evidence.tlsVersions };
  },
};
