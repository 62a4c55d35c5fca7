// What the command line asks of the machine beyond core's ports. The door hands it in.

import type { Failure, Result } from '../core/result';
import type { SshAccess, SshWishes } from '../core/ssh/sshAccess';

export interface FoundFiles {
  readonly files: readonly string[];
  readonly failures: readonly { readonly path: string; readonly failure: Failure }[];
}

export interface Files {
  /**
   * The files a path stands for: itself, or those below a folder whose names end with `ending` in any case (every one does with an empty
   * one), in a stable order, and what could not be looked into. Not below `.git` and `node_modules`.
   */
  find(path: string, ending: string): Promise<FoundFiles>;
  /** The first bytes of a file. None of what is no regular file: it can be read once only. */
  readHead(path: string, bytes: number): Promise<Result<Uint8Array>>;
  read(path: string): Promise<Result<Uint8Array>>;
  /** A file that is there is replaced. */
  write(path: string, text: string): Promise<Result<undefined>>;
}

export interface Output {
  /** Standard output. */
  print(text: string): void;
  /** Standard error. */
  complain(text: string): void;
  /** There where a person watches: a line below what is printed, until the next takes its place. An empty one takes it away. */
  readonly showProgress?: (text: string) => void;
}

export interface SshDoor {
  openSsh(wishes: SshWishes): Promise<Result<SshAccess>>;
  /** Asks the person at the terminal of this process. Undefined where there is none, or who was asked gave up. */
  ask(question: string, echo: boolean, signal: AbortSignal): Promise<string | undefined>;
}
