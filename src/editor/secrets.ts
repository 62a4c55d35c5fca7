// The secrets a person chose to have remembered, in the editor's SecretStorage and nowhere else; the only file that touches it. All are
// one entry of it: forgetting them leaves none behind, whichever window saved it.

import type * as vscode from 'vscode';
import * as v from 'valibot';
import type { Log, SecretQuestion } from '../core/ports';

export interface SavedSecrets {
  find(question: SecretQuestion): Promise<string | undefined>;
  keep(question: SecretQuestion, text: string): Promise<void>;
  /** Forgets the one that answered this question, where there is one. */
  drop(question: SecretQuestion): Promise<void>;
  /** Returns how many there were. */
  forgetAll(): Promise<number>;
}

const ENTRY = 'rdpDiagnostics.secrets';

const schema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

type Saved = ReadonlyMap<string, string>;

/** A passphrase belongs to its file, whichever host it is for; an answer to the very words that asked for it. */
export function secretKey(question: SecretQuestion): string {
  const { kind, user, host } = question;
  switch (kind) {
    case 'password':
      return JSON.stringify([kind, user, host]);
    case 'passphrase':
      return JSON.stringify([kind, question.file]);
    case 'answer':
      return JSON.stringify([kind, user, host, question.prompt]);
  }
}

/** A storage that does not open (a locked key ring) counts as empty: then a person is asked. */
export function openSavedSecrets({ secrets }: Pick<vscode.ExtensionContext, 'secrets'>, log: Log): SavedSecrets {
  // One change after the other: two logins that succeed at once would save over each other.
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Saved> {
    try {
      const parsed = v.safeParse(schema, await secrets.get(ENTRY));
      return new Map(parsed.success ? Object.entries(parsed.output) : []);
    } catch (error) {
      log.warn(`The secret storage cannot be read: ${String(error)}`);
      return new Map();
    }
  }

  async function write(saved: Saved): Promise<void> {
    if (saved.size === 0) await secrets.delete(ENTRY);
    else await secrets.store(ENTRY, JSON.stringify(Object.fromEntries(saved)));
  }

  function change<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done;
    return done;
  }

  return {
    find: async (question) => (await read()).get(secretKey(question)),
    keep: (question, text) =>
      change(async () => {
        await write(new Map([...(await read()), [secretKey(question), text]]));
      }),
    drop: (question) =>
      change(async () => {
        const saved = await read();
        if (saved.has(secretKey(question))) await write(new Map([...saved].filter(([key]) => key !== secretKey(question))));
      }),
    forgetAll: () =>
      change(async () => {
        const { size } = await read();
        await secrets.delete(ENTRY);
        return size;
      }),
  };
}
