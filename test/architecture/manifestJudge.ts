// What has to be true between package.json, its texts, the table of commands and the reader of settings.

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly enablement?: string;
}

interface MenuRow {
  readonly command?: string;
  readonly when?: string;
}

interface SettingSchema {
  readonly scope?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
}

export interface Manifest {
  readonly activationEvents?: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly capabilities?: { readonly untrustedWorkspaces?: { readonly restrictedConfigurations?: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus?: Readonly<Record<string, readonly MenuRow[]>>;
    readonly configuration: readonly { readonly properties: Readonly<Record<string, SettingSchema>> }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly customEditors?: readonly { readonly viewType: string }[];
    readonly languages?: readonly { readonly id: string; readonly configuration?: string }[];
  };
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The manifest's side and the code's side of everything both name. */
export interface ManifestFacts {
  readonly manifest: Manifest;
  readonly texts: Readonly<Record<string, string>>;
  /** Ids in the table of commands. */
  readonly commandIds: readonly string[];
  /** Names of settings that settings.ts reads or writes, with their section. */
  readonly settingNames: readonly string[];
  /** Context keys that the code sets. */
  readonly contextKeys: readonly string[];
  /** Commands that make sense everywhere and at any time, and so need no condition. */
  readonly unconditional: readonly string[];
}

const missing = (from: readonly string[], all: readonly string[]): readonly string[] => all.filter((item) => !from.includes(item));
const twice = (items: readonly string[]): readonly string[] => items.filter((item, index) => items.indexOf(item) !== index);

function commandProblems({ manifest, commandIds, unconditional }: ManifestFacts): readonly string[] {
  const { commands, menus = {} } = manifest.contributes;
  const declared = commands.map((command) => command.command);
  const palette = menus['commandPalette'] ?? [];
  const rows = Object.entries(menus).flatMap(([menu, entries]) => entries.map((entry) => ({ menu, ...entry })));
  const conditioned = [
    ...commands.filter((command) => command.enablement !== undefined).map((command) => command.command),
    ...palette.filter((row) => row.when !== undefined).map((row) => row.command ?? ''),
  ];
  return [
    ...missing(declared, commandIds).map((id) => `${id} is in the table of commands and not in the manifest`),
    ...missing(commandIds, declared).map((id) => `${id} is in the manifest and not in the table of commands`),
    ...twice(declared).map((id) => `${id} is declared twice`),
    ...commands.filter((command) => !/^%.+%$/.test(command.title)).map((command) => `${command.command} has a title that cannot be translated`),
    ...commands.filter((command) => command.category !== '%category%').map((command) => `${command.command} has another category`),
    ...rows
      .filter((row) => row.command !== undefined && !declared.includes(row.command))
      .map((row) => `${row.command ?? ''} stands in ${row.menu} and is not declared`),
    ...palette.filter((row) => row.when === undefined).map((row) => `${row.command ?? ''} stands in the palette without a condition`),
    ...missing([...conditioned, ...unconditional], declared).map((id) => `${id} has no palette condition and is not known to make sense everywhere`),
    ...conditioned.filter((id) => unconditional.includes(id)).map((id) => `${id} has a condition and is listed as having none`),
  ];
}

function settingProblems({ manifest, settingNames }: ManifestFacts): readonly string[] {
  const properties = manifest.contributes.configuration.flatMap((section) => Object.entries(section.properties));
  const declared = properties.map(([name]) => name);
  const restricted = manifest.capabilities?.untrustedWorkspaces?.restrictedConfigurations ?? [];
  return [
    ...missing(declared, settingNames).map((name) => `${name} is read and not declared`),
    ...missing(settingNames, declared).map((name) => `${name} is declared and never read`),
    ...properties.filter(([, schema]) => schema.scope === undefined).map(([name]) => `${name} has no scope`),
    ...properties.filter(([, schema]) => schema.default === undefined).map(([name]) => `${name} has no default`),
    ...properties
      .filter(([, schema]) => !/^%.+%$/.test(schema.markdownDescription ?? schema.description ?? ''))
      .map(([name]) => `${name} has a description that cannot be translated`),
    ...missing(declared, restricted).map((name) => `${name} is restricted and not declared`),
  ];
}

const quoted = (value: unknown): readonly string[] => [...JSON.stringify(value).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');

function textProblems({ manifest, texts }: ManifestFacts): readonly string[] {
  const wanted = quoted(manifest);
  const present = Object.keys(texts);
  return [
    ...missing(present, [...new Set(wanted)]).map((key) => `%${key}% has no text`),
    ...missing(wanted, present).map((key) => `the text ${key} is not used`),
  ];
}

function conditionProblems({ manifest, contextKeys }: ManifestFacts): readonly string[] {
  const { views = {}, ...contributions } = manifest.contributes;
  const editors = (contributions.customEditors ?? []).map(({ viewType }) => viewType);
  const viewIds = [...Object.values(views).flatMap((entries) => entries.map((view) => view.id)), ...editors];
  const conditions = [...JSON.stringify({ views, ...contributions }).matchAll(/"(?:when|enablement)":"((?:[^"\\]|\\.)*)"/g)];
  // A setting is asked for as `config.rdpDiagnostics.x`; those are checked as settings.
  const keys = conditions.flatMap((match) => [...(match[1] ?? '').matchAll(/(?<![\w.])rdpDiagnostics\.[\w.]+/g)].map((key) => key[0]));
  return missing([...contextKeys, ...viewIds], [...new Set(keys)]).map((key) => `${key} stands in a condition and is never set`);
}

function activationProblems({ manifest }: ManifestFacts): readonly string[] {
  const events = manifest.activationEvents ?? [];
  return [
    ...events.filter((event) => event === '*' || event === 'onStartupFinished').map((event) => `activates on ${event}`),
    ...(manifest.contributes.languages ?? [])
      // VS Code derives the activation event of a language only where the entry has a configuration.
      .filter((language) => language.configuration === undefined && !events.includes(`onLanguage:${language.id}`))
      .map((language) => `opening ${language.id} activates nothing`),
  ];
}

export function manifestProblems(facts: ManifestFacts): readonly string[] {
  return [
    ...commandProblems(facts),
    ...settingProblems(facts),
    ...textProblems(facts),
    ...conditionProblems(facts),
    ...activationProblems(facts),
  ];
}

/** Dependencies are exact, and the editor's types are those of the oldest editor we run in. */
export function dependencyProblems(manifest: Pick<Manifest, 'dependencies' | 'devDependencies' | 'engines'>): readonly string[] {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const floor = manifest.engines.vscode.replace(/^\^/, '');
  return [
    ...all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)).map(([name, version]) => `${name} is not pinned: ${version}`),
    ...(manifest.devDependencies['@types/vscode'] === floor ? [] : [`@types/vscode is not ${floor}`]),
  ];
}
