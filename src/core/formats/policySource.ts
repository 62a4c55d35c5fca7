// The formats of group policy side by side: which reader each has, what its statements come from, and which of them is no text.
// A document is read from its own bytes and nothing else; what its folder says (whose half of a GPO it is) is told by its path.

import type { DocumentId, Origin } from '../registry/observation';
import type { TextEncodingSeen } from '../text/decode';
import type { Format } from './detect';
import { readGppRegistry } from './gppRegistry';
import { readLgpoText } from './lgpoText/reading';
import { readPolicyRules } from './policyRules';
import { readRegistryPol } from './registryPol/reading';
import { readGpoReport } from './report/gpoReport';
import { readRsop } from './report/rsop';
import { readSecurityTemplate } from './securityTemplate/reading';
import type { SourceReading } from './source';

export type PolicyFormat = Exclude<Format, 'reg' | 'snapshot' | 'unknown'>;

/** All but registry.pol, whose evidence counts bytes. */
export type PolicyTextFormat = Exclude<PolicyFormat, 'registry.pol'>;

type TextReader = (text: string, document: DocumentId, seen: TextEncodingSeen) => SourceReading;

const textReaders: Readonly<Record<PolicyTextFormat, TextReader>> = {
  lgpo: readLgpoText,
  'security-template': (text, document, seen) => readSecurityTemplate(text, seen, document),
  'gpp-registry': readGppRegistry,
  'policy-rules': readPolicyRules,
  'gpo-report': readGpoReport,
  rsop: readRsop,
};

const origins: Readonly<Record<PolicyFormat, Origin>> = {
  'registry.pol': 'policy',
  lgpo: 'policy',
  'security-template': 'template',
  'gpp-registry': 'preference',
  'policy-rules': 'policy',
  'gpo-report': 'policy',
  rsop: 'policy',
};

/** What observations made of statements in this format come from. */
export function originOf(format: PolicyFormat): Origin {
  return origins[format];
}

export function isPolicyFormat(format: Format): format is PolicyFormat {
  return format in origins;
}

/** @param text decoded, without a byte order mark; evidence are offsets of it */
export function readPolicyText(format: PolicyTextFormat, text: string, seen: TextEncodingSeen, document: DocumentId): SourceReading {
  return textReaders[format](text, document, seen);
}

/** Whose half of a GPO a registry.pol is, by the folder it lies in; `machine` where no folder tells. */
export function hiveOfPath(path: string): 'machine' | 'user' {
  return /(?:^|[\\/])user[\\/][^\\/]*$/i.test(path) ? 'user' : 'machine';
}

/** Evidence are bytes of the file. @param document a path or a URI: its folder says whose half it is */
export function readPolicyBytes(bytes: Uint8Array, document: DocumentId): SourceReading {
  return readRegistryPol(bytes, document, hiveOfPath(document));
}
