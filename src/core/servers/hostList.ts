// Reads a file that names hosts to check, whatever kind it is: lines (hostLines.ts), CSV, the JSON that `ansible-inventory --list` prints,
// .rdp, .rdg. YAML is refused: Ansible itself makes JSON of it. What cannot be taken for a host is told and the rest is taken.

import { message, type Message } from '../messages/message';
import { fail, succeed, type Result } from '../result';
import { decodeText } from '../text/decode';
import { hostLines } from './hostLines';
import type { HostList, Imported } from './imported';
import { importList } from './importList';
import { importRdg } from './importRdg';
import { importRdp } from './importRdp';
import { inventoryHosts } from './inventoryJson';

const RDG = /^<(?:\?xml|RDCMan)/;
const RDP = /^(?:alternate )?full address:s:/im;

/** A colon that ends a line ends no address. */
const YAML = /^(?:---|\s*[\w-]+:)\s*(?:#.*)?$/m;

/** `name` is the file's own, for what is said about it. Fails with `invalidInput` where the file as a whole is no list of hosts. */
export function readHostList(bytes: Uint8Array, name: string): Result<HostList> {
  const list = readAny(bytes, name);
  return list.ok && list.value.ranges.length + list.value.leftOut.length === 0 ? refuse(message('hosts.empty', name)) : list;
}

function readAny(bytes: Uint8Array, name: string): Result<HostList> {
  const text = decodeText(bytes).text.trimStart();
  if (RDG.test(text)) return succeed(fromImported(importRdg(bytes)));
  if (RDP.test(text)) return succeed(fromImported(importRdp(bytes, name)));
  if (text.startsWith('{')) {
    const list = inventoryHosts(text);
    return list === undefined ? refuse(message('hosts.noJson', name)) : succeed(list);
  }
  if (YAML.test(text)) return refuse(message('hosts.yaml', name));
  return succeed(hostLines(bytes) ?? fromImported(importList(bytes)));
}

function fromImported({ servers, leftOut }: Imported): HostList {
  return { ranges: servers.map(({ address: host, port }) => ({ first: { host, port }, count: 1 })), leftOut };
}

function refuse(what: Message): Result<never> {
  return fail({ code: 'invalidInput', message: what, remedy: message('hosts.remedy'), retry: false });
}
