// Reads a file of Remote Desktop Connection Manager (.rdg, XML): servers with their groups, in both shapes it has had (name and
// displayName in `properties` since 2.7, directly in `server` before). A port is inherited from the nearest group that sets one, as the
// program does. Credentials, gateways and profiles are not taken. saxes keeps going on broken XML and expands no entity of the file.

import { SaxesParser } from 'saxes';
import { defaultRdpPort } from '../listener/address';
import { message } from '../messages/message';
import { decodeText } from '../text/decode';
import { readPort, readTarget } from './address';
import type { Imported, ImportedServer, LeftOut } from './imported';

interface Container {
  readonly kind: 'file' | 'group' | 'server';
  name: string;
  displayName: string;
  port: number | undefined;
  console: boolean;
  readonly line: number;
}

const CONTAINERS: readonly string[] = ['file', 'group', 'server'];
const isContainer = (name: string): name is Container['kind'] => CONTAINERS.includes(name);

/** The elements between a container and a text that belongs to it; `''` is the container itself (before 2.7). */
const OWN_PATHS: readonly string[] = ['', 'properties', 'connectionSettings'];

export function importRdg(bytes: Uint8Array): Imported {
  const servers: ImportedServer[] = [];
  const leftOut: LeftOut[] = [];
  const open: Container[] = [];
  /** Names of the open elements inside the innermost container. */
  let inside: string[] = [];
  const outer: string[][] = [];
  let text = '';

  function finish(server: Container): void {
    const read = readTarget(server.name);
    if (server.console) {
      leftOut.push({ what: server.displayName || server.name, line: server.line, why: message('server.import.console') });
      return;
    }
    if (!read.ok) {
      leftOut.push({ what: server.displayName || server.name, line: server.line, why: read.fault });
      return;
    }
    const groups = open.filter(({ kind }) => kind !== 'server').map(({ name, displayName }) => displayName || name);
    const inherited = open.findLast(({ kind, port }) => kind !== 'server' && port !== undefined)?.port;
    const group = groups.filter((name) => name !== '').join('/');
    servers.push({
      label: server.displayName || read.target.host,
      address: read.target.host,
      port: server.port ?? read.target.port ?? inherited ?? defaultRdpPort,
      via: 'none',
      ...(group === '' ? {} : { group }),
    });
  }

  function keep(container: Container, element: string): void {
    if (!OWN_PATHS.includes(inside.join('/'))) return;
    const value = text.trim();
    if (element === 'name') container.name = value;
    else if (element === 'displayName') container.displayName = value;
    else if (element === 'port') container.port = readPort(value) ?? container.port;
    else if (element === 'connectionType') container.console = /VirtualMachineConsole/i.test(value);
  }

  // `connected`, `favorites` and `recentlyUsed` repeat servers by name: only what stands in a file or a group is one.
  const startsContainer = (name: string): boolean =>
    isContainer(name) && inside.length === 0 && (name === 'file' ? open.length === 0 : open.length > 0 && open.at(-1)?.kind !== 'server');

  const parser = new SaxesParser();
  parser.on('error', () => {
    // Broken XML: what can be read is read, and the caller sees what came of it.
    text = '';
  });
  parser.on('opentag', ({ name }) => {
    text = '';
    if (name === 'RDCMan') return;
    if (isContainer(name) && startsContainer(name)) {
      open.push({ kind: name, name: '', displayName: '', port: undefined, console: false, line: parser.line });
      outer.push(inside);
      inside = [];
    } else inside.push(name);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const container = open.at(-1);
    if (inside.length > 0) {
      inside.pop();
      if (container !== undefined) keep(container, name);
    } else if (container !== undefined) {
      if (container.kind === 'server') finish(container);
      open.pop();
      inside = outer.pop() ?? [];
    }
    text = '';
  });
  parser.write(decodeText(bytes).text).close();
  if (servers.length === 0 && leftOut.length === 0) leftOut.push({ what: 'RDCMan', why: message('server.import.noServers') });
  return { servers, leftOut };
}
