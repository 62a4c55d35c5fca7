// `npm start`: from a fresh clone to the extension in a real VS Code on a copy of the demo workspace. A desktop VS Code
// where there is one, else the server build and an address to open. Runs until Ctrl+C; `--once` stops as soon as the
// editor answers, `--server` takes the server build even where there is a desktop, `--built` uses dist/ as it is.
import { openDesktop } from './startDesktop.mjs';
import { build } from './build.mjs';
import { desktopExecutable, hasDisplay } from './desktopHost.mjs';
import { onPath } from './programs.mjs';
import { startEditorServer } from './editorServer.mjs';
import { ROOT } from './paths.mjs';
import { stopSignal } from './processes.mjs';
import { ensureDependencies } from './setup.mjs';
import { copyDemo, DEMO_SETTINGS } from './workspace.mjs';

/** A person's own editor moves and is dark; what covers the demo stays away. */
const SETTINGS = { ...DEMO_SETTINGS, 'workbench.colorTheme': 'Default Dark Modern', 'workbench.reduceMotion': 'auto' };

const flags = new Set(process.argv.slice(2));
await ensureDependencies();
if (!flags.has('--built')) await build();
const demo = copyDemo();
try {
  const desktop = flags.has('--server') ? undefined : await findDesktop();
  const editor = desktop === undefined ? await openServer(demo.folder) : await openDesktop(desktop, demo.folder, SETTINGS);
  const stopped = stopSignal();
  if (!flags.has('--once')) {
    console.log('Ctrl+C ends it.');
    await Promise.race([editor.closed, stopped]);
  }
  await editor.stop();
} finally {
  demo.remove();
}

/** @returns {Promise<string | undefined>} */
async function findDesktop() {
  if (!hasDisplay()) return undefined;
  return onPath('code') ?? (await desktopExecutable('newest'));
}

/** @param {string} folder */
async function openServer(folder) {
  // Linked, not loaded as a development extension: that needs a test mode of the editor which hides notifications.
  const server = await startEditorServer({ linkedExtension: ROOT, settings: SETTINGS });
  const address = `${server.origin}/?${new URLSearchParams({ folder })}`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  console.log(`VS Code with RDP Diagnostics: ${address}`);
  return server;
}
