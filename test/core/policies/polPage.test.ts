// The page of the table: nothing of it runs or loads but its own script and style sheet, whatever the file is called.
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { english } from '../../../src/core/messages/english';
import { escapeHtml, polPage } from '../../../src/core/policies/polPage';
import { inRoot } from '../../architecture/project';

const page = (name: string): string =>
  polPage({ language: 'en', nonce: 'n0nce', cspSource: 'https://media.example', scriptUri: 'https://media.example/registryPol.js', styleUri: 'https://media.example/registryPol.css', name, say: english });

describe('the page of a registry.pol', () => {
  it('allows its own script by nonce, its style sheet, and nothing else', () => {
    match(page('a.pol'), /content="default-src &#39;none&#39;; style-src https:\/\/media\.example; script-src &#39;nonce-n0nce&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"/);
    deepEqual([...page('a.pol').matchAll(/<script[^>]*>/g)].map(([tag]) => tag), ['<script nonce="n0nce" src="https://media.example/registryPol.js">']);
    doesNotMatch(page('a.pol'), /\son\w+=|\sstyle=|javascript:|<form|<iframe/i);
  });

  it('shows a hostile name as text', () => {
    const hostile = page('"><script>alert(1)</script>.pol');
    equal([...hostile.matchAll(/<script/g)].length, 1);
    ok(hostile.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;.pol'));
    equal(escapeHtml(`a&b<c>"d"'e'`), 'a&amp;b&lt;c&gt;&quot;d&quot;&#39;e&#39;');
  });

  it('labels every control, and has a table with heads', () => {
    const html = page('a.pol');
    match(html, /<label for="search">Search<\/label>\n<input type="search" id="search"/);
    match(html, /<label for="rdpOnly">Remote Desktop only<\/label>/);
    equal([...html.matchAll(/<th scope="col">/g)].length, 6);
    for (const [button] of html.matchAll(/<button[^>]*>[^<]*</g)) match(button, />[A-Z]/);
  });

  it('has a script that finds what it asks for and inserts text only', () => {
    const script = readFileSync(inRoot('media/registryPol.js'), 'utf8');
    doesNotMatch(script, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|fetch\(|XMLHttpRequest/);
    for (const [, id] of script.matchAll(/\$\('(\w+)'\)/g)) ok(page('a.pol').includes(`id="${id ?? ''}"`), id);
  });
});
