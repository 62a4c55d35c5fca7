// A finding about a server as JSON. Where it stands in a report is no part of it: the report is laid out anew each time.

import { english } from '../core/messages/english';
import { keyText } from '../core/registry/place';
import type { Finding } from '../core/rules/rule';

export interface FindingJson {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly symptom: Finding['symptom'];
  readonly message: string;
  readonly places: readonly { readonly key: string; readonly name: string }[];
}

export interface ServerFindingJson extends FindingJson {
  /** What it could not see. */
  readonly unseen: readonly string[];
}

export function findingJson({ code, severity, symptom, message, places }: Finding): FindingJson {
  return { code, severity, symptom, message: english(message), places: places.map(({ key, name }) => ({ key: keyText(key), name })) };
}

export function serverFindingJson(finding: Finding): ServerFindingJson {
  return { ...findingJson(finding), unseen: finding.unseen.map(english) };
}
