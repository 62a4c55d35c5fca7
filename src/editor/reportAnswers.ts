// What a report answers when it is pointed at: why a finding matters and how sure it is, what a setting means, the page of a code, the
// lines of open files that set a value; and what can be done with the whole report.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import type { FileBeside } from '../core/diagnosis/serverSight';
import type { Fact } from '../core/language/settingFacts';
import type { Finding, RuleCode } from '../core/rules/rule';
import type { ServerReport } from '../core/servers/report';
import { literally } from '../core/text/literally';
import type { CommandId } from './commands';
import { editorRange } from './convert';
import type { AllReports } from './derivedReports';
import { codeOf } from './findings';
import { factsMarkdown } from './language/factsMarkdown';
import type { LoadLinter } from './readings';
import { comparedSnapshots, reportedServer, reportKey } from './reportUri';
import { reportSelector } from './reportStructure';
import { ruleLinks } from './ruleLinks';
import { isRuleCode, ruleUri } from './ruleUri';
import { fileName } from './snapshotSources';
import { translate } from './translate';

export interface ReportAnswerParts {
  readonly reports: Pick<AllReports, 'read'>;
  readonly loadLinter: LoadLinter;
  /** Of GPO exports, by the names under which reports tell them. */
  readonly policyFiles: () => readonly Pick<FileBeside, 'document' | 'name'>[];
  /** False in a browser. */
  readonly canCheck: boolean;
}

/** The report whose text the document has at this moment: ranges of any other would point elsewhere. */
async function reportIn(reports: Pick<AllReports, 'read'>, document: vscode.TextDocument): Promise<ServerReport | undefined> {
  const report = await reports.read(reportKey(document.uri) ?? '');
  return report?.text === document.getText() ? report : undefined;
}

function factsOf({ certainty, unseen, remedies }: Finding): readonly Fact[] {
  return [
    certainty === 'confirmed' ? message('reportDocument.certain') : message('reportDocument.assumed'),
    ...unseen,
    ...remedies.map(({ title }) => message('reportDocument.remedy', translate(title))),
  ];
}

function hovers({ reports, loadLinter }: ReportAnswerParts): vscode.HoverProvider {
  return {
    provideHover: async (document, position) => {
      const [report, { settingNotes }] = await Promise.all([reportIn(reports, document), loadLinter()]);
      const line = document.lineAt(position.line);
      const here = report?.findings.filter(({ evidence }) => editorRange(document, evidence.range).contains(position)) ?? [];
      const notes = settingNotes(line.text);
      if (here.length === 0 && notes.length === 0) return undefined;
      return new vscode.Hover(
        [
          ...here.map((finding) => factsMarkdown({ heading: finding.code, data: finding.why, facts: factsOf(finding) })),
          ...notes.map(({ heading, facts }) => factsMarkdown({ heading, facts })),
        ],
        new vscode.Range(line.lineNumber, line.firstNonWhitespaceCharacterIndex, line.lineNumber, line.text.length),
      );
    },
  };
}

/** Every place where a text stands in a document. */
function placesOf(text: string, wanted: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(wanted)];
}

/** Files that a report can name: those that are open, and those it found something in, which may have been closed since. */
function namedFiles(report: ServerReport | undefined): readonly vscode.Uri[] {
  const open = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'reg').map(({ uri }) => uri.toString());
  const related = report?.findings.flatMap((finding) => finding.related.map(({ evidence }) => evidence.document)) ?? [];
  return [...new Set([...open, ...related])].map((text) => vscode.Uri.parse(text, true)).filter((uri) => uri.scheme !== reportSelector.scheme);
}

function links({ reports, policyFiles }: ReportAnswerParts): vscode.DocumentLinkProvider {
  return {
    provideDocumentLinks: async (document) => {
      const text = document.getText();
      const report = await reportIn(reports, document);
      const at = ({ index, 0: found }: RegExpExecArray): vscode.Range => new vscode.Range(document.positionAt(index), document.positionAt(index + found.length));
      const lines = namedFiles(report).flatMap((uri) =>
        placesOf(text, new RegExp(`(?<![\\w.-])${literally(fileName(uri))}:(\\d+)`, 'g')).map((place) => new vscode.DocumentLink(at(place), uri.with({ fragment: `L${place[1] ?? '1'}` }))),
      );
      // Only of files whose name the text has at all: there can be a thousand of them.
      const exported = policyFiles().filter(({ name }) => text.includes(name)).flatMap(({ document: file, name }) =>
        placesOf(text, new RegExp(`(?<![\\w./-])${literally(name)}:(\\d+(?!x)|0x[\\da-f]+)`, 'g')).map((place) => new vscode.DocumentLink(at(place), statementUri(file, place[1] ?? ''))),
      );
      return [...ruleLinks(document), ...lines, ...exported];
    },
  };
}

/** At a line, where the file has lines. */
function statementUri(file: string, place: string): vscode.Uri {
  const uri = vscode.Uri.parse(file, true);
  return place.startsWith('0x') ? uri : uri.with({ fragment: `L${place}` });
}

function commandLens(line: number, title: string, command: CommandId, uri: vscode.Uri): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [uri] });
}

const HEAD_LINES = 8;

/** The code of the page that explains what to do first: at the end of a line of the head. */
function firstCode(document: vscode.TextDocument): { readonly line: number; readonly code: RuleCode } | undefined {
  for (let line = 1; line < Math.min(HEAD_LINES, document.lineCount); line++) {
    const code = /\s(RDP\d{3})\s*$/.exec(document.lineAt(line).text)?.[1];
    if (code !== undefined && isRuleCode(code)) return { line, code };
  }
  return undefined;
}

function lenses({ canCheck }: ReportAnswerParts): vscode.CodeLensProvider {
  return {
    provideCodeLenses: (document) => {
      const { uri } = document;
      if (comparedSnapshots(uri) !== undefined) return [];
      const first = firstCode(document);
      return [
        ...(canCheck && reportedServer(uri) !== undefined ? [commandLens(0, translate(message('reportDocument.check')), 'rdpDiagnostics.checkServer', uri)] : []),
        commandLens(0, translate(message('reportDocument.compare')), 'rdpDiagnostics.compare', uri),
        commandLens(0, translate(message('reportDocument.export')), 'rdpDiagnostics.exportReport', uri),
        ...(first === undefined
          ? []
          : [new vscode.CodeLens(new vscode.Range(first.line, 0, first.line, 0), openPage(first.code))]),
      ];
    },
  };
}

function openPage(code: RuleCode): vscode.Command {
  return { title: translate(message('reportDocument.explain', code)), command: 'vscode.open', arguments: [ruleUri(code)] };
}

/** In the list of problems: an editor that cannot be written to shows no lightbulb. */
const explainActions: vscode.CodeActionProvider = {
  provideCodeActions: (_document, _range, { diagnostics }) => {
    const codes = [...new Set(diagnostics.map(codeOf))].filter((code) => code !== undefined && isRuleCode(code));
    return codes.map((code) => {
      const command = openPage(code);
      const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
      action.command = command;
      action.diagnostics = diagnostics.filter((diagnostic) => codeOf(diagnostic) === code);
      return action;
    });
  },
};

export function answerAboutReports(parts: ReportAnswerParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(reportSelector, hovers(parts)),
    vscode.languages.registerDocumentLinkProvider(reportSelector, links(parts)),
    vscode.languages.registerCodeLensProvider(reportSelector, lenses(parts)),
    vscode.languages.registerCodeActionsProvider(reportSelector, explainActions, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}
