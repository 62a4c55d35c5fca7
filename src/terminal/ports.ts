// What the command line asks of the machine beyond core's ports. The door hands it in.

import type { Result } from '../core/result';

export interface Files {
  /** The files a path stands for: itself, or the .reg files below a folder, in a stable order. */
  find(path: string): Promise<Result<readonly string[]>>;
  read(path: string): Promise<Result<Uint8Array>>;
}

export interface Output {
  /** Standard output. */
  print(text: string): void;
  /** Standard error. */
  complain(text: string): void;
}
