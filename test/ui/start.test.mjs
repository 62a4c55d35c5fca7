// `npm start`, as far as a machine without a screen can go: the editor answers, and ends with everything it started.
import { equal, match, ok, rejects } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LAB } from '../lab/paths.mjs';
import { run, startSupervised } from '../lab/processes.mjs';

/** dist/ was made by the build stage; building it again would pull it from under the tests that run beside this one. */
const ARGUMENTS = [join(LAB, 'start.mjs'), '--server', '--built'];
const TIMEOUT_MS = 120_000;

/** @param {string} output */
function addressIn(output) {
  const address = /http:\/\/localhost:\d+\/\S*/u.exec(output)?.[0];
  if (address === undefined) throw new Error(`no address in:\n${output}`);
  return address;
}

describe('npm start', () => {
  it('prints an address that answers, and with --once stops there', async () => {
    const { code, output } = await run(process.execPath, [...ARGUMENTS, '--once'], { timeoutMs: TIMEOUT_MS });
    equal(code, 0, output);
    await rejects(fetch(addressIn(output)), 'the server is still there');
  });

  it('runs until it is interrupted, and leaves neither the server nor the copy of the demo', async () => {
    let output = '';
    /** @type {() => void} */
    let up = () => {};
    const ready = new Promise((resolve) => (up = () => resolve(undefined)));
    const editor = startSupervised(process.execPath, ARGUMENTS, {
      onText(text) {
        output += text;
        if (output.includes('Ctrl+C')) up();
      },
    });
    await Promise.race([ready, editor.exited]);
    const address = addressIn(output);
    const folder = new URL(address).searchParams.get('folder') ?? '';
    match(await (await fetch(address)).text(), /workbench/u);
    ok(existsSync(join(folder, 'port.reg')));
    equal(await editor.end(), 128 + 15, output);
    ok(!existsSync(folder));
    await rejects(fetch(address), 'the server is still there');
  });
});
