// What the messages of a server's first flight say, in their order: RFC 5246 section 7.3, alerts RFC 8446 section 6. Done at the
// certificates, at what stands in their place where a server has none, at an alert, or at a ServerHello of TLS 1.3, behind which all is
// encrypted. Does not go on where a message comes that cannot come there.

import { createHandshakeReader, type Handshake } from './handshakes';
import type { RecordPart } from './records';
import { readCertificates, readServerHello, shortestServerHello, type ServerHello } from './serverHello';
import type { TlsAnswer } from './tlsAnswer';

/** In bytes. The longest chains that are in use have a fifth of it. */
export const longestFlight = 0x10000;

export interface Flight {
  take(content: Extract<RecordPart, { readonly kind: 'content' }>): TlsAnswer | undefined;
  /** What was said before the bytes stopped; undefined where that is no answer. */
  end(): TlsAnswer | undefined;
}

type Fault = Extract<TlsAnswer, { readonly kind: 'malformed' }>['fault'];
type Hello = Extract<ServerHello, { readonly kind: 'serverHello' }>;

const handshakeType = {
  helloRequest: 0,
  serverHello: 2,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  supplementalData: 23,
} as const;

const warningLevel = 1;
/** unrecognized_name, no_renegotiation, user_canceled, no_certificate: as warnings they end nothing. RFC 5246 section 7.2.2, RFC 6066 section 3. */
const passingWarnings: readonly number[] = [112, 100, 90, 41];

export function createFlight(): Flight {
  const handshakes = createHandshakeReader();
  let alertLevel: number | undefined;
  let warning: number | undefined;
  let hello: Hello | undefined;

  function takeAlerts(bytes: Uint8Array): TlsAnswer | undefined {
    for (const byte of bytes) {
      if (alertLevel === undefined) alertLevel = byte;
      else if (alertLevel === warningLevel && passingWarnings.includes(byte)) {
        warning ??= byte;
        alertLevel = undefined;
      } else return hello === undefined ? { kind: 'alert', description: byte } : helloAnswer(hello, [], false);
    }
    return undefined;
  }

  function takeHandshakes(bytes: Uint8Array): TlsAnswer | undefined {
    for (let at = 0; at < bytes.length; ) {
      const { taken, message, fault } = handshakes.push(bytes.subarray(at), (type, length) => headerFault(type, length, hello !== undefined));
      const answer = fault === undefined ? message && takeMessage(message) : malformed(fault);
      if (answer !== undefined) return answer;
      at += taken;
    }
    return undefined;
  }

  function takeMessage({ type, body }: Handshake): TlsAnswer | undefined {
    if (type === handshakeType.helloRequest || type === handshakeType.supplementalData) return undefined;
    if (hello === undefined) {
      const read = readServerHello(body);
      if (read.kind === 'fault') return malformed(read.fault);
      hello = read;
      return hello.version === 'TLSv1.3' ? helloAnswer(hello, [], true) : undefined;
    }
    // A server that goes on without a certificate is an anonymous one.
    const chain = type === handshakeType.certificate ? readCertificates(body) : [];
    return chain === undefined ? malformed('certificate') : helloAnswer(hello, chain, true);
  }

  return {
    take({ type, bytes }) {
      if (type === 'alert') return takeAlerts(bytes);
      if (type === 'handshake') return takeHandshakes(bytes);
      return malformed(unexpected(hello !== undefined));
    },
    end() {
      if (hello !== undefined) return helloAnswer(hello, [], false);
      // Only a warning, and then nothing: that is what the server had to say.
      return warning === undefined ? undefined : { kind: 'alert', description: warning };
    },
  };
}

/** The fault of a message that cannot come here, or not in this length. */
function headerFault(type: number, length: number, afterHello: boolean): Fault | undefined {
  switch (type) {
    case handshakeType.helloRequest:
      return length === 0 ? undefined : 'handshakeLength';
    case handshakeType.serverHello:
      if (afterHello) return unexpected(afterHello);
      return length < shortestServerHello ? 'handshakeLength' : lengthFault(length);
    case handshakeType.serverHelloDone:
      if (!afterHello) return unexpected(afterHello);
      return length === 0 ? undefined : 'handshakeLength';
    case handshakeType.supplementalData:
    case handshakeType.certificate:
    case handshakeType.serverKeyExchange:
    case handshakeType.certificateRequest:
      return afterHello ? lengthFault(length) : unexpected(afterHello);
    default:
      return unexpected(afterHello);
  }
}

function lengthFault(length: number): Fault | undefined {
  return length > longestFlight ? 'tooLarge' : undefined;
}

/** Something else than the message that is due. */
function unexpected(afterHello: boolean): Fault {
  return afterHello ? 'certificate' : 'serverHello';
}

export function malformed(fault: Fault): TlsAnswer {
  return { kind: 'malformed', fault };
}

function helloAnswer(hello: Hello, chain: readonly Uint8Array[], whole: boolean): TlsAnswer {
  return { kind: 'serverHello', version: hello.version, cipherSuite: hello.cipherSuite, chain, whole };
}
