// TLS over a connection that is there already, by the library of the runtime, and the only file that may import node:tls. Desktop editors
// have BoringSSL and Node has OpenSSL: no option that only one of them knows (`ciphers` with @SECLEVEL is one). Certificates are taken
// whatever they are, because they are what is looked at; nothing secret goes over such a connection.

import { connect as startTls, type TLSSocket } from 'node:tls';
import type { Duplex } from 'node:stream';
import { isIpv4, isIpv6 } from '../core/listener/ipAddress';
import type { Secured, SecureOptions } from '../core/ports';
import { systemCodeOf } from './addresses';
import { onAbort } from './onAbort';

/** A {@link Secured} before it is a connection again. */
export type TlsOpened =
  | (Omit<Extract<Secured, { readonly kind: 'secured' }>, 'connection'> & { readonly stream: Duplex })
  | Exclude<Secured, { readonly kind: 'secured' }>;

/** No chain in use is near this long; a made-up one may be. */
const longestChain = 16;

/** What server_name can carry (RFC 6066): neither an address nor a name with other letters than those of DNS. */
const hostName = /^[\w-]+(?:\.[\w-]+)*$/;
const longestHostName = 253;

/**
 * The handshake on `stream`, from which nothing is unread. Who calls has stopped reading from it. Whatever the outcome, the stream belongs
 * to the TLS library from here on; it is destroyed unless the handshake succeeds.
 */
export function openTls(stream: Duplex, { serverName }: SecureOptions, timeoutMs: number, signal: AbortSignal): Promise<TlsOpened> {
  return new Promise((settle) => {
    if (signal.aborted) {
      stream.destroy();
      settle({ kind: 'cancelled' });
      return;
    }
    const socket = startTls({
      socket: stream,
      rejectUnauthorized: false,
      // Nobody is trusted, so no roots are loaded.
      ca: [],
      checkServerIdentity: () => undefined,
      minVersion: 'TLSv1',
      ...(canBeSent(serverName) ? { servername: serverName } : {}),
    });
    const state = { settled: false };
    const finish = (outcome: TlsOpened): void => {
      if (state.settled) return;
      state.settled = true;
      clearTimeout(timer);
      unheard();
      if (outcome.kind !== 'secured') {
        socket.destroy();
        stream.destroy();
      }
      settle(outcome);
    };
    const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs);
    const unheard = onAbort(signal, () => finish({ kind: 'cancelled' }));
    socket.once('secureConnect', () => finish(lookedAt(socket)));
    socket.on('error', (error) => finish({ kind: 'failed', systemCode: systemCodeOf(error) }));
    // Closed without an error, by one library; the other calls it a reset.
    socket.once('close', () => finish({ kind: 'failed', systemCode: 'ECONNRESET' }));
  });
}

/** A library may throw over a certificate that it took for its handshake. */
function lookedAt(socket: TLSSocket): TlsOpened {
  try {
    return lookAt(socket);
  } catch (error) {
    return { kind: 'failed', systemCode: systemCodeOf(error) };
  }
}

function lookAt(socket: TLSSocket): TlsOpened {
  const { standardName } = socket.getCipher();
  return { kind: 'secured', stream: socket, protocol: socket.getProtocol() ?? '', cipher: standardName, chain: chainOf(socket) };
}

/**
 * As it was sent. Not getPeerCertificate(true): that puts certificates in an order of its own, adds what it trusts, and ends in a loop.
 * Asked for once: the answer takes the chain away from the session of OpenSSL.
 */
function chainOf(socket: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let certificate = socket.getPeerX509Certificate();
  while (certificate !== undefined && chain.length < longestChain) {
    chain.push(certificate.raw);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

function canBeSent(name: string | undefined): name is string {
  return name !== undefined && name.length <= longestHostName && hostName.test(name) && !isIpv4(name) && !isIpv6(name);
}
