// A person of the tests: answers from a script, and remembers what was asked and said.

import type { HostKeyAnswer, HostKeyQuestion, SecretQuestion, ShellPerson } from '../../src/core/ports';
import { english } from '../../src/core/messages/english';

export interface ScriptedPerson extends ShellPerson {
  readonly hostKeys: HostKeyQuestion[];
  readonly secrets: SecretQuestion[];
  readonly kept: SecretQuestion[];
  readonly lines: string[];
  readonly phases: string[];
}

export interface Answers {
  readonly hostKey?: HostKeyAnswer | ((question: HostKeyQuestion, signal: AbortSignal) => Promise<HostKeyAnswer>);
  readonly secret?: (question: SecretQuestion, nth: number) => string | undefined;
}

export function person({ hostKey = 'refuse', secret = () => undefined }: Answers = {}): ScriptedPerson {
  const lines: string[] = [];
  const hostKeys: HostKeyQuestion[] = [];
  const secrets: SecretQuestion[] = [];
  const kept: SecretQuestion[] = [];
  const phases: string[] = [];
  const say = (level: string) => (text: string) => void lines.push(`${level}: ${text}`);
  return {
    hostKeys,
    secrets,
    kept,
    lines,
    phases,
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    progress: { phase: (text) => void phases.push(english(text)) },
    hostKey: async (question, signal) => {
      hostKeys.push(question);
      return typeof hostKey === 'function' ? hostKey(question, signal) : hostKey;
    },
    secret: async (question) => {
      secrets.push(question);
      return secret(question, secrets.length);
    },
    accepted: (question) => void kept.push(question),
  };
}
