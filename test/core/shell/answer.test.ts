// Reading an answer out of noise.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readAnswer } from '../../../src/core/shell/answer';

const SEED = 20261128;
const nonce = 'a1b2c3d4e5f60718';
const facts = '5.1.20348.2760|Desktop|FullLanguage|True|cmd|Microsoft Windows NT 10.0.20348.0';
const begin = `${nonce} begin ${facts}\n`;
const part = (text: string): string => `${nonce} part ${Buffer.byteLength(text)}\n${text}`;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const read = (text: string): ReturnType<typeof readAnswer> => readAnswer(bytes(text), nonce);
const verdict = (text: string): string => read(text).verdict.kind;
const outputOf = (answer: ReturnType<typeof readAnswer>): string | undefined =>
  answer.verdict.kind === 'end' ? Buffer.from(answer.verdict.output).toString('utf8') : undefined;

const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes(nonce)),
  fc.constantFrom('', '\r', '\n', '\r\n', '\ufeff', 'Authorized use only.\r\n', '#< CLIXML\r\n', `${nonce.slice(0, -1)} begin `, nonce.slice(0, 8), '\u001b[2J'),
);
const lines = fc.array(fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${text}\n`), { maxLength: 4 });

describe('the answer of the bootstrap', () => {
  it(`is the same whatever stands before, between and after it (seed ${String(SEED)})`, () => {
    fc.assert(
      fc.property(lines, noise, noise, noise, (texts, before, between, after) => {
        // What comes before the nonce may end in a part of it; only the whole is a mark.
        const whole = `${before}${begin}${between}${texts.map((text) => `${part(text)}${between}`).join('')}${nonce} end\n${after}`;
        const answer = read(whole);
        equal(outputOf(answer), Buffer.from(texts.join('')).toString('utf8'));
        equal(answer.host?.powershell, '5.1.20348.2760');
        if (before.trim() === '' && between === '' && after.trim() === '') equal(answer.noise, false);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('keeps every byte, valid UTF-8 or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        const sent = Buffer.concat([content, Buffer.from('\n')]);
        const whole = Buffer.concat([bytes(`${begin}${nonce} part ${sent.length}\n`), sent, bytes(`${nonce} end\n`)]);
        const answer = readAnswer(whole, nonce);
        ok(answer.verdict.kind === 'end');
        deepEqual(Buffer.from(answer.verdict.output), sent);
      }),
      { seed: SEED },
    );
  });

  it('tells about the machine', () => {
    deepEqual(read(`${begin}${nonce} end\n`), {
      host: { shell: 'cmd', powershell: '5.1.20348.2760', edition: 'Desktop', languageMode: 'FullLanguage', os: 'Microsoft Windows NT 10.0.20348.0', windows: true },
      verdict: { kind: 'end', output: new Uint8Array() },
      noise: false,
    });
    equal(read(`${nonce} begin 7.6.9|Core|FullLanguage|False||Unix 6.1|x\n${nonce} end\n`).host?.shell, null);
    equal(read(`${nonce} begin 7.6.9|Core|FullLanguage|False|pwsh|Unix 6.1|x\n${nonce} end\n`).host?.shell, 'powershell');
    equal(read(`${nonce} begin 7.6.9|Core|FullLanguage|False|zsh|Unix 6.1|x\n${nonce} end\n`).host?.os, 'Unix 6.1|x');
  });

  it('cut anywhere is never an end', () => {
    const whole = `motd\n${begin}${part('one\n')}${part('two\n')}${nonce} end\n`;
    for (let length = 0; length < whole.length; length++) {
      const kind = verdict(whole.slice(0, length));
      ok(kind === 'unfinished' || kind === 'silent', `${length}: ${kind}`);
    }
    equal(verdict(whole), 'end');
  });

  it('that somebody translated or shortened is never taken for the output', () => {
    const whole = `${begin}${part('one\ntwo\n')}${part('\n\n')}${nonce} end\n`;
    equal(verdict(whole.replaceAll('\n', '\r\n')), 'damaged');
    equal(verdict(`${begin}${part('\n\n')}${nonce} end\n`.replaceAll('\n', '\r\n')), 'damaged');
    equal(verdict(whole.replace('one\n', 'on\n')), 'damaged');
    equal(verdict(whole.replace('two', 'twoo')), 'damaged');
    equal(verdict(`${begin}${nonce} nonsense\n`), 'damaged');
    equal(verdict(`${begin}${nonce} end\n`.replaceAll('\n', '\r\n')), 'end');
  });

  it('is not what only echoes what was sent', () => {
    equal(verdict(`${nonce} 11 windows\nnull\n'ok'\n`), 'silent');
  });

  it('gives its reasons', () => {
    equal(verdict(`${begin}${nonce} old\n`), 'old');
    equal(verdict(`${begin}${nonce} foreign\n`), 'foreign');
    deepEqual(read(`${begin}${nonce} cut 17\n`).verdict, { kind: 'cut', arrived: 17 });
    deepEqual(read(`${begin}${part('lost\n')}${nonce} failed ${Buffer.from('b\u00f6se').toString('base64')}\n`).verdict, { kind: 'failed', why: 'b\u00f6se' });
    deepEqual(read('motd\r\nrdp-diagnostics: ConstrainedLanguage in PowerShell 5.1.17763.1\r\n').verdict, {
      kind: 'constrained',
      mode: 'ConstrainedLanguage',
      version: '5.1.17763.1',
    });
    equal(verdict('motd'), 'silent');
  });
});
