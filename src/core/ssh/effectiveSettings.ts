// From keywords and their values to the settings of one host: numbers, durations, paths. Source: ssh_config(5), "TOKENS" and
// "ENVIRONMENT VARIABLES". Refuses values that ssh refuses as well, and names the keyword.

import { message } from '../messages/message';
import { fail, succeed, type Result } from '../result';
import type { Directives } from './directives';
import type { HostSettings } from './hostSettings';
import { isSshHost, readSshTarget, renderSshTarget } from './target';

/** What values may lean on. */
export interface SettingsPlace {
  /** What was asked for. */
  readonly alias: string;
  readonly home: string;
  /** The local user. */
  readonly userName: string;
  readonly environment: (name: string) => string | undefined;
  /** For %i, %l and %L. */
  readonly userId: string;
  readonly localHost: string;
  /** SHA-1 in hexadecimal, for %C. */
  readonly sha1: (text: string) => string;
  readonly source: HostSettings['source'];
}

const DURATION = /^(?:\d+[smhdw]?)+$/i;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `90`, `1m30s`; undefined for anything else and for what no timer can hold. */
function milliseconds(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let seconds = 0;
  for (const [, count = '', unit = 's'] of text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)) seconds += Number(count) * (SECONDS[unit === '' ? 's' : unit] ?? 1);
  return seconds * 1000 <= 0x7fffffff ? seconds * 1000 : undefined;
}

function integer(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : undefined;
}

const strictness: ReadonlyMap<string, HostSettings['strictHostKeyChecking']> = new Map([
  ['ask', 'ask'],
  ['yes', 'yes'],
  ['true', 'yes'],
  ['no', 'no'],
  ['false', 'no'],
  ['off', 'no'],
  ['accept-new', 'accept-new'],
]);

const truth: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/** Puts in tokens, once and from left to right. A token that is none of ssh's stays as it is: then no such file is found. */
function withTokens(text: string, tokens: Readonly<Record<string, string>>): string {
  return text.replace(/%(.)/g, (whole, letter: string) => (letter === '%' ? '%' : (tokens[letter] ?? whole)));
}

const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);

/** ssh takes a path that is not absolute from where it was started; here that is the home, because an editor is started anywhere. */
function pathOf(text: string, tokens: Readonly<Record<string, string>>, { home, environment }: SettingsPlace): string {
  const named = text
    .replace(/^__PROGRAMDATA__/, () => environment('ProgramData') ?? 'C:\\ProgramData')
    .replace(/\$\{([A-Za-z_]\w*)\}/g, (whole, name: string) => environment(name) ?? whole)
    .replace(/^~(?=[/\\]|$)/, () => home.replaceAll('%', '%%'));
  const path = withTokens(named, tokens);
  return isAbsolute(path) ? path : `${home}/${path}`;
}

function agentOf(value: string | undefined, tokens: Readonly<Record<string, string>>, place: SettingsPlace): string | undefined {
  if (value === undefined || value === 'SSH_AUTH_SOCK') return undefined;
  if (value.toLowerCase() === 'none') return 'none';
  // A variable that is not set means no agent, not the usual one.
  if (/^\$[A-Za-z_]\w*$/.test(value)) return place.environment(value.slice(1)) ?? 'none';
  return pathOf(value, tokens, place);
}

const isNone = (value: string): boolean => value.toLowerCase() === 'none';

/** Fails with `sshTargetUnusable`, naming keyword and value. */
export function hostSettings(directives: Directives, place: SettingsPlace): Result<HostSettings> {
  const first = (keyword: string): string | undefined => directives.get(keyword)?.[0];
  const faults: (readonly [keyword: string, value: string])[] = [];
  const read = <T>(keyword: string, fallback: T, reader: (text: string) => T | undefined): T => {
    const text = first(keyword);
    if (text === undefined) return fallback;
    const value = reader(text);
    if (value === undefined) faults.push([keyword, text]);
    return value ?? fallback;
  };
  const port = read('port', 22, (text) => integer(text, 1, 65_535));
  const user = first('user') ?? place.userName;
  const named = first('hostname') ?? place.alias;
  // ssh prints it with its tokens put in; in what was asked for there are none, and `%` begins the scope of an address.
  const isFinal = place.source === 'ssh' || first('hostname') === undefined;
  const hostName = lowerName(isFinal ? named : withTokens(named, { h: place.alias }));
  if (!isSshHost(hostName)) faults.push(['hostname', named]);
  const hostKeyAlias = first('hostkeyalias')?.toLowerCase();
  const jump = first('proxyjump') ?? 'none';
  const proxyJump = (isNone(jump) ? [] : jump.split(',')).flatMap((hop) => {
    const target = readSshTarget(hop);
    if (target.ok) return [renderSshTarget(target.value)];
    faults.push(['proxyjump', hop]);
    return [];
  });
  const command = first('proxycommand') ?? 'none';
  const full = place.localHost;
  const tokens = {
    ...{ h: hostName, n: place.alias, p: String(port), r: user, u: place.userName, d: place.home, i: place.userId },
    ...{ k: hostKeyAlias ?? place.alias, l: full, L: full.replace(/\..*$/, ''), j: proxyJump.length === 0 ? '' : jump },
    C: place.sha1(`${full}${hostName}${port}${user}${proxyJump.length === 0 ? '' : jump}`),
  };
  const files = (keyword: string): readonly string[] =>
    (directives.get(keyword) ?? []).filter((file) => !isNone(file)).map((file) => pathOf(file, tokens, place));
  const settings: HostSettings = {
    ...{ alias: place.alias, hostName, port, user, hostKeyAlias, proxyJump, source: place.source },
    identityFiles: [...new Set(files('identityfile'))],
    identitiesOnly: read('identitiesonly', false, (text) => truth.get(text.toLowerCase())),
    identityAgent: agentOf(first('identityagent'), tokens, place),
    proxyCommand: proxyJump.length > 0 || isNone(command) ? undefined : command,
    connectTimeoutMs: read<number>('connecttimeout', 0, (text) => (isNone(text) ? 0 : milliseconds(text))) || undefined,
    serverAliveIntervalMs: read('serveraliveinterval', 0, milliseconds),
    serverAliveCountMax: read('serveralivecountmax', 3, (text) => integer(text, 0, 0x7fffffff)),
    strictHostKeyChecking: read('stricthostkeychecking', 'ask', (text) => strictness.get(text.toLowerCase())),
    userKnownHostsFiles: files('userknownhostsfile'),
    globalKnownHostsFiles: files('globalknownhostsfile'),
  };
  const [fault] = faults;
  if (fault === undefined) return succeed(settings);
  return fail({
    code: 'sshTargetUnusable',
    message: message('ssh.config.value', place.alias, ...fault),
    remedy: message('ssh.config.remedy'),
    retry: false,
  });
}

/** ssh lowers names and leaves addresses, whose scope may differ by case. */
const lowerName = (host: string): string => (host.includes(':') ? host : host.toLowerCase());
