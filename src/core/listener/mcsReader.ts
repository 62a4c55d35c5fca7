// Reads a server's answer to an MCS Connect Initial as it arrives: [MS-RDPBCGR] 2.2.1.4, T.125 section 7. Keeps one frame and no more; what
// follows it, and how the frame's own lengths lie, changes nothing but the answer.

import type { Reader } from './answer';
import { readElements, readElement, tag } from './ber';
import { readConferenceCreateResponse } from './gccConference';
import { readServerData } from './gccServerData';
import { createKeptBytes } from './kept';
import type { McsAnswer } from './mcsAnswer';
import { readTpkt, tpktMaximum } from './tpkt';
import { decodeTpdu } from './x224';

/** Connect-Response ::= [APPLICATION 102], constructed. */
const connectResponse = 0x7f66;

/** Reads one answer, in any chunking. */
export function createMcsReader(): Reader<McsAnswer> {
  const kept = createKeptBytes(tpktMaximum);
  return {
    push(chunk) {
      kept.add(chunk);
      const reading = readTpkt(kept.bytes);
      if (reading.kind === 'incomplete') return undefined;
      return reading.kind === 'fault' ? malformed('frame') : answerOf(reading.payload);
    },
    end(ending) {
      if (ending.kind === 'timeout') return { kind: 'timeout', received: kept.bytes.length };
      return kept.bytes.length === 0 ? ending : malformed('cut');
    },
  };
}

function answerOf(payload: Uint8Array): McsAnswer {
  const tpdu = decodeTpdu(payload);
  switch (tpdu.kind) {
    case 'disconnectRequest':
    case 'disconnectUltimatum':
      return { kind: 'disconnect', reason: tpdu.reason };
    case 'data':
      return connectResponseOf(tpdu.payload);
    case 'fault':
      return malformed('frame');
    case 'connectionConfirm':
    case 'connectionRequest':
    case 'error':
    case 'unknown':
      return malformed('unexpectedTpdu');
  }
}

// Connect-Response is result, calledConnectId, domainParameters and userData, in this order.
function connectResponseOf(bytes: Uint8Array): McsAnswer {
  if (bytes[0] !== connectResponse >> 8 || bytes[1] !== (connectResponse & 0xff)) return malformed('unexpectedTpdu');
  const [result, calledConnectId, parameters, userData] = readElements(readElement(bytes)?.content ?? bytes.subarray(0, 0)) ?? [];
  if (result?.tag !== tag.enumerated || calledConnectId?.tag !== tag.integer || parameters?.tag !== tag.sequence) return malformed('ber');
  const [value] = result.content;
  if (userData?.tag !== tag.octetString || value === undefined || result.content.length !== 1) return malformed('ber');
  const blocks = readConferenceCreateResponse(userData.content);
  // A conference that did not come about has nothing to say about its encryption.
  if (value !== 0 && blocks === undefined) return { kind: 'connectResponse', result: value, serverVersion: null, security: null };
  if (blocks === undefined) return malformed('gcc');
  const data = readServerData(blocks);
  return data === undefined ? malformed('block') : { kind: 'connectResponse', result: value, ...data };
}

function malformed(fault: Extract<McsAnswer, { readonly kind: 'malformed' }>['fault']): McsAnswer {
  return { kind: 'malformed', fault };
}
