// One ClientHello, one answer: what the server's first flight says in clear, read as it arrives, and what it means when it stops. RFC 5246
// section 7.3, RFC 8446 section 2. The same bytes give the same answer in whatever chunks. Keeps at most 64 KB: a server that never stops
// talking is cut off.

import type { Ending, Reader } from '../answer';
import { createFlight, longestFlight, malformed } from './flight';
import { createRecordReader } from './records';
import type { TlsAnswer } from './tlsAnswer';

/** What is not TLS is shown by this much of it. */
const excerptLength = 16;

export function createTlsReader(): Reader<TlsAnswer> {
  const flight = createFlight();
  const records = createRecordReader();
  const beginning: number[] = [];
  let received = 0;
  let notTls = false;
  let answer: TlsAnswer | undefined;

  function read(chunk: Uint8Array): TlsAnswer | undefined {
    // Once it is known not to be TLS, only what shows it is waited for.
    for (const part of notTls ? [] : records.push(chunk)) {
      if (part.kind === 'content') {
        const said = flight.take(part);
        if (said !== undefined) return said;
      } else if (part.fault === 'notTls') notTls = true;
      else return malformed(part.fault);
    }
    if (notTls) return beginning.length < excerptLength ? undefined : notTlsAnswer(beginning);
    return received < longestFlight ? undefined : malformed('tooLarge');
  }

  return {
    push(chunk) {
      if (answer !== undefined) return answer;
      const taken = chunk.subarray(0, longestFlight - received);
      beginning.push(...taken.subarray(0, excerptLength - beginning.length));
      received += taken.length;
      answer = read(taken);
      return answer;
    },
    end(ending) {
      if (answer !== undefined) return answer;
      if (notTls) return notTlsAnswer(beginning);
      return flight.end() ?? endAnswer(ending, received);
    },
  };
}

function notTlsAnswer(beginning: readonly number[]): TlsAnswer {
  return { kind: 'notTls', excerpt: beginning.map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

function endAnswer(ending: Ending, received: number): TlsAnswer {
  if (ending.kind === 'timeout') return { kind: 'timeout', received };
  return received === 0 ? ending : malformed('cut');
}
