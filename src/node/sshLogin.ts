// Logging in to one host: which attempt follows which, and what is asked of a person for it. Answers are passed on and not kept.

import type { SecretQuestion, ShellPerson } from '../core/ports';
import type { Failure } from '../core/result';
import type { HostSettings } from '../core/ssh/hostSettings';
import { nextStep } from '../core/ssh/loginSteps';
import { authenticationFailed, loginGivenUp, passwordExpired } from '../core/ssh/sshFailures';
import { machineName, placeName } from '../core/ssh/hostName';
import { identitiesFor, type Identities, type Identity, type IdentityParts, type Keyring } from './sshIdentities';
import type { Attempt, Prompt, SshLibrary } from './sshLibrary';

type QuestionAbout = SecretQuestion extends infer Q ? (Q extends SecretQuestion ? Omit<Q, 'host' | 'user'> : never) : never;

export interface LoginParts extends Pick<IdentityParts, 'library' | 'agents'> {
  readonly library: SshLibrary;
  readonly settings: HostSettings;
  readonly person: ShellPerson;
  readonly keyring: Keyring;
  readonly signal: AbortSignal;
  /** Keeps time-outs from running while a person thinks. */
  readonly asking: <T>(question: () => Promise<T>) => Promise<T>;
}

export interface Login {
  nextAttempt(offered: readonly string[] | undefined): Promise<Attempt | undefined>;
  /** The last answers were accepted. */
  succeeded(): void;
  expired(): void;
  /** Why nobody was let in. */
  failure(): Failure;
}

type Ask = (about: QuestionAbout) => Promise<{ readonly question: SecretQuestion; readonly answer: string | undefined }>;

function createAsk({ settings, person, signal, asking }: LoginParts): Ask {
  return async (about) => {
    // The cast joins what was taken apart: every question has a host and a user.
    const question = { ...about, host: placeName(settings), user: settings.user } as SecretQuestion;
    return { question, answer: signal.aborted ? undefined : await asking(() => person.secret(question, signal)) };
  };
}

/** The keys, read when the server first says that it takes keys. */
async function loadIdentities({ library, agents, settings, person, keyring, asking }: LoginParts, ask: Ask, onLocked: () => void): Promise<Identities> {
  const asked = new Map<string, SecretQuestion>();
  return identitiesFor(settings, {
    library,
    agents,
    log: person.log,
    keyring,
    asking,
    askPassphrase: async (file, again) => {
      const { question, answer } = await ask({ kind: 'passphrase', file, again });
      asked.set(file, question);
      if (answer === undefined) onLocked();
      return answer;
    },
    onPassphraseAccepted: (file) => {
      const question = asked.get(file);
      if (question !== undefined) person.accepted(question);
    },
  });
}

async function nextKey(left: Identity[]): Promise<Attempt | undefined> {
  for (let identity = left.shift(); identity !== undefined; identity = left.shift()) {
    const key = identity.kind === 'key' ? identity.key : await identity.open();
    if (key !== undefined) return { kind: 'key', key };
  }
  return undefined;
}

interface Ended {
  readonly offered: readonly string[];
  readonly tried: ReadonlySet<string>;
  readonly unusable: Failure | undefined;
  /** Whether any question of the server's was answered. */
  readonly answered: boolean;
  /** A question of the server's or for the password was not. */
  readonly unanswered: boolean;
  /** A key stayed locked, because nobody gave its passphrase. */
  readonly locked: boolean;
  readonly expired: boolean;
}

function whyRefused({ offered, tried, unusable, answered, unanswered, locked, expired }: Ended, machine: string): Failure {
  if (expired) return passwordExpired(machine);
  const onlyKeys = !tried.has('password') && !tried.has('keyboard-interactive');
  if (unusable !== undefined && onlyKeys) return unusable;
  if (!unanswered && !(locked && onlyKeys)) return authenticationFailed(machine, offered, [...tried]);
  // What was left open was not refused.
  const open = [...(answered ? [] : ['keyboard-interactive']), ...(locked ? ['publickey'] : [])];
  return loginGivenUp(machine, offered, [...tried].filter((method) => !open.includes(method)));
}

/** One conversation of questions and answers, then one attempt after the other. */
export function createLogin(parts: LoginParts): Login {
  const { settings, person, signal } = parts;
  const ask = createAsk(parts);
  const machine = machineName(settings);
  const state = {
    offered: [] as readonly string[],
    tried: new Set<string>(),
    keys: undefined as Identity[] | undefined,
    unusable: undefined as Failure | undefined,
    dialogs: 0,
    answered: false,
    passwords: 0,
    unanswered: false,
    locked: false,
    expired: false,
    /** What the attempt under way rests on. */
    questions: [] as readonly SecretQuestion[],
  };

  const keys = async (): Promise<Identity[]> => {
    if (state.keys !== undefined) return state.keys;
    const found = await loadIdentities(parts, ask, () => void (state.locked = true));
    state.unusable = found.unusable;
    state.keys = [...found.list];
    return state.keys;
  };

  const answerDialog = async (instruction: string, prompts: readonly Prompt[]): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (const { prompt, echo } of prompts) {
      const { question, answer } = await ask({ kind: 'answer', instruction, prompt, echo, again: state.dialogs > 1 });
      if (answer === undefined) {
        state.unanswered = true;
        break;
      }
      state.answered = true;
      state.questions = [...state.questions, question];
      answers.push(answer);
    }
    // The server is owed as many answers as it asked for.
    return prompts.map((_prompt, index) => answers[index] ?? '');
  };

  const password = async (): Promise<Attempt | undefined> => {
    const { question, answer } = await ask({ kind: 'password', again: state.passwords > 0 });
    if (answer === undefined) {
      state.unanswered = true;
      return undefined;
    }
    state.passwords++;
    state.tried.add('password');
    state.questions = [question];
    return { kind: 'password', password: answer };
  };

  const attempt = async (offered: readonly string[] | undefined): Promise<Attempt | undefined> => {
    const left = offered?.includes('publickey') === true ? await keys() : [];
    state.questions = [];
    switch (nextStep({ ...state, offered, keysLeft: left.length > 0 })) {
      case undefined:
        return undefined;
      case 'none':
        return { kind: 'none' };
      case 'key': {
        const key = await nextKey(left);
        if (key === undefined) return attempt(offered);
        state.tried.add('publickey');
        return key;
      }
      case 'dialog':
        state.dialogs++;
        state.tried.add('keyboard-interactive');
        return { kind: 'dialog', answer: answerDialog };
      case 'password':
        return password();
    }
  };

  return {
    nextAttempt: async (offered) => {
      if (signal.aborted) return undefined;
      if (offered !== undefined) state.offered = offered;
      return attempt(offered);
    },
    succeeded: () => {
      for (const question of state.questions) person.accepted(question);
      state.keys = undefined;
      person.log.info(`Logged in to ${machine} (tried: ${[...state.tried].join(', ')}).`);
    },
    expired: () => void (state.expired = true),
    failure: () => whyRefused(state, machine),
  };
}
