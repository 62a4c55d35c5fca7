// A report of GPOs in XML: what the console, Get-GPOReport and a backup write, one GPO or several below one element. Reads what it says about
// the registry, security, services, groups and the firewall; the rest is passed by. Source: real reports; the schema is not published.

import type { DocumentId } from '../../registry/observation';
import type { TextEncodingSeen } from '../../text/decode';
import type { SourceReading } from '../source';
import { readSettings } from './readSettings';

/** @param seen how the text was found in its bytes, where that is known */
export function readGpoReport(text: string, document: DocumentId, seen?: TextEncodingSeen): SourceReading {
  const { entries, faults } = readSettings(text, document, seen);
  return { document, entries, faults };
}
