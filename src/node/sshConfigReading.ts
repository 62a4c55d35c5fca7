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
import { judgeMatch, NO_VALUE, type MatchFacts } from './sshConfigMatch';

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
  /** Sections that do not apply are gone through all the same, as ssh does: in what they include, `Match final` may be asked for. */
  readonly active: boolean;
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
  // For ssh this is the same as not having said anything: a later line counts.
  if (keyword === 'connecttimeout' && values[0]?.toLowerCase() === 'none') return;
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

function hostNameOf({ target, found }: Evaluation): string {
  const hostName = found.get('hostname')?.[0] ?? '%h';
  return hostName.replace(/%(.)/g, (token, letter: string) => (letter === 'h' ? target.host : letter === '%' ? '%' : token));
}

function factsOf(evaluation: Evaluation): MatchFacts {
  const { target, files, found, again } = evaluation;
  return {
    host: hostNameOf(evaluation),
    originalHost: target.host,
    user: found.get('user')?.[0] ?? files.userName,
    localUser: files.userName,
    final: again,
  };
}

function sectionApplies(section: Directive, values: readonly string[], place: Place, evaluation: Evaluation): boolean {
  if (section.param.toLowerCase() === 'host') {
    // The second time, Host is about the name that was found the first time.
    return matchesList(evaluation.again ? hostNameOf(evaluation) : evaluation.target.host, values);
  }
  const { applies, unknown, wantsFinal } = judgeMatch(values, factsOf(evaluation));
  evaluation.wantsAgain ||= wantsFinal;
  if (unknown !== undefined && place.active) {
    tell(evaluation, `"Match ${values.join(' ')}" of the ssh configuration is left out: ${unknown} is not evaluated without ssh.`);
  }
  return applies;
}

async function evaluate(lines: readonly Line[], place: Place, evaluation: Evaluation): Promise<Failure | undefined> {
  for (const line of lines.filter(isDirective)) {
    const values = valuesOf(line);
    let failure: Failure | undefined;
    if ('config' in line) {
      const applies = sectionApplies(line, values, place, evaluation);
      failure = await evaluate(line.config, { ...place, active: applies && place.active }, evaluation);
    } else if (line.param.toLowerCase() === 'include') {
      failure = await include(values, place, evaluation);
    } else if (place.active) {
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

/** The package wants a value after every criterion that it does not know to have none, and does not know `!final`. */
function parsable(text: string): string {
  return text.replace(/^[ \t]*match[ \t=].*$/gim, (line) => line.replace(/!(all|canonical|final)(?=\s|$)/gi, `!$1 ${NO_VALUE}`));
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
    lines = parse(parsable(read.text));
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
  if (configFile !== undefined) return readInto(configFile, { open: [], active: true, folder: userFolder }, evaluation);
  const failure = await readInto(path.join(userFolder, 'config'), { open: [], active: true, folder: userFolder }, evaluation);
  return failure ?? readInto(path.join(systemFolder(), 'ssh_config'), { open: [], active: true, folder: systemFolder() }, evaluation);
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
  let failure = await readAll(evaluation);
  if (failure === undefined && evaluation.wantsAgain) {
    // The name of the host is settled by then, also where nothing has named it.
    found.set('hostname', [hostNameOf(evaluation).toLowerCase().replaceAll('%', '%%')]);
    failure = await readAll({ ...evaluation, again: true });
  }
  return failure === undefined ? succeed(new Map([...defaults(files.home), ...found])) : fail(failure);
}
