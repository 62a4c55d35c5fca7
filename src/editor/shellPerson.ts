// The person at this editor, as whoever connects asks them: about host keys in a dialog, for secrets in a masked box, one question at a
// time. A secret is looked for among the saved ones first, and saved only where the person chose so and the server accepted it.

import { message, type Message } from '../core/messages/message';
import type { HostKeyAnswer, HostKeyQuestion, Log, Progress, SecretQuestion, ShellPerson } from '../core/ports';
import { foreignWords } from '../core/text/foreignWords';
import { askSecret, askText, decide } from './prompts';
import { secretKey, type SavedSecrets } from './secrets';

export interface PeopleParts {
  readonly log: Log;
  /** Told every secret before it is used: what the log must not show. */
  readonly learn: (secret: string) => void;
  readonly saved: SavedSecrets;
  readonly prompts: Prompts;
}

/** What is put on the screen. */
export interface Prompts {
  readonly askSecret: typeof askSecret;
  readonly askText: typeof askText;
  readonly decide: typeof decide;
}

export const onScreen: Prompts = { askSecret, askText, decide };

export interface ShellPeople {
  /** The person, for one connection with its own progress. */
  forConnection(progress: Progress): ConnectingPerson;
}

export interface ConnectingPerson extends ShellPerson {
  /** Whether they were shown a host key and did not want to connect. */
  readonly turnedAway: () => boolean;
}

function orAborted<T>(work: Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      resolve(otherwise);
    };
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

function titleOf(question: SecretQuestion): Message {
  const { user, host } = question;
  switch (question.kind) {
    case 'password':
      return message('reach.password.title', user, host);
    case 'passphrase':
      return message('reach.passphrase.title');
    case 'answer':
      return message('reach.answer.title', user, host);
  }
}

/** The server's words are said to be the server's. */
function serverAsks(instruction: string, prompt: string): readonly Message[] {
  const said = foreignWords(instruction);
  const asked = foreignWords(prompt);
  return [
    ...(said === '' ? [] : [message('reach.answer.instruction', said)]),
    asked === '' ? message('reach.answer.prompt.silent') : message('reach.answer.prompt', asked),
  ];
}

/** What the title does not say. */
function linesOf(question: SecretQuestion): readonly Message[] {
  switch (question.kind) {
    case 'password':
      return [];
    case 'passphrase':
      return [message('reach.passphrase.prompt', question.file, question.user, question.host)];
    case 'answer':
      return serverAsks(question.instruction, question.prompt);
  }
}

function hostKeyDetails({ keyType, fingerprint, through }: HostKeyQuestion): readonly (readonly Message[])[] {
  return [
    [
      message('reach.hostKey.type', keyType),
      message('reach.hostKey.fingerprint', fingerprint),
      ...(through === undefined ? [] : [message('reach.hostKey.through', through)]),
    ],
    [message('reach.hostKey.compare')],
    [message('reach.hostKey.store')],
  ];
}

export function createShellPeople({ log, learn, saved, prompts }: PeopleParts): ShellPeople {
  // The editor has one place for questions: a second one would put the first off the screen, which counts as leaving it.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(ask: () => Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> {
    const askNow = (): Promise<T> => (signal.aborted ? Promise.resolve(otherwise) : ask());
    const mine = last.then(askNow, askNow);
    last = mine;
    return orAborted(mine, otherwise, signal);
  }

  const askHostKey = async (question: HostKeyQuestion): Promise<HostKeyAnswer> =>
    (await prompts.decide<HostKeyAnswer>({
      question: message('reach.hostKey', question.host),
      details: hostKeyDetails(question),
      choices: [
        { title: message('reach.hostKey.once'), value: 'once' },
        { title: message('reach.hostKey.remember'), value: 'remember' },
      ],
    })) ?? 'refuse';

  return {
    forConnection: (progress) => {
      const toKeep = new Map<string, string>();
      const state = { turnedAway: false };

      async function askInClear(question: SecretQuestion, signal: AbortSignal): Promise<string | undefined> {
        const [prompt, ...before] = [...linesOf(question)].reverse();
        if (prompt === undefined) return undefined;
        const instruction = before[0];
        const place = instruction === undefined ? {} : { placeholder: instruction };
        const given = await prompts.askText({ title: titleOf(question), prompt, ...place, value: '', fault: () => undefined, signal });
        return given.kind === 'answer' ? given.value : undefined;
      }

      async function askMasked(question: SecretQuestion, signal: AbortSignal): Promise<string | undefined> {
        // Looked for in turn: what was asked for a moment ago may be saved by now.
        const found = await saved.find(question);
        if (found !== undefined) {
          learn(found);
          log.info(`${question.host}: a saved secret answers for ${question.user}.`);
          return found;
        }
        const prompt = [...(question.again ? [message('reach.secret.again')] : []), ...linesOf(question)];
        const given = await prompts.askSecret({ title: titleOf(question), prompt, canKeep: true, signal });
        if (given.kind !== 'answer') return undefined;
        const { text, keep } = given.value;
        learn(text);
        if (keep) toKeep.set(secretKey(question), text);
        else toKeep.delete(secretKey(question));
        return text;
      }

      return {
        log,
        progress,
        turnedAway: () => state.turnedAway,
        hostKey: async (question, signal) => {
          const answer = await inTurn(() => askHostKey(question), 'refuse', signal);
          state.turnedAway = answer === 'refuse';
          return answer;
        },
        secret: async (question, signal) => {
          if (question.again) await saved.drop(question);
          const ask = question.kind === 'answer' && question.echo ? askInClear : askMasked;
          return inTurn(() => ask(question, signal), undefined, signal);
        },
        accepted: (question) => {
          const text = toKeep.get(secretKey(question));
          toKeep.delete(secretKey(question));
          if (text === undefined) return;
          saved.keep(question, text).catch((error: unknown) => {
            log.error(`The secret storage did not take what was to be remembered: ${String(error)}`);
          });
        },
      };
    },
  };
}
