// The newest version of TLS that the listener speaks is 1.1 or older (RFC 8996): clients that have left those behind do not connect, and
// say no more than that an error happened. Only where TLS 1.2 was asked for and refused.

import { tlsVersionText } from '../../listener/tls/tlsVersion';
import { message } from '../../messages/message';
import { spokenTls } from '../listener/presented';
import type { Rule } from '../rule';
import { isOld } from './oldTls';

export const rdp328OldTlsOnly: Rule = {
  code: 'RDP328',
  title: message('RDP328.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const spoken = spokenTls(statements);
    const newest = spoken?.tls.versions.at(-1);
    if (spoken === undefined || newest === undefined || !isOld(newest) || !spoken.tls.refused.includes('TLSv1.2')) return;
    const { listener } = spoken;
    yield { message: message('RDP328.message', listener.address.host, tlsVersionText(newest)), why: message('RDP328.why'), evidence: listener.evidence.tlsVersions };
  },
};
