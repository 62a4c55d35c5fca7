// Which versions of TLS are old: those that RFC 7568 and RFC 8996 retired.

import type { TlsVersion } from '../../listener/tls/tlsVersion';

const old: ReadonlySet<TlsVersion> = new Set(['SSLv3', 'TLSv1.0', 'TLSv1.1']);

export function isOld(version: TlsVersion): boolean {
  return old.has(version);
}
