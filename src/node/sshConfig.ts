// The hosts of ~/.ssh/config that have a name of their own, with the address ssh would take. The file is only read: `Match exec` is
// never evaluated, no command runs and nothing is resolved. Source: ssh_config(5): the first value obtained is used.

import { LineType, parse, type Directive, type Line, type Section } from 'ssh-config';
import * as path from 'node:path';
import { defaultRdpPort } from '../core/listener/address';
import { message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { matchesList } from '../core/ssh/pattern';
import { isHost } from '../core/servers/address';
import { readSshTarget } from '../core/ssh/target';
import type { Imported, ImportedServer, LeftOut } from '../core/servers/imported';
import { absolutePath, expandGlob, readConfigFile } from './sshConfigFiles';

/** Patterns that all have to accept an alias: those of the Host line, and of the Host line around the Include. */
type Conditions = readonly (readonly string[])[];

interface Found {
  readonly aliases: Set<string>;
  readonly hostNames: { readonly conditions: Conditions; readonly hostName: string }[];
  readonly leftOut: LeftOut[];
}

/** OpenSSH's own limit (readconf.c, READCONF_MAX_DEPTH). */
const DEEPEST_INCLUDE = 16;

function valuesOf(directive: Directive): readonly string[] {
  return typeof directive.value === 'string' ? [directive.value] : directive.value.map(({ val }) => val);
}

const isDirective = (line: Line): line is Directive | Section => line.type === LineType.DIRECTIVE;
const isSection = (line: Directive | Section): line is Section => 'config' in line;

interface Place {
  readonly home: string;
  /** The files being read, outermost first. */
  readonly open: readonly string[];
  readonly conditions: Conditions;
}

async function readLines(lines: readonly Line[], place: Place, found: Found): Promise<void> {
  for (const line of lines.filter(isDirective)) {
    const values = valuesOf(line);
    switch (line.param.toLowerCase()) {
      case 'host':
        for (const pattern of values) if (!/[*?!]/.test(pattern)) found.aliases.add(pattern);
        if (isSection(line)) await readLines(line.config, { ...place, conditions: [...place.conditions, values] }, found);
        break;
      case 'match':
        if (!isSection(line)) break;
        if (values.join(' ').toLowerCase() === 'all') await readLines(line.config, place, found);
        else found.leftOut.push({ what: `Match ${values.join(' ')}`, why: message('server.import.match') });
        break;
      case 'include':
        await include(values, place, found);
        break;
      case 'hostname':
        found.hostNames.push({ conditions: place.conditions, hostName: values.join(' ') });
        break;
      default:
        break;
    }
  }
}

async function include(patterns: readonly string[], place: Place, found: Found): Promise<void> {
  for (const pattern of patterns) {
    for (const file of await expandGlob(absolutePath(pattern, place.home))) {
      if (place.open.includes(file) || place.open.length > DEEPEST_INCLUDE) {
        found.leftOut.push({ what: file, why: message('server.import.includeLoop') });
        continue;
      }
      const read = await readFileInto(file, place, found);
      if (read !== undefined && read !== 'ENOENT') found.leftOut.push({ what: file, why: message('server.import.unreadable', read) });
    }
  }
}

/** The system's code where the file could not be read. */
async function readFileInto(file: string, place: Place, found: Found): Promise<string | undefined> {
  const read = await readConfigFile(file);
  if (!read.ok) return read.systemCode;
  let lines: readonly Line[];
  try {
    lines = parse(read.text);
  } catch (error) {
    // The package throws plain errors on lines it cannot take apart, such as an open quote.
    if (!(error instanceof Error)) throw error;
    found.leftOut.push({ what: file, why: message('server.import.notConfig', error.message) });
    return undefined;
  }
  await readLines(lines, { ...place, open: [...place.open, file] }, found);
  return undefined;
}

function serverOf(alias: string, found: Found): ImportedServer | LeftOut {
  // An alias is handed to ssh later on: one that looks like an option is not.
  if (alias.startsWith('-')) return { what: alias, why: message('server.import.optionAlias') };
  const target = readSshTarget(alias);
  if (!target.ok) return { what: alias, why: target.failure.message };
  // It would be taken apart into a host and a port.
  if (target.value.host !== alias) return { what: alias, why: message('server.import.hostName', alias) };
  const named = found.hostNames.find(({ conditions }) => conditions.every((patterns) => matchesList(alias, patterns)))?.hostName;
  const address = (named ?? alias).replace(/%(.)/g, (token, letter: string) => (letter === 'h' ? alias : letter === '%' ? '%' : token));
  if (!isHost(address)) return { what: alias, why: message('server.import.hostName', address) };
  return { label: alias, address, port: defaultRdpPort, via: 'ssh', ssh: alias };
}

/** Hosts of the configuration in the user's home. The port of ssh is not the port of RDP and is not taken. */
export async function importSshConfig(home: string, file = path.join(home, '.ssh', 'config')): Promise<Result<Imported>> {
  const found: Found = { aliases: new Set(), hostNames: [], leftOut: [] };
  const unreadable = await readFileInto(file, { home, open: [], conditions: [] }, found);
  if (unreadable !== undefined) {
    return fail({
      code: 'fileUnreadable',
      message: message('failure.fileUnreadable', file, unreadable),
      remedy: message('failure.fileUnreadable.remedy'),
      retry: true,
    });
  }
  const servers: ImportedServer[] = [];
  for (const alias of found.aliases) {
    const server = serverOf(alias, found);
    if ('why' in server) found.leftOut.push(server);
    else servers.push(server);
  }
  return succeed({ servers, leftOut: found.leftOut });
}
