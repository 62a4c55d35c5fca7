// English for what is written into files and never translated: comments of converted files and the reasons of the importer. Apart from
// english.ts, so that the linter does not hold every text there is.

import { filled } from './filled';
import { importTexts } from './importTexts';
import { languageTexts } from './languageTexts';
import type { Message } from './message';

const texts: Readonly<Record<string, string>> = { ...importTexts, ...languageTexts };

export function englishInFile({ key, args }: Message): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`${key} is no text for files`);
  return filled(text, args);
}
