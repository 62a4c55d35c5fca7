// Where the agents of this machine listen. On Windows only pipes count: other kinds of sockets there are reached through programs,
// and none is started here.

import { readdir } from 'node:fs/promises';
import type { Log } from '../core/ports';
import type { HostSettings } from '../core/ssh/hostSettings';

export interface AgentPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const pipes = '\\\\.\\pipe\\';
const openSshPipe = `${pipes}openssh-ssh-agent`;
const isPipe = (socket: string): boolean => /^[/\\]{2}\.[/\\]pipe[/\\]/i.test(socket);

/** Pageant's pipe carries the name of its user and a hash. */
async function pageantPipes(user: string): Promise<readonly string[]> {
  try {
    const names = await readdir(pipes);
    return names.filter((name) => name.toLowerCase().startsWith(`pageant.${user.toLowerCase()}.`)).map((name) => pipes + name);
  } catch {
    return []; // the list of pipes is no folder to everybody
  }
}

/** Sockets and pipes to ask for keys, in this order. */
export async function agentSockets(settings: HostSettings, { platform, env }: AgentPlaces, log: Log): Promise<readonly string[]> {
  const { identityAgent } = settings;
  if (identityAgent === 'none') return [];
  const usual = env['SSH_AUTH_SOCK'] ?? '';
  const named = identityAgent === undefined || identityAgent === 'SSH_AUTH_SOCK' ? usual : identityAgent;
  if (platform !== 'win32') return named === '' ? [] : [named];
  if (named !== '' && !isPipe(named)) log.warn(`The agent at ${named} is left out: on Windows only agents behind a pipe are asked.`);
  const first = isPipe(named) ? [named] : [];
  if (identityAgent !== undefined) return first;
  return [...new Set([...first, openSshPipe, ...(await pageantPipes(env['USERNAME'] ?? ''))])];
}
