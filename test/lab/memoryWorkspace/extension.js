'use strict';
// The workspace of the serverless editor: a folder held in memory. webServer.mjs puts the files in front of this
// text as `globalThis.labFiles`, path below the folder → base64.
const vscode = require('vscode');

const FOLDER = '/demo';

exports.activate = (context) => {
  const files = new Map(Object.entries(globalThis.labFiles).map(([name, text]) => [`${FOLDER}/${name}`, fromBase64(text)]));
  const changes = new vscode.EventEmitter();
  /** @returns {Uint8Array} */
  const read = (uri) => {
    const bytes = files.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  };
  /** @returns {[string, vscode.FileType][]} what stands directly in a folder, which is there as long as something is below it */
  const entriesOf = (path) => {
    const below = [...files.keys()].filter((file) => file.startsWith(`${path}/`)).map((file) => file.slice(path.length + 1).split('/'));
    return [...new Map(below.map(([name, ...rest]) => [name, rest.length === 0 ? vscode.FileType.File : vscode.FileType.Directory]))];
  };
  const provider = {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      if (uri.path === FOLDER || uri.path === '/' || entriesOf(uri.path).length > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: read(uri).length };
    },
    readDirectory: (uri) => entriesOf(uri.path),
    readFile: read,
    writeFile(uri, content) {
      files.set(uri.path, content);
      changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  context.subscriptions.push(changes, vscode.workspace.registerFileSystemProvider('labfs', provider, { isCaseSensitive: true }));
};

function refuse(uri) {
  throw vscode.FileSystemError.NoPermissions(uri);
}

/** @param {string} text */
function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
