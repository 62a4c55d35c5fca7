// What has to be true of the table of English texts, the code that uses it, and the bundle that translators work from.

/** Words and signs that no text of the product contains: a fact needs no exclamation, and an instruction no courtesy. */
export function mannerProblems(name: string, text: string): readonly string[] {
  return [
    ...(text.includes('!') ? [`${name} has an exclamation mark`] : []),
    ...(/\b(?:please|oops|sorry)\b/i.test(text) ? [`${name} has a word of courtesy`] : []),
    ...(/\p{Emoji_Presentation}/u.test(text) ? [`${name} has an emoji`] : []),
  ];
}

/** Prose of a Markdown page: what is left without code, images, links' targets and comments. */
export const proseOf = (markdown: string): string =>
  markdown
    .replace(/^(```+|~~~+).*?^\1/gms, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/(`+)[^`].*?\1/gs, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');

function placeholderProblems(key: string, text: string): readonly string[] {
  const used = [...new Set([...text.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1])))].sort((a, b) => a - b);
  return used.every((number, index) => number === index) && used.length <= 5 ? [] : [`${key} has placeholders ${used.join(' ')}`];
}

export interface MessageFacts {
  readonly texts: Readonly<Record<string, string>>;
  /** Every string in the code outside of the table. */
  readonly strings: ReadonlySet<string>;
  /** l10n/bundle.l10n.json */
  readonly bundle: Readonly<Record<string, string>>;
}

/** A key is written out, or put together in a template from a fixed beginning and a word that is written out elsewhere. */
function isUsed(key: string, strings: ReadonlySet<string>): boolean {
  if (strings.has(key)) return true;
  for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
    if (strings.has(key.slice(0, dot + 1)) && strings.has(key.slice(dot + 1))) return true;
  }
  return false;
}

export function messageProblems({ texts, strings, bundle }: MessageFacts): readonly string[] {
  const english = new Set(Object.values(texts));
  return [
    ...Object.keys(texts).filter((key) => !isUsed(key, strings)).map((key) => `${key} is used nowhere`),
    ...Object.entries(texts).flatMap(([key, text]) => [...mannerProblems(key, text), ...placeholderProblems(key, text)]),
    ...[...english].filter((text) => bundle[text] === undefined).map((text) => `the bundle, made by npm run generate, lacks: ${text}`),
    ...Object.entries(bundle)
      .filter(([text]) => !english.has(text))
      .map(([text]) => `the bundle has what nobody says: ${text}`),
    ...Object.entries(bundle)
      .filter(([text, same]) => text !== same)
      .map(([text]) => `the English bundle changes: ${text}`),
  ];
}
