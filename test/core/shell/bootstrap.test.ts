// The command lines we run on other machines, what they carry, and what is published about them.
import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bootstrapBase64, bootstrapText, inputFor } from '../../../src/core/shell/bootstrap';
import { fixedCommands } from '../../../src/core/shell/fixedCommands';
import type { Json, Script } from '../../../src/core/shell/script';
import { ROOT } from '../../places';
import { awkward } from './awkward';

const SEED = 20261128;
const CMD_MOST = 8191;
const nonce = '0123456789abcdef';
const script = (parameters: Json): Script => ({ text: '$Parameters', parameters, system: 'any', timeoutMs: 1000, mostBytes: 1000 });

describe('the bootstrap', () => {
  it('is the file, in the encoding PowerShell asks for', () => {
    const file = readFileSync(join(ROOT, 'src/collector/bootstrap.ps1'), 'utf8');
    equal(bootstrapText, file);
    equal(bootstrapBase64, Buffer.from(file, 'utf16le').toString('base64'));
  });

  it('never takes the standard input of a script away, and needs no PowerShell above 2', () => {
    ok(!/\$input\b/i.test(bootstrapText), 'the host would read standard input line by line');
    ok(!/::new|New-Object|Add-Type|Invoke-Expression|\biex\b/i.test(bootstrapText));
    ok(/^[\n -~]*$/.test(bootstrapText), 'ASCII with LF');
  });

  it('is published: its text, its hash, its command line', () => {
    const page = readFileSync(join(ROOT, 'docs/bootstrap.md'), 'utf8');
    ok(page.includes(`\`\`\`powershell\n${bootstrapText}\`\`\``), 'docs/bootstrap.md holds another text');
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    ok(page.includes(sha256(bootstrapText)), `docs/bootstrap.md lacks the SHA-256 of the text, ${sha256(bootstrapText)}`);
    ok(page.includes(sha256(bootstrapBase64)), `docs/bootstrap.md lacks the SHA-256 of the base64, ${sha256(bootstrapBase64)}`);
    ok(page.includes(`\n${fixedCommands.powershell.line}\n`), 'docs/bootstrap.md lacks the command line');
  });
});

describe('the command lines', () => {
  it('are constants of letters that cmd, PowerShell and bash take as they are', () => {
    match(fixedCommands.powershell.line, /^powershell -NoProfile -NonInteractive {2}-EncodedCommand [A-Za-z0-9+/]+=*$/);
    match(fixedCommands.pwsh.line, /^pwsh -NoProfile -NonInteractive {2}-EncodedCommand [A-Za-z0-9+/]+=*$/);
    // The one line that means something else to each, which is its purpose.
    equal(fixedCommands.whichShell.line, 'echo %OS% $0');
    match(fixedCommands.tools.line, /^[a-z /]+$/);
    deepEqual(Object.keys(fixedCommands).sort(), ['powershell', 'pwsh', 'tools', 'whichShell']);
  });

  it('stay well below what cmd.exe takes', () => {
    for (const { line } of Object.values(fixedCommands)) ok(line.length < CMD_MOST - 2000, `${line.length} letters`);
  });
});

describe('the input of a script', () => {
  it('says how long it is, and is ASCII, whatever the parameters', () => {
    fc.assert(
      fc.property(fc.oneof(awkward, fc.dictionary(awkward, fc.array(awkward))), (parameters) => {
        const text = Buffer.from(inputFor(script(parameters), nonce)).toString('latin1');
        ok(/^[\t\n -~]*$/.test(text));
        const [head = '', json = '', ...rest] = text.split('\n');
        equal(head, `${nonce} ${text.length - head.length - 1} any`);
        deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(parameters)));
        equal(rest.join('\n'), '$Parameters');
      }),
      { seed: SEED },
    );
  });

  it('is refused where it could not arrive unchanged', () => {
    throws(() => inputFor({ ...script(null), text: "'\u00e9'" }, nonce));
    throws(() => inputFor(script(null), 'short'));
    throws(() => inputFor(script(null), '0123456789abcde '));
  });
});
