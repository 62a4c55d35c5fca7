// Where agents are looked for, by system and configuration.

import { deepEqual, match } from 'node:assert/strict';
import { agentSockets } from '../../src/node/sshAgents';
import { settingsOf } from './sshSettings';
import { person } from './sshPerson';

const at = { host: '127.0.0.1', port: 22 };
const openSsh = '\\\\.\\pipe\\openssh-ssh-agent';

describe('agents', () => {
  async function sockets(platform: NodeJS.Platform, identityAgent: string | undefined, variable?: string): Promise<readonly [readonly string[], readonly string[]]> {
    const who = person();
    const found = await agentSockets(settingsOf(at, 'u', { identityAgent }), { platform, env: { SSH_AUTH_SOCK: variable, USERNAME: 'me' } }, who.log);
    return [found, who.lines];
  }

  it('are where the variable says, or the configuration, or nowhere', async () => {
    deepEqual((await sockets('linux', undefined))[0], []);
    deepEqual((await sockets('linux', undefined, '/run/agent'))[0], ['/run/agent']);
    deepEqual((await sockets('linux', '/other', '/run/agent'))[0], ['/other']);
    deepEqual((await sockets('linux', 'SSH_AUTH_SOCK', '/run/agent'))[0], ['/run/agent']);
    deepEqual((await sockets('linux', 'none', '/run/agent'))[0], []);
  });

  it('are behind pipes on Windows, and nothing is started to reach others', async () => {
    deepEqual((await sockets('win32', undefined))[0], [openSsh]);
    deepEqual((await sockets('win32', undefined, openSsh))[0], [openSsh]);
    deepEqual((await sockets('win32', '//./pipe/mine'))[0], ['//./pipe/mine']);
    const [found, lines] = await sockets('win32', undefined, 'C:\\cygwin\\agent.1');
    deepEqual(found, [openSsh]);
    match(lines.join('\n'), /left out/);
    deepEqual((await sockets('win32', 'C:\\cygwin\\agent.1'))[0], []);
  });
});
