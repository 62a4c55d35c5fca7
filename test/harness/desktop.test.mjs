// What the lab says to a desktop VS Code, held by a stand-in that writes down its arguments: the real one needs a screen.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runInDesktop } from '../lab/desktopHost.mjs';
import { openDesktop } from '../lab/startDesktop.mjs';

describe('a desktop editor', function () {
  /** @type {string} */
  let folder;
  before(function () {
    // The stand-in is a script with a line for the shell.
    if (process.platform === 'win32') {
      console.log('skipped: needs Unix');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-desktop-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  /**
   * @param {string} name
   * @param {string} body
   */
  function standIn(name, body) {
    const file = join(folder, name);
    writeFileSync(file, `#!${process.execPath}\nconst fs = require('node:fs'), path = require('node:path');\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('is given the extension, the tests, the folder and a profile of its own', async () => {
    const file = standIn('suite', 'console.log(JSON.stringify(process.argv.slice(2)));');
    const { code, output } = await runInDesktop(file, { extension: '/e', tests: '/e/t.js', workspace: '/w', settings: {} });
    equal(code, 0, output);
    const args = JSON.parse(output);
    deepEqual(args.slice(0, 3), ['/w', '--extensionDevelopmentPath=/e', '--extensionTestsPath=/e/t.js']);
    const profile = args.find((/** @type {string} */ arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
    ok(profile.startsWith(tmpdir()) && !existsSync(profile), 'the profile is removed afterwards');
  });

  it('opened by npm start is closed with it, although its window is no child', async () => {
    const pidFile = join(folder, 'window.pid');
    const window = `setInterval(() => {}, 1000);`;
    const file = standIn(
      'window',
      `const data = process.argv.find((arg) => arg.startsWith('--user-data-dir=')).slice(16);
const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(window)}], { detached: true, stdio: 'ignore' });
fs.writeFileSync(path.join(data, 'code.lock'), String(child.pid));
fs.writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
child.on('exit', () => process.exit());`,
    );
    const editor = await openDesktop(file, folder, {});
    while (!existsSync(pidFile)) await pause(20);
    await editor.stop();
    const pid = Number(readFileSync(pidFile, 'utf8'));
    ok(!isAlive(pid));
  });
});

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
}
