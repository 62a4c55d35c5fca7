// Read-only documents of ours as a file system of one scheme, not as a mere text provider: the editor restores their tabs after a
// restart and activates us for them (onFileSystem), which it does for nothing else.

import * as vscode from 'vscode';
import { message } from '../core/messages/message';
import { translate } from './translate';

export interface ReadOnlyFiles {
  readonly scheme: string;
  /** The text of a document; also for one that does not exist, which says so in words. */
  readonly read: (uri: vscode.Uri) => Promise<string>;
  /** Documents whose text is another one now. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[]>;
}

export function serveReadOnlyFiles({ scheme, read, onDidChange }: ReadOnlyFiles): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  // The editor reads again only what is newer than what it has.
  const changedAt = new Map<string, number>();
  const started = Date.now();
  const bytesOf = async (uri: vscode.Uri): Promise<Uint8Array> => new TextEncoder().encode(await read(uri));
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };

  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => {
      if (uri.path === '/' || uri.path === '') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { length } = await bytesOf(uri);
      return { type: vscode.FileType.File, ctime: started, mtime: changedAt.get(uri.toString()) ?? started, size: length };
    },
    readFile: bytesOf,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.Disposable.from(
    changed,
    onDidChange((uris) => {
      for (const uri of uris) changedAt.set(uri.toString(), Date.now());
      changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
    }),
    vscode.workspace.registerFileSystemProvider(scheme, provider, {
      isCaseSensitive: true,
      isReadonly: new vscode.MarkdownString(translate(message('server.readOnly'))),
    }),
  );
}
