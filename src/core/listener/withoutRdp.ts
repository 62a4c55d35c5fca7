// The words for a port that took the connection and gave no RDP answer: silence, a close, or something else that speaks there.
// What it said is quoted from banner.ts, which lets only printable ASCII through.

import { message, type Message } from '../messages/message';
import type { Answer, Confirm } from './answer';
import type { Banner, BannerKind } from './banner';

/** Connected, and no whole answer within the time-out; `received` bytes of one came. */
export function silenceDetail(port: number, received: number): Message {
  return received === 0 ? message('listener.detail.silent', port) : message('listener.detail.half', port, received);
}

/** Any answer that is neither a Connection Confirm nor silence. */
export type StrangeAnswer = Exclude<Answer, Confirm | { readonly kind: 'timeout' | 'notConnected' }>;

/** What answered in place of RDP. */
export function strangerDetail(port: number, answer: StrangeAnswer): Message {
  switch (answer.kind) {
    case 'other':
      return bannerDetail(port, answer.banner);
    case 'closed':
      return answer.reset ? message('listener.detail.reset', port) : message('listener.detail.closed', port);
    case 'disconnect':
      return message('listener.detail.disconnect', port, answer.reason);
    case 'otherTransport':
      return message('listener.detail.otherTransport', port);
    case 'malformed':
      return malformedDetail(port, answer.fault);
  }
}

// The system's words for a name of which a name server said that it has no address. Anything else (no answer in time, a server that
// failed) leaves that open.
const noAddressCodes: readonly string[] = ['ENOTFOUND', 'ENODATA', 'EAI_NONAME', 'EAI_NODATA'];

/** Whether it is known that the name has no address, and not only that nobody told it. */
export function nameHasNoAddress(answer: Answer | undefined): boolean {
  return answer?.kind === 'notConnected' && answer.failure === 'unresolved' && noAddressCodes.includes(answer.systemCode);
}

const speakers: Readonly<Partial<Record<BannerKind, string>>> = {
  http: 'HTTP',
  ssh: 'SSH',
  tlsAlert: 'TLS',
  tlsHandshake: 'TLS',
  smtp: 'SMTP',
  ftp: 'FTP',
  vnc: 'VNC',
};

/** The protocol something else speaks, by its short name; undefined where it could not be recognised. */
export function speakerOf(answer: Answer | undefined): string | undefined {
  return answer?.kind === 'other' ? speakers[answer.banner.kind] : undefined;
}

function bannerDetail(port: number, { kind, excerpt }: Banner): Message {
  switch (kind) {
    case 'http':
      return message('listener.detail.http', port, excerpt);
    case 'ssh':
      return message('listener.detail.ssh', port, excerpt);
    case 'tlsAlert':
      return message('listener.detail.tlsAlert', port, excerpt);
    case 'tlsHandshake':
      return message('listener.detail.tlsHandshake', port);
    case 'smtp':
      return message('listener.detail.smtp', port, excerpt);
    case 'ftp':
      return message('listener.detail.ftp', port, excerpt);
    case 'vnc':
      return message('listener.detail.vnc', port, excerpt);
    case 'text':
      return message('listener.detail.text', port, excerpt);
    case 'binary':
      return message('listener.detail.binary', port, excerpt);
  }
}

function malformedDetail(port: number, fault: Extract<Answer, { readonly kind: 'malformed' }>['fault']): Message {
  switch (fault) {
    case 'cut':
      return message('listener.detail.cut', port);
    case 'lengthTooSmall':
    case 'lengthTooLarge':
    case 'lengthIndicator':
      return message('listener.detail.lengths', port);
    case 'version':
    case 'tooShort':
    case 'variablePart':
    case 'unexpectedTpdu':
      return message('listener.detail.malformed', port);
  }
}
