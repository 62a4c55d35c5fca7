// Results of a file that is read twice at once: the older run may end last, and only the newer one may speak.

import { deepEqual } from 'node:assert/strict';
import * as vscode from 'vscode';
import * as linter from '../../src/core/lint/linter';
import { watchDocuments } from '../../src/editor/documents';
import type { LogChannel } from '../../src/editor/log';
import type { Settings } from '../../src/editor/settings';
import { openFile, until } from '../hosts/waiting';

describe('a file that is linted again before the first run has ended', () => {
  it('shows what the newer run found, once', async () => {
    const document = await openFile('twice.reg', 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\r\n"a"=dword:zz\r\n');
    const changed = new vscode.EventEmitter<void>();
    const settings = { severities: () => new Map(), onDidChangeRules: changed.event } as unknown as Settings;
    const bugs: unknown[] = [];
    const log = { bug: (_what: string, error: unknown) => bugs.push(error) } as unknown as LogChannel;
    const held: (() => void)[] = [];
    let calls = 0;
    let holds = true;
    // Each first run loads twice, for itself and for the reading that all runs share; the reading is not held.
    const load = async (): Promise<typeof linter> => {
      if (holds && calls++ % 2 === 0) await new Promise<void>((resolve) => held.push(resolve));
      return linter;
    };
    const documents = watchDocuments(load, settings, log);
    holds = false;
    let seen = 0;
    documents.onDidLint((linted) => {
      if (linted.document === document) seen++;
    });
    try {
      changed.fire();
      await until(() => seen, (times) => times > 0);
      for (const end of held) end();
      await new Promise((resolve) => setTimeout(resolve, 200));
      deepEqual([seen, bugs], [1, []]);
    } finally {
      documents.dispose();
      changed.dispose();
    }
  });
});
