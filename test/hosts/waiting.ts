// Waiting inside the editor: its own answers come when they come, so a test asks until it likes one, and then says what it saw last.

import * as vscode from 'vscode';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 25;

export async function until<T>(ask: () => T | Thenable<T>, likes: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  let answer = await ask();
  while (!likes(answer)) {
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    answer = await ask();
  }
  return answer;
}

export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Error('no folder is open');
  return folder;
}

/** A file of its own for one test, so that no test sees what another one did. */
export async function openFile(name: string, content: string | Uint8Array): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return vscode.workspace.openTextDocument(uri);
}

export const codeOf = ({ code }: vscode.Diagnostic): string => (typeof code === 'object' ? String(code.value) : String(code));

export async function findings(uri: vscode.Uri, likes: (codes: readonly string[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return until(
    () => vscode.languages.getDiagnostics(uri),
    (diagnostics) => likes(diagnostics.map(codeOf)),
  );
}
