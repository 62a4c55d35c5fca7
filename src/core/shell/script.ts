// A PowerShell script as it is handed to a machine, and what comes back. The bootstrap (bootstrap.ts) carries both.

import type { Ending } from './ending';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface Script {
  /** ASCII only. It finds its parameters as the JSON text `$Parameters`, and what it emits goes to the output as UTF-8, an object a line. */
  readonly text: string;
  readonly parameters: Json;
  /** Where it says so, it is not begun on anything but Windows: `notWindows`. */
  readonly system: 'windows' | 'any';
  readonly timeoutMs: number;
  /** Of its output; beyond it the run fails with `outputTooLarge`. */
  readonly mostBytes: number;
}

/** What the bootstrap found out before it ran the script. */
export interface ScriptHost {
  /** The shell that started PowerShell, where it could be told. */
  readonly shell: 'cmd' | 'powershell' | 'bash' | 'other' | null;
  /** e.g. 5.1.20348.2760 */
  readonly powershell: string;
  readonly edition: 'Desktop' | 'Core';
  /** FullLanguage, ConstrainedLanguage, RestrictedLanguage, NoLanguage. */
  readonly languageMode: string;
  /** e.g. Microsoft Windows NT 10.0.20348.0 */
  readonly os: string;
  readonly windows: boolean;
}

/** Of a script that ran to its end: its end mark was seen. */
export interface ScriptAnswer {
  readonly host: ScriptHost;
  /** What it wrote, without the marks and whatever came before and after them. */
  readonly output: Uint8Array;
  /** What came on standard error, CLIXML made readable; empty where nothing did. */
  readonly complaints: string;
  /** Whether something else wrote to standard output: a banner, a profile, a message of the day. */
  readonly noise: boolean;
  readonly ending: Ending;
}
