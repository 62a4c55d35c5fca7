// Who answers on the command line: its options about host keys, the person at the terminal about secrets, and nobody where there is no
// terminal. A host key is never a question here: what scrolls by is not compared.

import { english } from '../core/messages/english';
import { message } from '../core/messages/message';
import type { Log, SecretQuestion, ShellPerson } from '../core/ports';
import type { Failure } from '../core/result';
import { foreignWords } from '../core/text/foreignWords';
import type { SshDoor } from './ports';
import { printable } from './printable';
import type { Reach } from './reach';

export interface SshPerson extends ShellPerson {
  /** Says of a host key that was refused how to accept it. */
  explained(failure: Failure): Failure;
}

function asked(question: SecretQuestion): string {
  switch (question.kind) {
    case 'password':
      return english(message('command.ask.password', question.user, question.host));
    case 'passphrase':
      return english(message('command.ask.passphrase', question.file));
    case 'answer':
      // The server's words, and said to be its.
      return english(message('command.ask.answer', question.user, question.host, foreignWords(`${question.instruction} ${question.prompt}`)));
  }
}

const again = ({ again }: SecretQuestion): string => (again ? `${english(message('command.ask.again'))} ` : '');

export function createSshPerson({ acceptedKeys }: Reach, ssh: SshDoor, log: Log): SshPerson {
  const refused: string[] = [];
  return {
    log,
    progress: { phase: () => undefined },
    hostKey: async ({ fingerprint }) => {
      if (acceptedKeys.includes(fingerprint)) return 'once';
      refused.push(fingerprint);
      return 'refuse';
    },
    secret: async (question, signal) => {
      const text = printable(`${again(question)}${asked(question)} `).replaceAll('\n', ' ');
      return ssh.ask(text, question.kind === 'answer' && question.echo, signal);
    },
    accepted: () => undefined, // nothing is kept
    explained: (failure) => {
      const [fingerprint] = refused;
      if (failure.code !== 'hostKeyUnknown' || fingerprint === undefined) return failure;
      return { ...failure, remedy: message('command.acceptHostKey', fingerprint) };
    },
  };
}
