// Servers from what other programs already know: pick a source, pick files, pick servers. What could not be taken is said and logged.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import { fail, succeed, type Result } from '../core/result';
import { doorText, sameDoor } from '../core/servers/address';
import type { ServerFields } from '../core/servers/entries';
import type { Imported } from '../core/servers/imported';
import type { LogChannel } from './log';
import { pickFiles, pickMany, pickOne } from './prompts';
import { translate } from './translate';

/** Reads the ssh configuration of the person at this desktop. */
export type ReadSshConfig = () => Promise<Result<Imported>>;

export interface ImportPorts {
  /** On first use. */
  readonly load: () => Promise<typeof import('../core/servers/importers')>;
  /** Undefined where there is no home to read from. */
  readonly readSshConfig: ReadSshConfig | undefined;
}

type FileSource = 'rdp' | 'rdg' | 'list';

const title = message('server.import.title');
const LARGEST_BYTES = 16 * 1024 * 1024;

async function pickSource(hasSshConfig: boolean): Promise<FileSource | 'ssh' | undefined> {
  const answer = await pickOne<FileSource | 'ssh'>({
    title,
    placeholder: message('server.import.source'),
    choices: [
      ...(hasSshConfig ? [{ label: message('server.import.source.ssh'), description: '~/.ssh/config', icon: 'terminal', value: 'ssh' as const }] : []),
      { label: message('server.import.source.rdp'), description: '.rdp', icon: 'remote', value: 'rdp' },
      { label: message('server.import.source.rdg'), description: '.rdg', icon: 'list-tree', value: 'rdg' },
      { label: message('server.import.source.list'), description: '.txt, .csv', icon: 'list-flat', value: 'list' },
    ],
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

const endings: Readonly<Record<FileSource, Readonly<Record<string, readonly string[]>>>> = {
  rdp: { '.rdp': ['rdp'] },
  rdg: { '.rdg': ['rdg'] },
  list: { '.txt, .csv': ['txt', 'csv', 'lst', 'tsv'], '*': ['*'] },
};

function unreadable(uri: vscode.Uri, why: string): Result<never> {
  return fail({
    code: 'fileUnreadable',
    message: message('failure.fileUnreadable', uri.scheme === 'file' ? uri.fsPath : uri.toString(), why),
    remedy: message('failure.fileUnreadable.remedy'),
    retry: true,
  });
}

async function readFile(uri: vscode.Uri): Promise<Result<Uint8Array>> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_BYTES) return unreadable(uri, translate(message('server.import.tooLarge', LARGEST_BYTES / (1024 * 1024))));
    return succeed(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return unreadable(uri, error.code);
    throw error;
  }
}

async function readFiles(source: FileSource, load: ImportPorts['load']): Promise<Result<Imported>> {
  const { importRdp, importRdg, importList } = await load();
  const parts: Imported[] = [];
  for (const uri of await pickFiles(title, endings[source])) {
    const bytes = await readFile(uri);
    if (!bytes.ok) return bytes;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    parts.push(source === 'rdp' ? importRdp(bytes.value, name) : source === 'rdg' ? importRdg(bytes.value) : importList(bytes.value));
  }
  return succeed({ servers: parts.flatMap((part) => part.servers), leftOut: parts.flatMap((part) => part.leftOut) });
}

function logLeftOut({ leftOut }: Imported, log: LogChannel): void {
  for (const { what, line, why } of leftOut) {
    log.warn(`${translate(title)}: ${line === undefined ? '' : `${String(line)}: `}${what}: ${translate(why)}`);
  }
}

function foundText({ servers, leftOut }: Imported): Message {
  if (leftOut.length === 0) return message('server.import.found', servers.length);
  return message('server.import.foundSome', servers.length, leftOut.length);
}

/** The servers a person chose; undefined where they left. `present` are marked and not chosen beforehand. */
export async function askImport(ports: ImportPorts, present: readonly ServerFields[], log: LogChannel): Promise<Result<readonly ServerFields[] | undefined>> {
  const source = await pickSource(ports.readSshConfig !== undefined);
  if (source === undefined) return succeed(undefined);
  const read = source === 'ssh' ? await ports.readSshConfig?.() : await readFiles(source, ports.load);
  if (read === undefined) return succeed(undefined);
  if (!read.ok) return read;
  const imported = read.value;
  logLeftOut(imported, log);
  if (imported.servers.length === 0) {
    const [first] = imported.leftOut;
    // No file was picked: nothing to say.
    if (first === undefined && source !== 'ssh') return succeed(undefined);
    return fail({
      code: 'invalidInput',
      message: first === undefined ? message('server.import.noHosts') : message('server.import.nothing', first.what, translate(first.why)),
      remedy: message('server.import.nothing.remedy'),
      retry: true,
    });
  }
  const answer = await pickMany<ServerFields>({
    title,
    placeholder: foundText(imported),
    choices: imported.servers.map((server) => {
      const isPresent = present.some((other) => sameDoor(other, server));
      const where = server.group === undefined ? doorText(server) : `${doorText(server)} · ${server.group}`;
      return {
        label: server.label,
        description: isPresent ? message('server.import.present', where) : where,
        picked: !isPresent,
        value: server,
      };
    }),
  });
  return succeed(answer.kind === 'answer' ? answer.value : undefined);
}
