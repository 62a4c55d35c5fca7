// Reads a plain list of servers: one a line, `host`, `host:port` or `[v6]:port`, comments from # or ; at the start of a line.
// With commas, semicolons or tabs a line is CSV: by its header where the first line is one, else address, label, group.

import { defaultRdpPort } from '../listener/address';
import { message, type Message } from '../messages/message';
import { decodeText } from '../text/decode';
import { readPort, readTarget } from './address';
import type { Imported, ImportedServer, LeftOut } from './imported';

type Column = 'address' | 'port' | 'label' | 'group';

const headings: Readonly<Record<string, Column>> = {
  address: 'address',
  host: 'address',
  hostname: 'address',
  server: 'address',
  ip: 'address',
  dnshostname: 'address',
  port: 'port',
  label: 'label',
  name: 'label',
  displayname: 'label',
  group: 'group',
  folder: 'group',
};

const WITHOUT_HEADER: readonly Column[] = ['address', 'label', 'group'];

/** The cells of one line. Quotes are doubled inside quotes (RFC 4180); a line is a row, cells do not reach over lines. */
function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (line.charAt(i + 1) === '"') cell += line.charAt(i++);
      else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (character === separator) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

function headerOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = cells.map((cell) => {
    const name = cell.toLowerCase().replace(/[\s_-]/g, '');
    return Object.hasOwn(headings, name) ? headings[name] : undefined;
  });
  return columns.includes('address') ? columns : undefined;
}

function readRow(cells: readonly string[], columns: readonly (Column | undefined)[]): ImportedServer | Message {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const read = readTarget(cell('address'));
  if (!read.ok) return read.fault;
  const portText = cell('port');
  const port = portText === '' ? (read.target.port ?? defaultRdpPort) : readPort(portText);
  if (port === undefined) return message('server.fault.port');
  const group = cell('group');
  const label = cell('label') || read.target.host;
  return { label, address: read.target.host, port, via: 'none', ...(group === '' ? {} : { group }) };
}

export function importList(bytes: Uint8Array): Imported {
  const servers: ImportedServer[] = [];
  const leftOut: LeftOut[] = [];
  const lines = decodeText(bytes).text.split(/\r\n|\r|\n/);
  const rows = lines.map((text, index) => ({ text: text.trim(), line: index + 1 })).filter(({ text }) => text !== '' && !/^[#;]/.test(text));
  const separator = [',', ';', '\t'].find((candidate) => rows.some(({ text }) => text.includes(candidate))) ?? ',';
  const header = headerOf(cellsOf(rows[0]?.text ?? '', separator));
  for (const { text, line } of header === undefined ? rows : rows.slice(1)) {
    const row = readRow(cellsOf(text, separator), header ?? WITHOUT_HEADER);
    if ('key' in row) leftOut.push({ what: text, line, why: row });
    else servers.push(row);
  }
  return { servers, leftOut };
}
