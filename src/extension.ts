// The desktop door: core, node and editor, composed.

import type { ExtensionContext } from 'vscode';
import { startFeatures } from './editor/features';

export function activate(context: ExtensionContext): void {
  startFeatures(context, { loadLinter: () => import('./core/lint/linter') });
}
