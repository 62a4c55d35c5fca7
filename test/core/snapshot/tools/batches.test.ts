// What the fallback has cmd.exe do: published word for word, constant but for two numbers, and nothing that could change a machine.

import { equal, ok, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchText, mostEvents, type BatchName } from '../../../../src/core/snapshot/tools/batches';
import { ROOT } from '../../../places';

const names: readonly BatchName[] = ['registry', 'state', 'groups', 'systemEvents', 'otherEvents', 'login'];
const CMD_MOST = 8191;

/** Everything a line may do. */
const lines: readonly RegExp[] = [
  /^(?:ver|chcp|exit)$/,
  /^echo rdp-diagnostics:[\w.-]+:%errorlevel%:$/,
  /^%SystemRoot%\\System32\\reg\.exe query "HKLM\\[\w \\-]+"(?: \/s| \/v \w+)? <nul$/,
  /^(?:if errorlevel 1 )?%SystemRoot%\\System32\\sc\.exe query(?:ex)? \w+ <nul$/,
  /^%SystemRoot%\\System32\\(?:netstat\.exe -ano|tasklist\.exe \/svc \/fo csv \/nh|qwinsta\.exe|powercfg\.exe \/q SCHEME_CURRENT SUB_SLEEP (?:STANDBY|HIBERNATE)IDLE) <nul$/,
  /^%SystemRoot%\\System32\\wevtutil\.exe (?:gl|qe) "[\w/-]+"(?: "\/q:[^"&|<>^%]*(?:<= \d+)[^"&|<>^%]*")?(?: \/c:\d+ \/rd:(?:true|false) \/f:xml)? <nul$/,
  /^%SystemRoot%\\System32\\whoami\.exe \/(?:user|groups) \/fo csv \/nh <nul$/,
  /^%SystemRoot%\\System32\\wbem\\wmic\.exe (?:os|computersystem) get [\w,]+ \/value <nul$/,
  /^for \/f "tokens=2 delims==" %g in \('%SystemRoot%\\System32\\wbem\\wmic\.exe group where "SID='S-1-5-32-\d+' and LocalAccount=TRUE" get Name \/value \^<nul'\) do @for \/f "delims=" %h in \("%g"\) do @%SystemRoot%\\System32\\net\.exe localgroup "%h" <nul$/,
];

describe('the batches of the fallback', () => {
  it('are published word for word', () => {
    const page = readFileSync(join(ROOT, 'docs/tools.md'), 'utf8');
    for (const name of names) ok(page.includes(`\`\`\`bat\n${batchText(name, 30, 500)}\`\`\``), `docs/tools.md has another text for ${name}`);
  });

  it('only read, in lines that cmd.exe takes whole', () => {
    for (const name of names) {
      const text = batchText(name, 30, 500);
      ok(/^[\n -~]*$/.test(text), 'ASCII with LF');
      for (const line of text.trimEnd().split('\n')) {
        ok(lines.some((shape) => shape.test(line)), line);
        ok(line.length < CMD_MOST, line);
      }
    }
  });

  it('vary by two whole numbers and by nothing else', () => {
    for (const name of names) equal(batchText(name, 7, 9).replaceAll(/<= \d+/g, '').replaceAll(/\/c:\d+/g, ''), batchText(name, 30, 500).replaceAll(/<= \d+/g, '').replaceAll(/\/c:\d+/g, ''));
    for (const wrong of [0, -1, 1.5, Number.NaN, 100_000]) throws(() => batchText('login', wrong, 1));
    for (const [asked, most] of [[undefined, 500], [2000, 500], [3.7, 3], [0, 1]] as const) equal(mostEvents(asked), most);
  });
});
