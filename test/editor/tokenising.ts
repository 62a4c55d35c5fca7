// The editor's own tokeniser, out of the build that runs this test, over a text and in this process: the only measure of its tokenising
// that can be had, since the editor works in the background and tells nobody when it is done.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ROOT } from '../places';

interface Grammar {
  readonly tokenizeLine2: (line: string, state: unknown) => { readonly ruleStack: unknown };
}

interface Textmate {
  readonly INITIAL: unknown;
  readonly parseRawGrammar: (content: string, path: string) => unknown;
  readonly Registry: new (options: object) => { readonly loadGrammar: (scope: string) => Promise<Grammar | null> };
}

interface Oniguruma {
  readonly loadWASM: (bytes: ArrayBufferLike) => Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => object;
  readonly OnigString: new (text: string) => object;
}

const SCOPE = 'source.reg';

async function loadTokeniser(): Promise<(text: string) => void> {
  const load = createRequire(join(vscode.env.appRoot, 'package.json'));
  const textmate = load('vscode-textmate') as Textmate;
  const oniguruma = load('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(new Uint8Array(readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm'))).buffer);
  const path = join(ROOT, 'syntaxes', 'reg.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope: string) => Promise.resolve(scope === SCOPE ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  if (grammar === null) throw new Error(`no grammar for ${SCOPE}`);
  return (text) => {
    let state = textmate.INITIAL;
    for (const line of text.split(/\r\n|\r|\n/)) state = grammar.tokenizeLine2(line, state).ruleStack;
  };
}

/** Milliseconds for the whole text, once per round; a string says why there is no tokeniser to be had from this build. */
export async function tokenisingTimes(text: string, rounds: number): Promise<readonly number[] | string> {
  let tokenise: Awaited<ReturnType<typeof loadTokeniser>>;
  try {
    tokenise = await loadTokeniser();
  } catch (error) {
    return error instanceof Error ? error.message.split('\n', 1)[0] ?? '' : String(error);
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    tokenise(text);
    times.push(performance.now() - started);
  }
  return times;
}
