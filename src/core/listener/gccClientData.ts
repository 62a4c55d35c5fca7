// What a client says about itself in the conference request: CS_CORE, CS_CLUSTER and CS_SECURITY, [MS-RDPBCGR] 2.2.1.3.2, 2.2.1.3.5 and
// 2.2.1.3.3. Constant but for the two fields a question is about; tells nothing of the computer or the person that asks. No CS_NET: a probe
// opens no channel, and the block is optional.

import { dataBlock } from '../rdp/wireCodes';

export interface NativeEncryptionQuestion {
  /** Bits of encryptionMethods: what the client says it can do. */
  readonly encryptionMethods: number;
  /** serverSelectedProtocol: the selectedProtocol the server answered with. Null where it answered without negotiation data. */
  readonly requestedProtocols: number | null;
}

const clientName = 'RDP Diagnostics';
const clientNameBytes = 32;
const RNS_UD_CS_SUPPORT_ERRINFO_PDU = 0x0001;
const REDIRECTION_SUPPORTED = 0x01;
const redirectionVersion4 = 3 << 2;

/** The blocks, one after the other. */
export function encodeClientData(question: NativeEncryptionQuestion): Uint8Array {
  return Uint8Array.from([
    ...block(dataBlock.CS_CORE, core(question.requestedProtocols)),
    // Every client sends it: it claims nothing but that a redirection would be understood.
    ...block(dataBlock.CS_CLUSTER, [...u32(REDIRECTION_SUPPORTED | redirectionVersion4), ...u32(0)]),
    // The second number is the one for French locales, which exclude the first.
    ...block(dataBlock.CS_SECURITY, [...u32(question.encryptionMethods), ...u32(0)]),
  ]);
}

function core(selectedProtocol: number | null): readonly number[] {
  const required = [
    ...u32(0x00080004), // version: 5.0 to 8.1
    ...u16(1024), // desktopWidth
    ...u16(768), // desktopHeight
    ...u16(0xca01), // colorDepth: 8 bits, replaced by the fields below
    ...u16(0xaa03), // SASSequence
    ...u32(0x0409), // keyboardLayout: US
    ...u32(2600), // clientBuild
    ...nameBytes(),
    ...u32(4), // keyboardType: 101 or 102 keys
    ...u32(0), // keyboardSubType
    ...u32(12), // keyboardFunctionKey
    ...zeros(64), // imeFileName
    ...u16(0xca01), // postBeta2ColorDepth
    ...u16(1), // clientProductId
    ...u32(0), // serialNumber
    ...u16(24), // highColorDepth
    ...u16(0x000f), // supportedColorDepths
    ...u16(RNS_UD_CS_SUPPORT_ERRINFO_PDU), // earlyCapabilityFlags
    ...zeros(64), // clientDigProductId
  ];
  // A field of this block may be there only with every field before it; the two in between say nothing.
  return selectedProtocol === null ? required : [...required, 0, 0, ...u32(selectedProtocol)];
}

/** UTF-16LE, with a zero at its end, in a field of 32 bytes. */
function nameBytes(): readonly number[] {
  const bytes = zeros(clientNameBytes);
  for (let index = 0; index < clientName.length; index++) bytes[2 * index] = clientName.charCodeAt(index);
  return bytes;
}

function block(type: number, content: readonly number[]): readonly number[] {
  return [...u16(type), ...u16(content.length + 4), ...content];
}

const u16 = (value: number): readonly number[] => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number): readonly number[] => [...u16(value), ...u16(value >>> 16)];
const zeros = (length: number): number[] => new Array<number>(length).fill(0);
