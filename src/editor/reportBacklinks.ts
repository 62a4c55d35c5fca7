// From a line of an open .reg file to the servers on which its value is set: the lines of their last reports that name this very line.
// A report is older than the file may be: a line that no longer sets the value the report names is left alone.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { Server } from '../core/servers/server';
import type { Reports } from './reports';
import { reportUri } from './reportUri';
import { literally } from '../core/text/literally';
import { fileName } from './snapshotSources';
import { translate } from './translate';

export interface Backlinks {
  /** By the line of the file, from 0. */
  of(document: vscode.TextDocument): Promise<ReadonlyMap<number, readonly vscode.DiagnosticRelatedInformation[]>>;
}

const valueName = (line: string): string | undefined => /^\s*"((?:[^"\\]|\\.)+)"\s*=/.exec(line)?.[1];

const plain = (line: string): string => line.replace(/^[\s✖⚠]+/u, '').replace(/\s+/g, ' ').trim();

/** `checked` are the servers that have a report. */
export function createBacklinks(reports: Pick<Reports, 'read'>, checked: () => readonly Server[]): Backlinks {
  return {
    async of(document) {
      const found = new Map<number, vscode.DiagnosticRelatedInformation[]>();
      const named = new RegExp(`(?<![\\w.-])${literally(fileName(document.uri))}:(\\d+)`);
      for (const server of checked()) {
        const report = await reports.read(server.id);
        for (const [index, text] of (report?.text ?? '').split('\n').entries()) {
          const line = Number(named.exec(text)?.[1] ?? NaN) - 1;
          if (!(line >= 0 && line < document.lineCount)) continue;
          const value = valueName(document.lineAt(line).text);
          if (value === undefined || !text.toLowerCase().includes(value.toLowerCase())) continue;
          const location = new vscode.Location(reportUri(server), new vscode.Range(index, 0, index, text.length));
          const related = new vscode.DiagnosticRelatedInformation(location, translate(message('reportDocument.inForce', server.label, plain(text))));
          found.set(line, [...(found.get(line) ?? []), related]);
        }
      }
      return found;
    },
  };
}
