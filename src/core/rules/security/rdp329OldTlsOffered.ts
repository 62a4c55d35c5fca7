// Beside a current version of TLS the listener still speaks an old one (RFC 8996). Windows has them on by default up to Server 2025, and
// a client of today takes the newest there is: a hint.

import { tlsVersionText } from '../../listener/tls/tlsVersion';
import { message } from '../../messages/message';
import { spokenTls } from '../listener/presented';
import type { Rule } from '../rule';
import { isOld } from './oldTls';

export const rdp329OldTlsOffered: Rule = {
  code: 'RDP329',
  title: message('RDP329.title'),
  severity: 'hint',
  symptom: 3,
  *check(statements) {
    const spoken = spokenTls(statements);
    if (spoken === undefined) return;
    const { tls, listener } = spoken;
    const old = tls.versions.filter(isOld);
    if (old.length === 0 || old.length === tls.versions.length) return;
    yield { message: message('RDP329.message', listener.address.host, old.map(tlsVersionText).join(', ')), evidence: listener.evidence.tlsVersions };
  },
};
