// The shape of a policy as an administrative template defines it: where it stands in the editor, and what its two states and its
// elements write to the registry. Not configured is the absence of every value. Follows the ADMX schema: a switch without encodings
// of its own writes 1 and is deleted, and a disabled policy deletes the values of its elements unless it says otherwise.

import type { Confidence, Unit } from '../setting';
import type { SettingId } from '../settings';

export const TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

export type PolicyTemplate = 'TerminalServer' | 'TerminalServer-Server' | 'terminalserver-avd' | 'CredSsp' | 'Power' | 'WindowsFirewall' | 'RemoteAssistance';

/** REG_DWORD, REG_SZ, or the value deleted. */
export type Encoded = number | string | null;

export interface PolicyChoice {
  readonly value: number | string;
  /** As the editor shows it, in English. */
  readonly meaning: string;
}

interface Named {
  readonly name: string;
  /** What the editor calls this input, in English; told only where a policy has several of one kind. */
  readonly label?: string;
  /** The local setting this value overrides. */
  readonly setting?: SettingId;
}

/** One value a policy writes. All but a switch are elements, filled in by whoever enables the policy. */
export type PolicyValue =
  | (Named & { readonly kind: 'switch'; readonly enabled: Encoded; readonly disabled: Encoded })
  | (Named & { readonly kind: 'choice'; readonly choices: readonly PolicyChoice[]; readonly disabled?: Encoded; readonly required?: true })
  | (Named & { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit?: Unit; readonly required?: true })
  | (Named & { readonly kind: 'checkbox'; readonly on: Encoded; readonly off: Encoded })
  | (Named & { readonly kind: 'text'; readonly longest?: number; readonly required?: true })
  | (Named & { readonly kind: 'texts' });

/** A list writes one REG_SZ per entry into a key of its own below the policy's; `numbered` from 1, else named like its content. */
export interface PolicyList {
  readonly kind: 'list';
  readonly key: string;
  readonly numbered?: true;
}

export type PolicyWrite = PolicyValue | PolicyList;

export interface PolicyRow {
  /** As the template calls it; the same id may stand in two templates, once per class. */
  readonly id: string;
  readonly class: 'machine' | 'user' | 'both';
  readonly title: string;
  readonly supportedOn: string;
  /** Where it is not the key of the group. */
  readonly key?: string;
  readonly writes: readonly [PolicyWrite, ...PolicyWrite[]];
  readonly note?: string;
}

/** The policies of one category in one template. */
export interface PolicyGroup {
  readonly template: PolicyTemplate;
  /** The folders in the editor below Administrative Templates. */
  readonly category: string;
  readonly key: string;
  readonly rows: readonly PolicyRow[];
}

export interface Policy extends PolicyRow {
  readonly template: PolicyTemplate;
  readonly category: string;
  readonly key: string;
  readonly source: string;
  readonly confidence: Confidence;
}
