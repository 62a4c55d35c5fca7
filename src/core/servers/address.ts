// Where a server is, as settings and other programs' files say it: the listener's own address reader, plus what lists of servers need
// on top of it: whether a port was written at all, and whether two entries are the same door.

import { parseAddress, renderAddress } from '../listener/address';
import type { Message } from '../messages/message';

export interface Target {
  /** IPv6 without brackets. */
  readonly host: string;
  /** Undefined where the text names none. */
  readonly port: number | undefined;
}

export type TargetReading = { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly fault: Message };

/** Reads `host`, `host:port`, `::1`, `[::1]` or `[::1]:port`. Blanks around it are ignored. */
export function readTarget(text: string): TargetReading {
  const read = parseAddress(text);
  if (!read.ok) return { ok: false, fault: read.failure.message };
  const { host, port } = read.value;
  const alone = [host, `[${host}]`].includes(text.trim());
  return { ok: true, target: { host, port: alone ? undefined : port } };
}

/** Whether the text is a host on its own, without brackets and without a port. */
export function isHost(text: string): boolean {
  const read = parseAddress(text);
  return read.ok && read.value.host === text;
}

/** A port number as decimal text, or undefined. */
export function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

interface Door {
  readonly address: string;
  readonly port: number;
}

/** Host names do not differ by case. */
export function sameDoor(a: Door, b: Door): boolean {
  return doorText(a).toLowerCase() === doorText(b).toLowerCase();
}

/** `host:port`, IPv6 in brackets. */
export function doorText({ address, port }: Door): string {
  return renderAddress({ host: address, port });
}
