// `npm start`: from a fresh clone to the extension in a real VS Code on a copy of the demo workspace. A desktop VS Code
// where there is one, else the server build and an address to open. Runs until Ctrl+C; `--once` stops as soon as the
// editor answers, `--server` takes the server build even where there is a desktop.
import { openDesktop } from './startDesktop.mjs';
import { build } from './build.mjs';
import { desktopExecutable, hasDisplay } from './desktopHost.mjs';
import { onPath } from './components.mjs';
import { startEditorServer } from './editorServer.mjs';
import { ROOT } from './paths.mjs';
import { onStop } from './processes.mjs';
import { ensureDependencies } from './setup.mjs';
import { copyDemo, DEMO_SETTINGS } from './workspace.mjs';

/** A person may want the assistant, toasts and motion left alone, but not a welcome page over the demo. */
const SETTINGS = { ...DEMO_SETTINGS, 'workbench.colorTheme': 'Default Dark Modern', 'workbench.reduceMotion': 'auto' };

const once = process.argv.includes('--once');
await ensureDependencies();
await build();
const demo = copyDemo();
const desktop = process.argv.includes('--server') ? undefined : await findDesktop();
const editor = desktop === undefined ? await openServer() : await openDesktop(desktop, demo.folder, SETTINGS);

const stop = async () => {
  await editor.stop();
  demo.remove();
};
onStop(stop);
if (!once) {
  console.log('Ctrl+C ends it.');
  await editor.closed;
}
await stop();
process.exit();

/** @returns {Promise<string | undefined>} */
async function findDesktop() {
  if (!hasDisplay()) return undefined;
  return onPath('code') ?? (await desktopExecutable('newest'));
}

async function openServer() {
  // Linked, not loaded as a development extension: that needs a test mode of the editor which hides notifications.
  const server = await startEditorServer({ linkedExtension: ROOT, settings: SETTINGS });
  const address = `${server.origin}/?${new URLSearchParams({ folder: demo.folder })}`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  console.log(`VS Code with RDP Diagnostics: ${address}`);
  return { stop: server.stop, closed: server.closed };
}
