// Lists of hosts in plain lines, and inventories of Ansible as INI, which are such lines under headings: a host or a range, comments behind
// # or, at the start of a line, ;. In an inventory `www[01:20].example` stands for many names and `ansible_host=` for the address. Sections
// of variables and of groups hold no hosts. Source: Ansible's documentation of the inventory plug-in `ini`.

import { mostListeners, parseRange, type ListenerRange } from '../listener/addressRange';
import { isIpv6 } from '../listener/ipAddress';
import { message, type Message } from '../messages/message';
import { decodeText } from '../text/decode';
import { hostPattern } from './hostPattern';
import type { LeftOut } from './imported';
import { inventoryRange } from './inventoryRange';

interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const ASSIGNMENT = /^\w+=(?:"[^"]*"|'[^']*'|[^\s"']*)$/;
const WORDS = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g;

/** Undefined where the lines are rows of CSV. */
export function hostLines(bytes: Uint8Array): { readonly ranges: readonly ListenerRange[]; readonly leftOut: readonly LeftOut[] } | undefined {
  const lines = decodeText(bytes).text.split(/\r\n|\r|\n/).map((text, index): Line => ({ text: text.replace(/(?:^|\s)#.*$|^\s*;.*$/, '').trim(), line: index + 1 }));
  const inventory = lines.some(({ text }) => headingOf(text) !== undefined || /\sansible_\w+=/.test(text));
  if (!inventory && lines.some(({ text }) => /[,;\t]/.test(text))) return undefined;
  const ranges: ListenerRange[] = [];
  const leftOut: LeftOut[] = [];
  let holdsHosts = true;
  for (const { text, line } of lines) {
    const heading = headingOf(text);
    if (heading !== undefined) holdsHosts = !/:(?:vars|children)$/.test(heading);
    if (heading !== undefined || !holdsHosts || text === '') continue;
    for (const host of hostsOf(text, inventory)) {
      if ('key' in host) leftOut.push({ what: text, line, why: host });
      else ranges.push(host);
    }
  }
  return { ranges, leftOut };
}

/** `[web]`, `[web:vars]`; an IPv6 address in brackets is an address. */
function headingOf(text: string): string | undefined {
  const name = /^\[([^[\]\s]+)\]$/.exec(text)?.[1];
  return name === undefined || isIpv6(name) || name.includes('/') ? undefined : name;
}

function hostsOf(text: string, inventory: boolean): readonly (ListenerRange | Message)[] {
  const [first = '', ...assignments] = text.match(WORDS) ?? [];
  if (!assignments.every((word) => ASSIGNMENT.test(word))) return [message('hosts.unreadable')];
  if (!inventory) {
    const read = parseRange(first);
    return [read.ok ? read.value : read.failure.message];
  }
  const address = assignments.findLast((word) => word.startsWith('ansible_host='))?.replace(/^ansible_host=/, '').replace(/["']/g, '');
  const names = address === undefined ? hostPattern(first) : [address];
  return names === undefined ? [message('hosts.pattern', mostListeners)] : names.map(inventoryRange);
}
