// The person at the editor as a connection asks them: what is looked for first, what is saved and when, one question at a time. What is
// put on the screen is the business of test/ui; here it is answered by the test.

import { deepEqual, equal, ok } from 'node:assert/strict';
import type * as vscode from 'vscode';
import { texts } from '../../src/core/messages/table';
import type { HostKeyQuestion, Log, SecretQuestion } from '../../src/core/ports';
import { openSavedSecrets, type SavedSecrets } from '../../src/editor/secrets';
import { createShellPeople, type Prompts, type ShellPeople } from '../../src/editor/shellPerson';
import { learnTexts } from '../../src/editor/texts';
import { translate } from '../../src/editor/translate';

learnTexts(texts);

const password = (more: Partial<SecretQuestion> = {}): SecretQuestion =>
  ({ kind: 'password', user: 'admin', host: 'rds-07', again: false, ...more }) as SecretQuestion;
const passphrase: SecretQuestion = { kind: 'passphrase', user: 'admin', host: 'rds-07', file: '/keys/id', again: false };
const answer = (prompt: string, more: Partial<SecretQuestion> = {}): SecretQuestion =>
  ({ kind: 'answer', user: 'admin', host: 'rds-07', instruction: '', prompt, echo: false, again: false, ...more }) as SecretQuestion;
const hostKey: HostKeyQuestion = { host: '[rds-07]:2222', keyType: 'ssh-ed25519', fingerprint: 'SHA256:abc', through: 'me@jump' };

const never = (): AbortSignal => new AbortController().signal;
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A storage in memory, of which the test sees everything. */
function storage(): vscode.SecretStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (key: string) => entries.get(key),
    store: async (key: string, value: string) => void entries.set(key, value),
    delete: async (key: string) => void entries.delete(key),
    onDidChange: () => ({ dispose: () => undefined }),
  };
}

interface Screen {
  readonly people: ShellPeople;
  readonly saved: SavedSecrets;
  readonly learnt: string[];
  /** Texts of what was asked, in order. */
  readonly asked: string[];
  /** Masked or not, in the same order. */
  readonly masked: boolean[];
}

interface Typed {
  readonly text?: string;
  readonly keep?: boolean;
  readonly until?: Promise<void>;
}

function screen(secrets: vscode.SecretStorage, typed: (nth: number) => Typed): Screen {
  const asked: string[] = [];
  const masked: boolean[] = [];
  const learnt: string[] = [];
  const prompts = {
    askSecret: async ({ title, prompt }: Parameters<Prompts['askSecret']>[0]) => {
      const { text, keep = false, until } = typed(asked.push([title, ...prompt].map(translate).join(' ')));
      masked.push(true);
      await until;
      return text === undefined ? { kind: 'cancelled' as const } : { kind: 'answer' as const, value: { text, keep } };
    },
    askText: async ({ prompt }: Parameters<Prompts['askText']>[0]) => {
      const { text } = typed(asked.push(translate(prompt)));
      masked.push(false);
      return text === undefined ? { kind: 'cancelled' as const } : { kind: 'answer' as const, value: text };
    },
    decide: async <T>({ question, details, choices }: Parameters<Prompts['decide']>[0]): Promise<T | undefined> => {
      const { text } = typed(asked.push([question, ...details.flat()].map(translate).join('\n')));
      return choices.find(({ title }) => translate(title) === text)?.value as T | undefined;
    },
  } as unknown as Prompts;
  const saved = openSavedSecrets({ secrets }, silent);
  const people = createShellPeople({ log: silent, learn: (secret) => void learnt.push(secret), saved, prompts });
  return { people, saved, learnt, asked, masked };
}

const progress = { phase: () => undefined };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('saved secrets', () => {
  it('are found again by what they are for, and by nothing else', async () => {
    const saved = openSavedSecrets({ secrets: storage() }, silent);
    await saved.keep(password(), 'of admin');
    await saved.keep(passphrase, 'of the file');
    await saved.keep(answer('Password: '), 'of the prompt');
    equal(await saved.find(password({ again: true })), 'of admin');
    equal(await saved.find({ ...passphrase, host: 'rds-08' }), 'of the file');
    equal(await saved.find(answer('Password: ')), 'of the prompt');
    for (const other of [password({ user: 'other' }), password({ host: 'rds-07:2222' }), answer('Code: '), { ...passphrase, file: '/other' }]) {
      equal(await saved.find(other), undefined, JSON.stringify(other));
    }
  });

  it('are all forgotten, and counted', async () => {
    const secrets = storage();
    const saved = openSavedSecrets({ secrets }, silent);
    await Promise.all(['a', 'b', 'c'].map((host) => saved.keep(password({ host }), host)));
    await saved.drop(password({ host: 'b' }));
    equal(await saved.forgetAll(), 2);
    deepEqual([...secrets.entries], []);
    equal(await saved.forgetAll(), 0);
  });

  it('are forgotten also where another window saved them', async () => {
    const secrets = storage();
    await openSavedSecrets({ secrets }, silent).keep(password(), 'theirs');
    equal(await openSavedSecrets({ secrets }, silent).forgetAll(), 1);
    deepEqual([...secrets.entries], []);
  });

  it('count as none where the storage does not open or holds something else', async () => {
    const warnings: string[] = [];
    const locked = { get: () => Promise.reject(new Error('locked')) } as unknown as vscode.SecretStorage;
    equal(await openSavedSecrets({ secrets: locked }, { ...silent, warn: (text) => void warnings.push(text) }).find(password()), undefined);
    equal(warnings.length, 1);
    const secrets = storage();
    const saved = openSavedSecrets({ secrets }, silent);
    await saved.keep(password(), 'x');
    for (const key of secrets.entries.keys()) secrets.entries.set(key, '[1]');
    equal(await saved.find(password()), undefined);
  });
});

describe('a person who is asked for a secret', () => {
  it('is asked masked, and what was typed is known to the log before it is used', async () => {
    const { people, learnt, masked, asked } = screen(storage(), () => ({ text: 'Correct horse 1' }));
    equal(await people.forConnection(progress).secret(password(), never()), 'Correct horse 1');
    deepEqual([learnt, masked], [['Correct horse 1'], [true]]);
    ok(asked[0]?.includes('admin') && asked[0].includes('rds-07'));
  });

  it('has it saved only where they chose so and the server took it', async () => {
    const secrets = storage();
    const { people } = screen(secrets, (nth) => ({ text: `try ${nth}`, keep: nth > 1 }));
    const person = people.forConnection(progress);
    await person.secret(password(), never());
    person.accepted(password());
    await turn();
    deepEqual([...secrets.entries], [], 'saved without having been asked to');
    await person.secret(password(), never());
    await turn();
    deepEqual([...secrets.entries], [], 'saved before it was accepted');
    person.accepted(password());
    await turn();
    ok([...secrets.entries.values()].join().includes('try 2'));
  });

  it('is not asked for what is saved, which the log learns too', async () => {
    const { people, saved, asked, learnt } = screen(storage(), () => ({}));
    await saved.keep(passphrase, 'kept');
    equal(await people.forConnection(progress).secret(passphrase, never()), 'kept');
    deepEqual([asked, learnt], [[], ['kept']]);
  });

  it('is asked again where what was saved is wrong, which is then forgotten', async () => {
    const secrets = storage();
    const { people, saved, asked } = screen(secrets, () => ({ text: 'new' }));
    await saved.keep(password(), 'old');
    const person = people.forConnection(progress);
    equal(await person.secret(password(), never()), 'old');
    equal(await person.secret(password({ again: true }), never()), 'new');
    deepEqual([...secrets.entries], []);
    ok(asked[0]?.includes('not accepted'));
  });

  it('sees the server’s words as the server’s, and nothing in them that moves or hides', async () => {
    const { people, asked, masked } = screen(storage(), () => ({ text: 'x' }));
    await people.forConnection(progress).secret(answer('\u001b[2JPass\u202eword: ', { instruction: 'Wel\u0000come\n' }), never());
    deepEqual([asked, masked], [['Login to rds-07 as admin The server says: Wel come The server asks: [2JPass word:'], [true]]);
  });

  it('sees what they type only where the server asks for it in clear, and nothing of that is saved or searched for', async () => {
    const secrets = storage();
    const { people, masked, learnt } = screen(secrets, () => ({ text: 'admin' }));
    const person = people.forConnection(progress);
    const question = answer('Name: ', { echo: true });
    equal(await person.secret(question, never()), 'admin');
    person.accepted(question);
    await turn();
    deepEqual([masked, learnt, [...secrets.entries]], [[false], [], []]);
  });

  it('may leave', async () => {
    const { people } = screen(storage(), () => ({}));
    equal(await people.forConnection(progress).secret(password(), never()), undefined);
  });

  it('is asked one question at a time, also for two connections; what the first saved answers the second', async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = () => resolve()));
    const { people, asked, saved } = screen(storage(), () => ({ text: 'typed', keep: true, until }));
    const first = people.forConnection(progress).secret(password(), never());
    const second = people.forConnection(progress).secret(password(), never());
    await turn();
    equal(asked.length, 1);
    await saved.keep(password(), 'typed');
    release();
    deepEqual(await Promise.all([first, second]), ['typed', 'typed']);
    equal(asked.length, 1);
  });

  it('is no longer waited for once the connection is cancelled, and a question that waited is not asked', async () => {
    const { people, asked } = screen(storage(), () => ({ text: 'late', until: new Promise(() => undefined) }));
    const controller = new AbortController();
    const person = people.forConnection(progress);
    const both = Promise.all([person.secret(password(), controller.signal), person.hostKey(hostKey, controller.signal)]);
    await turn();
    controller.abort();
    deepEqual(await both, [undefined, 'refuse']);
    equal(asked.length, 1);
  });
});

describe('a person who is asked about a host key', () => {
  for (const [button, expected] of [
    ['Trust Once', 'once'],
    ['Trust and Remember', 'remember'],
    [undefined, 'refuse'],
  ] as const) {
    it(`answers "${expected}" with ${button ?? 'Cancel'}, having seen all there is`, async () => {
      const { people, asked } = screen(storage(), () => (button === undefined ? {} : { text: button }));
      const person = people.forConnection(progress);
      equal(await person.hostKey(hostKey, never()), expected);
      equal(person.turnedAway(), button === undefined);
      for (const part of ['[rds-07]:2222', 'ssh-ed25519', 'SHA256:abc', 'me@jump', 'known_hosts']) ok(asked[0]?.includes(part), asked[0]);
    });
  }
});
