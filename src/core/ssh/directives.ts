// What decides about a host, keyword by keyword: read from the output of `ssh -G` here, or from the files by node/sshConfigReading.ts.
// Source: ssh_config(5), and ssh.c of OpenSSH for what -G prints. Values are as written: `~` and tokens are still in them.

/** Keyword in lower case → its values. Every list has at least one; only files are more than one. */
export type Directives = ReadonlyMap<string, readonly string[]>;

/** Keywords that hold one value; the first one counts. */
export const singleKeywords = [
  'hostname',
  'user',
  'port',
  'identitiesonly',
  'identityagent',
  'proxyjump',
  'proxycommand',
  'connecttimeout',
  'serveraliveinterval',
  'serveralivecountmax',
  'hostkeyalias',
  'stricthostkeychecking',
] as const;

/** Keywords that hold several files on one line; the first line counts. */
export const fileListKeywords = ['userknownhostsfile', 'globalknownhostsfile'] as const;

const isFileList = (keyword: string): boolean => fileListKeywords.some((known) => known === keyword);
const isWanted = (keyword: string): boolean => keyword === 'identityfile' || isFileList(keyword) || singleKeywords.some((known) => known === keyword);

// ssh prints lists of files without quotes. A blank before what begins a path parts two files; any other belongs to a name.
const BETWEEN_FILES = / +(?=[/~\\%$]|[A-Za-z]:[\\/]|__PROGRAMDATA__|none$)/;

/** Reads what `ssh -G` printed. Lines that do not matter here are left out. */
export function readEffectiveSettings(output: string): Directives {
  const found = new Map<string, readonly string[]>();
  for (const line of output.split(/\r?\n/)) {
    const [, keyword = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    if (!isWanted(keyword) || value.trim() === '') continue;
    if (keyword === 'identityfile') found.set(keyword, [...(found.get(keyword) ?? []), value]);
    else if (!found.has(keyword)) found.set(keyword, isFileList(keyword) ? value.trim().split(BETWEEN_FILES) : [value.trim()]);
  }
  return found;
}
