// The demo workspace is always opened as a copy, so that trying a fix does not change the clone.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO } from './paths.mjs';

/** @returns {{ folder: string, remove: () => void }} */
export function copyDemo() {
  const parent = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-demo-'));
  const folder = join(parent, 'demo');
  cpSync(DEMO, folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }) };
}

/** User settings that go with the demo: one server that is there when something listens on this machine, one that is not. */
export const DEMO_SETTINGS = {
  'rdpDiagnostics.servers': [
    { id: 'demo-local', label: 'This machine', address: '127.0.0.1', port: 3389, via: 'none' },
    { id: 'demo-absent', label: 'rds-07 (example)', address: 'rds-07.corp.example', port: 3389, via: 'none' },
  ],
};

/**
 * A workspace with these files and nothing else, written before the editor looks: it learns of new files in its own time.
 * @param {Readonly<Record<string, string | Uint8Array>>} files by name
 * @returns {{ folder: string, remove: () => void }}
 */
export function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-files-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
