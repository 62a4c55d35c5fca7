// A test run that is killed must not leave editors behind: nobody would notice until memory runs out.
import { equal, rejects } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EDITOR_PACKAGE } from '../lab/pins.mjs';

const SERVER = new URL('../lab/editorServer.mjs', import.meta.url).href;
const RUNS = 3;

describe('an editor server whose owner is killed', () => {
  for (const version of Object.keys(EDITOR_PACKAGE)) {
    for (let run = 1; run <= RUNS; run += 1) {
      it(`goes away (${version}, ${run} of ${RUNS})`, async function () {
        this.timeout(120_000);
        const { origin, dataFolder, owner } = await startOwner(version);
        equal((await fetch(origin)).status, 200);
        await pause(run * 300); // at different moments of its start
        owner.kill('SIGKILL');
        await goneWithin(60_000, origin);
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20 });
      });
    }
  }
});

/** @param {string} version */
async function startOwner(version) {
  const script = `import { startEditorServer } from ${JSON.stringify(SERVER)};
const { origin, dataFolder } = await startEditorServer({ version: ${JSON.stringify(version)} });
console.log(JSON.stringify({ origin, dataFolder }));
setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of owner.stdout) {
    text += chunk;
    const line = text.split('\n').find((part) => part.startsWith('{'));
    if (line !== undefined && text.endsWith('\n')) return { ...JSON.parse(line), owner };
  }
  throw new Error(`the owner ended early:\n${text}`);
}

/**
 * @param {number} timeoutMs
 * @param {string} origin
 */
async function goneWithin(timeoutMs, origin) {
  const deadline = Date.now() + timeoutMs;
  while (
    Date.now() < deadline &&
    (await fetch(origin).then(
      () => true,
      () => false,
    ))
  )
    await pause(100);
  await rejects(fetch(origin), 'the server is still there');
}
