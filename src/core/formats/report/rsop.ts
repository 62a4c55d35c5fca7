// A resultant set of policy, as gpresult /x and Get-GPResultantSetOfPolicy write it: each setting with the GPO it comes from and its rank,
// where 1 is in force. Without elevation the document is whole and has no part of the computer, which looks like a computer without policies.

import type { DocumentId } from '../../registry/observation';
import type { TextEncodingSeen } from '../../text/decode';
import type { SourceReading } from '../source';
import { xmlFault } from '../xml/xmlFaults';
import { readSettings } from './readSettings';

/** @param seen how the text was found in its bytes, where that is known */
export function readRsop(text: string, document: DocumentId, seen?: TextEncodingSeen): SourceReading {
  const { entries, faults, halves, root, complete } = readSettings(text, document, seen);
  if (!complete || root === undefined || halves.has('ComputerResults')) return { document, entries, faults };
  return { document, entries, faults: [...faults, xmlFault(document, 'rsopWithoutComputer', root.startTag, [])] };
}
