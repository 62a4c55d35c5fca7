// What the report of a server is called: `rdp-report:/<label>.rdp-report?<id>`. The path is for the tab, the id for finding it again.

import * as vscode from 'vscode';
import type { Server } from '../core/servers/server';

export const REPORT_SCHEME = 'rdp-report';

export function reportUri({ id, label }: Pick<Server, 'id' | 'label'>): vscode.Uri {
  return vscode.Uri.from({ scheme: REPORT_SCHEME, path: `/${label.replace(/[\\/:*?"<>|#%]/g, '_')}.rdp-report`, query: id });
}

/** The id of the server a report is about, or undefined for any other document. */
export function reportedServer(uri: vscode.Uri): string | undefined {
  return uri.scheme === REPORT_SCHEME && uri.query !== '' ? uri.query : undefined;
}
