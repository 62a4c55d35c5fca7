// The browser door: core and editor. Files are read and fixed here; checks of servers need the desktop.

import type { ExtensionContext } from 'vscode';
import { startFeatures } from './editor/features';

export function activate(context: ExtensionContext): void {
  startFeatures(context, { loadLinter: () => import('./core/lint/linter') });
}
