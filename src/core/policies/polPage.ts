// The page of a registry.pol's table before it has rows: texts and controls, nothing of the file but its name. Rows come later as messages and
// are inserted as text by the page's own script (media/registryPol.js). The policy of the page forbids everything but that script and its
// style sheet: no network, no inline handler, no frame, no form that goes anywhere.

import { message, type MessageKey } from '../messages/message';
import type { Say } from './polTable';

export interface PolPageParts {
  readonly language: string;
  /** Fresh for each page. */
  readonly nonce: string;
  /** Where the style sheet may come from, as the editor says it. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Of the file, as a person knows it. */
  readonly name: string;
  readonly say: Say;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for the content of an element or for a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const columns: readonly MessageKey[] = ['pol.column.key', 'pol.column.name', 'pol.column.type', 'pol.column.data', 'pol.column.meaning', 'pol.column.findings'];

export function polPage({ language, nonce, cspSource, scriptUri, styleUri, name, say }: PolPageParts): string {
  const text = (key: Parameters<typeof message>[0]): string => escapeHtml(say({ key, args: [] }));
  const title = escapeHtml(say(message('pol.title', name)));
  const policy = escapeHtml(`default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(styleUri)}">
<title>${title}</title>
</head>
<body>
<main>
<p id="otherwise" role="alert" hidden></p>
<p><button type="button" id="reopen" hidden>${text('pol.reopen')}</button></p>
<div id="file">
<p id="summary"></p>
<section id="above" aria-label="${text('pol.above')}" hidden><h2>${text('pol.above')}</h2><ul></ul></section>
<div class="controls" role="search">
<label for="search">${text('pol.search')}</label>
<input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="${text('pol.search.example')}">
<input type="checkbox" id="rdpOnly"><label for="rdpOnly">${text('pol.rdpOnly')}</label>
<span class="actions"><button type="button" id="openAsText">${text('pol.openAsText')}</button>
<button type="button" id="convert">${text('pol.convert')}</button></span>
</div>
<nav aria-label="${text('pol.pages')}"><button type="button" id="previous">${text('pol.previous')}</button>
<button type="button" id="next">${text('pol.next')}</button>
<span id="shown" role="status"></span></nav>
<div id="scrolled" role="region" aria-label="${text('pol.table')}" tabindex="0">
<table aria-label="${text('pol.table')}">
<thead><tr>${columns.map((key) => `<th scope="col">${text(key)}</th>`).join('')}</tr></thead>
<tbody></tbody>
</table>
</div>
</div>
</main>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>
`;
}
