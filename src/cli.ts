// The door to the terminal and to CI: core, the node room and the terminal room, put together. No logic here.

import { hostname } from 'node:os';
import { join } from 'node:path';
import { version } from '../package.json';
import { askAtTerminal } from './node/controllingTerminal';
import { digest } from './node/digest';
import { findFiles, readBytes, readHead, writeText } from './node/files';
import { createListenerPorts } from './node/listenerPorts';
import { atMost } from './node/roomForMany';
import { readInput } from './node/standardInput';
import { openStandardStreams } from './node/standardStreams';
import type { SshDoor } from './terminal/ports';
import { run } from './terminal/run';

const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

const output = openStandardStreams();

const ssh: SshDoor = {
  openSsh: async (wishes) => (await import('./node/sshAccess')).openSshAccess(wishes),
  ask: askAtTerminal,
};

const machine = {
  version,
  hostName: hostname(),
  files: { find: findFiles, readHead, read: readBytes, write: writeText },
  ...createListenerPorts(),
  digest,
  ssh,
  rulePage: (code: string) => join(__dirname, '..', 'docs', 'rules', `${code}.md`),
  output,
  readInput,
  atMost,
  signal: controller.signal,
};

run(process.argv.slice(2), machine).then(output.leave, (error: unknown) => {
  output.complain(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  output.leave(2);
});
