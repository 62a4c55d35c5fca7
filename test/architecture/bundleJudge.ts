// What the metafiles of a production build say about the bundles: what each asks its host for, what it holds, how large it is.

import { isBuiltin } from 'node:module';

interface Import {
  readonly path: string;
  readonly external?: boolean;
}

interface Output {
  readonly entryPoint?: string;
  readonly bytes: number;
  readonly imports: readonly Import[];
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

export interface Metafile {
  readonly outputs: Readonly<Record<string, Output>>;
}

/** Kilobytes (1,000 bytes) of minified code, by bundle. A part without a row here is a part nobody planned. */
export const budgets: Readonly<Record<string, number>> = {
  extension: 120,
  linter: 250,
  rules: 130,
  settings: 50,
  policies: 45,
  events: 45,
  messages: 160,
  ssh: 350,
  sshAccess: 120,
  certificateFacts: 90,
  serverCheck: 120,
  snapshotWork: 130,
  toolsSnapshot: 90,
  explanationPage: 100,
  importers: 100,
  desktopShells: 140,
  'extension.web': 940,
  cli: 240,
  serverCommands: 350,
  showCommand: 190,
  policiesWork: 180,
  commandWork: 60,
};

const codeOf = (metafile: Metafile): Output | undefined =>
  Object.entries(metafile.outputs).find(([name, output]) => name.endsWith('.js') && output.entryPoint !== undefined)?.[1];

const externals = (output: Output): readonly string[] =>
  [...new Set(output.imports.filter((wanted) => wanted.external === true).map((wanted) => wanted.path))].sort();

function externalProblems(name: string, output: Output, parts: ReadonlySet<string>): readonly string[] {
  const mayAskForEditor = name.startsWith('extension') || name === 'commandWork';
  const isWeb = name === 'extension.web';
  return externals(output)
    .filter((path) => !(mayAskForEditor && path === 'vscode'))
    .filter((path) => isWeb || !(isBuiltin(path) || parts.has(path)))
    .map((path) => `${name} asks its host for ${path}`);
}

/** Everything that is wrong with a set of bundles, by their names without `.js`. */
export function bundleProblems(metafiles: ReadonlyMap<string, Metafile>): readonly string[] {
  const problems: string[] = [];
  const outputs = new Map([...metafiles].map(([name, metafile]) => [name, codeOf(metafile)]));
  const doors = ['extension', 'extension.web', 'cli'];
  const parts = new Map([...outputs].filter(([name]) => !doors.includes(name)));
  const partFiles = new Set([...parts.keys()].map((name) => `./${name}.js`));
  for (const [name, output] of outputs) {
    if (output === undefined) {
      problems.push(`${name} has no code`);
      continue;
    }
    problems.push(...externalProblems(name, output, partFiles));
    const budget = budgets[name];
    if (budget === undefined) problems.push(`${name} has no budget`);
    else if (output.bytes > budget * 1000) problems.push(`${name} has ${output.bytes} bytes, more than ${budget} KB`);
    // The browser's host loads one file, and the command line has no activation that could wait: they hold what they need, but for what
    // only some commands are about.
    if (name === 'extension.web') continue;
    const ofTerminal = name === 'cli' || name === 'serverCommands' || name === 'showCommand';
    for (const [part, { entryPoint = '' } = {}] of parts) {
      if (part !== name && (part === 'serverCommands' || !ofTerminal) && Object.hasOwn(output.inputs, entryPoint)) problems.push(`${name} holds ${part} instead of loading it on first use`);
    }
  }
  return problems.sort();
}
