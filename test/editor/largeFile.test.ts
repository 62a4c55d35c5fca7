// Typing in a file of 5 MB: the problems follow what is typed, and how long that takes after the pause is printed, never asserted. Beside
// it stands what the editor's own tokeniser takes for the same text in the same process, and what the editor takes to be handed the
// outline, which it asks for after every pause too.

import { ok } from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { ROOT } from '../places';
import { tokenisingTimes } from './tokenising';
import { codeOf, findings, openFile } from '../hosts/waiting';

interface Generator {
  readonly generateRegFile: (megabytes: number) => Uint8Array;
}

const MEGABYTES = 5;
const ROUNDS = 7;
/** documents.ts waits this long for typing to pause. */
const PAUSE_MS = 250;

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;
const round = (time: number): string => time.toFixed(0);

describe(`a .reg file of ${MEGABYTES} MB`, () => {
  it('has its problems soon after typing pauses', async function () {
    // The editor's own tokenising and outline of such a file take most of it, seven times over.
    this.timeout(240_000);
    const { generateRegFile } = (await import(pathToFileURL(join(ROOT, 'test', 'bench', 'regFile.mjs')).href)) as Generator;
    const document = await openFile('large.reg', generateRegFile(MEGABYTES));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), 'no comment\r\n');
    });
    await findings(document.uri, (codes) => codes.includes('RDP023'));

    const times: number[] = [];
    for (let index = 0; index < ROUNDS; index++) {
      // Half of the rounds make the problem go away and the others bring it back, so that each has something new to show.
      const wanted = index % 2 === 0 ? 0 : 1;
      let changed = 0;
      // The pause begins when the extension hears of the change, not when the one who typed hears that it was made.
      const hearing = vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && change.contentChanges.length > 0) changed = performance.now();
      });
      await editor.edit((edit) => {
        edit.replace(new vscode.Range(1, 0, 1, 1), wanted === 0 ? ';' : 'n');
      });
      // The editor's own event of new problems is up to 50 ms late.
      while (vscode.languages.getDiagnostics(document.uri).filter((problem) => codeOf(problem) === 'RDP023').length !== wanted) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const shown = performance.now();
      hearing.dispose();
      ok(changed > 0);
      times.push(shown - changed - PAUSE_MS);
    }
    const peers: number[] = [];
    for (let index = 0; index < ROUNDS; index++) {
      const started = performance.now();
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      ok(symbols.length > 1000);
      peers.push(performance.now() - started);
    }
    const tokenising = await tokenisingTimes(document.getText(), 3);
    const tokenised = typeof tokenising === 'string' ? `not to be had (${tokenising})` : `${round(median(tokenising))} ms`;
    // The mark of the tests' own lines (lab/testReport.mjs).
    const print = (line: string): void => {
      console.log(`RDP-DIAGNOSTICS-TEST|       ${line}`);
    };
    print(`${document.lineCount} lines: problems ${round(median(times))} ms after the pause (${times.map(round).join(', ')})`);
    print(`peers: its whole text tokenised by the editor's grammar engine ${tokenised}; its outline handed over ${round(median(peers))} ms`);
  });
});
