// Who may see whom. The one place that names the rooms, the packages each may load, and the single files that may touch
// what must stay in one hand. The lint rules beside this file, dependency-cruiser and the tests all read it.

export const rooms = {
  core: { sees: ['core', 'collector'], builtins: false, packages: ['saxes', 'valibot', 'p-limit'] },
  // PowerShell scripts, read as text: they import nothing.
  collector: { sees: [], builtins: false, packages: [] },
  node: { sees: ['core', 'node'], builtins: true, packages: ['ssh2', 'ssh-config', 'asn1js', 'p-limit', 'valibot'] },
  editor: { sees: ['core', 'editor'], builtins: false, packages: ['vscode', 'valibot', 'p-limit'] },
  terminal: { sees: ['core', 'terminal'], builtins: true, packages: ['sarif'] },
};

/** A door sees every room and nothing beyond what its host is. */
export const door = { sees: Object.keys(rooms), builtins: true, packages: ['vscode'] };

/** The browser door has no desktop behind it. */
export const webDoor = { sees: ['core', 'editor'], builtins: false, packages: ['vscode'] };

/** Module → the only files that may load it. An empty list: nobody. */
export const soleImporters = {
  child_process: ['src/node/processes.ts'],
  ssh2: ['src/node/sshShell.ts'],
  net: ['src/node/sockets.ts'],
  tls: ['src/node/tlsStream.ts'],
  http: [],
  https: [],
  http2: [],
  dgram: ['src/node/datagrams.ts'],
  vm: [],
  inspector: [],
};

/** Member → the only file in src that may use it. `l10n.t` is `t` of something called `l10n`. */
export const soleCallers = {
  registerCommand: 'src/editor/commands.ts',
  registerTextEditorCommand: 'src/editor/commands.ts',
  getConfiguration: 'src/editor/settings.ts',
  secrets: 'src/editor/secrets.ts',
  'l10n.t': 'src/editor/translate.ts',
  createOutputChannel: 'src/editor/log.ts',
  showInputBox: 'src/editor/prompts.ts',
  createInputBox: 'src/editor/prompts.ts',
};

/** A rule's file is named after its code; only the table loads it, of which the part about policy files is a file of its own. */
export const isRuleFile = (file) => /^src\/core\/rules\/.*\/rdp\d{3}[^/]*$/.test(file);
export const ruleTable = 'src/core/rules/table.ts';
export const isRuleTable = (file) => file === ruleTable || /^src\/core\/rules\/(?:policyFile|security)Table\.ts$/.test(file);

/** The room of a file given by its path below the root of the project, or undefined for a file that is in none. */
export function roomOf(file) {
  const [top, room, ...rest] = file.split('/');
  if (top !== 'src' || room === undefined) return undefined;
  return rest.length === 0 ? 'door' : room;
}

export function rightsOf(file) {
  const room = roomOf(file);
  if (room === 'door') return file.endsWith('.web.ts') ? webDoor : door;
  return rooms[room];
}
