// What ssh's configuration files say about one host, without ssh: for computers that have none. Follows ssh_config(5) and OpenSSH's
// readconf.c: the first value obtained counts, sections apply by what is known when they are reached. Nothing is run: a section that
// depends on a program (`Match exec`), or on what only ssh knows, is left out, and the log says so.

import { LineType, parse, type Directive, type Line, type Section } from 'ssh-config';
import * as path from 'node:path';
import { message } from '../core/messages/message';
import type { Log } from '../core/ports';
import { fail, succeed, type Failure, type Result } from '../core/result';
import { fileListKeywords, singleKeywords, type Directives } from '../core/ssh/directives';
import { matchesList } from '../core/ssh/pattern';
import type { SshTarget } from '../core/ssh/target';
import { absolutePath, expandGlob, readConfigFile } from './sshConfigFiles';
import { judgeMatch, type MatchFacts } from './sshConfigMatch';

export interface ConfigFiles {
  readonly home: string;
  readonly userName: string;
  readonly log: Log;
  /** Instead of the user's and the system's. */
  readonly configFile?: string | undefined;
}

interface Evaluation {
  readonly target: SshTarget;
  readonly files: ConfigFiles;
  readonly found: Map<string, readonly string[]>;
  /** Told once each. */
  readonly told: Set<string>;
  /** Whether this is the second time, which `Match final` asks for. */
  readonly again: boolean;
  wantsAgain: boolean;
}

interface Place {
  /** The files being read, outermost first. */
  readonly open: readonly string[];
  /** Relative Includes start here. */
  readonly folder: string;
}

/** OpenSSH's own limit (readconf.c, READCONF_MAX_DEPTH). */
const DEEPEST_INCLUDE = 16;

const isDirective = (line: Line): line is Directive | Section => line.type === LineType.DIRECTIVE;

function valuesOf(directive: Directive): readonly string[] {
  const values = typeof directive.value === 'string' ? [directive.value] : directive.value.map(({ val }) => val);
  return values.filter((value) => value !== '');
}

const isFileList = (keyword: string): boolean => fileListKeywords.some((known) => known === keyword);
const isSingle = (keyword: string): boolean => singleKeywords.some((known) => known === keyword);

function tell(evaluation: Evaluation, text: string): void {
  if (evaluation.told.has(text)) return;
  evaluation.told.add(text);
  evaluation.files.log.warn(text);
}

function take(keyword: string, values: readonly string[], evaluation: Evaluation): void {
  const { found } = evaluation;
  if (values.length === 0) return;
  if (keyword === 'canonicalizehostname' && values[0]?.toLowerCase() !== 'no') {
    tell(evaluation, 'CanonicalizeHostname of the ssh configuration is not supported without ssh: names are taken as they are.');
  }
  if (keyword === 'identityfile') {
    found.set(keyword, [...new Set([...(found.get(keyword) ?? []), ...values])]);
  } else if (!found.has(keyword)) {
    // Whichever of the two comes first switches the other off, also with `none`, but a jump to nowhere does not.
    if (keyword === 'proxyjump' && found.has('proxycommand')) return;
    if (keyword === 'proxycommand' && !['none', undefined].includes(found.get('proxyjump')?.[0]?.toLowerCase())) return;
    if (isFileList(keyword)) found.set(keyword, values);
    else if (isSingle(keyword)) found.set(keyword, [values.join(' ')]);
  }
}

function factsOf({ target, files, found, again }: Evaluation): MatchFacts {
  const hostName = found.get('hostname')?.[0]?.replace(/%(.)/g, (token, letter: string) => (letter === 'h' ? target.host : letter === '%' ? '%' : token));
  return {
    host: hostName ?? target.host,
    originalHost: target.host,
    user: found.get('user')?.[0] ?? files.userName,
    localUser: files.userName,
    final: again,
  };
}

function sectionApplies(section: Directive, values: readonly string[], evaluation: Evaluation): boolean {
  if (section.param.toLowerCase() === 'host') return matchesList(evaluation.target.host, values);
  const { applies, unknown, wantsFinal } = judgeMatch(values, factsOf(evaluation));
  evaluation.wantsAgain ||= wantsFinal;
  if (unknown !== undefined) tell(evaluation, `"Match ${values.join(' ')}" of the ssh configuration is left out: ${unknown} is not evaluated without ssh.`);
  return applies;
}

async function evaluate(lines: readonly Line[], place: Place, evaluation: Evaluation): Promise<Failure | undefined> {
  for (const line of lines.filter(isDirective)) {
    const values = valuesOf(line);
    let failure: Failure | undefined;
    if ('config' in line) {
      if (sectionApplies(line, values, evaluation)) failure = await evaluate(line.config, place, evaluation);
    } else if (line.param.toLowerCase() === 'include') {
      failure = await include(values, place, evaluation);
    } else {
      take(line.param.toLowerCase(), values, evaluation);
    }
    if (failure !== undefined) return failure;
  }
  return undefined;
}

async function include(patterns: readonly string[], place: Place, evaluation: Evaluation): Promise<Failure | undefined> {
  for (const pattern of patterns) {
    const absolute = pattern.startsWith('~') ? absolutePath(pattern, evaluation.files.home) : path.resolve(place.folder, pattern);
    for (const file of await expandGlob(absolute)) {
      const failure = place.open.length > DEEPEST_INCLUDE ? configFailure(message('ssh.config.loop', file)) : await readInto(file, place, evaluation);
      if (failure !== undefined) return failure;
    }
  }
  return undefined;
}

const configFailure = (what: Failure['message']): Failure => ({
  code: 'sshTargetUnusable',
  message: what,
  remedy: message('ssh.config.remedy'),
  retry: false,
});

/** A file that is not there says nothing, and is no failure. */
async function readInto(file: string, place: Place, evaluation: Evaluation): Promise<Failure | undefined> {
  const read = await readConfigFile(file);
  if (!read.ok) {
    if (read.systemCode === 'ENOENT') return undefined;
    return {
      code: 'fileUnreadable',
      message: message('failure.fileUnreadable', file, read.systemCode),
      remedy: message('failure.fileUnreadable.remedy'),
      retry: true,
    };
  }
  let lines: readonly Line[];
  try {
    lines = parse(read.text);
  } catch (error) {
    // The package throws plain errors on lines it cannot take apart, such as an open quote.
    if (!(error instanceof Error)) throw error;
    return configFailure(message('ssh.config.damaged', file, error.message));
  }
  return evaluate(lines, { ...place, open: [...place.open, file] }, evaluation);
}

function systemFolder(): string {
  return process.platform === 'win32' ? path.join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'ssh') : '/etc/ssh';
}

async function readAll(evaluation: Evaluation): Promise<Failure | undefined> {
  const { home, configFile } = evaluation.files;
  const userFolder = path.join(home, '.ssh');
  if (configFile !== undefined) return readInto(configFile, { open: [], folder: userFolder }, evaluation);
  const failure = await readInto(path.join(userFolder, 'config'), { open: [], folder: userFolder }, evaluation);
  return failure ?? readInto(path.join(systemFolder(), 'ssh_config'), { open: [], folder: systemFolder() }, evaluation);
}

/** What ssh has where the configuration says nothing. */
function defaults(home: string): Directives {
  const own = (names: readonly string[]): readonly string[] => names.map((name) => path.join(home, '.ssh', name));
  return new Map([
    ['identityfile', own(['id_rsa', 'id_ecdsa', 'id_ecdsa_sk', 'id_ed25519', 'id_ed25519_sk'])],
    ['userknownhostsfile', own(['known_hosts', 'known_hosts2'])],
    ['globalknownhostsfile', ['ssh_known_hosts', 'ssh_known_hosts2'].map((name) => path.join(systemFolder(), name))],
  ]);
}

/** Fails with `fileUnreadable` or `sshTargetUnusable`. */
export async function readConfiguration(target: SshTarget, files: ConfigFiles): Promise<Result<Directives>> {
  const found = new Map<string, readonly string[]>();
  if (target.user !== undefined) found.set('user', [target.user]);
  if (target.port !== undefined) found.set('port', [String(target.port)]);
  const evaluation: Evaluation = { target, files, found, told: new Set(), again: false, wantsAgain: false };
  const failure = (await readAll(evaluation)) ?? (evaluation.wantsAgain ? await readAll({ ...evaluation, again: true }) : undefined);
  return failure === undefined ? succeed(new Map([...defaults(files.home), ...found])) : fail(failure);
}
