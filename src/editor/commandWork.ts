// The commands but for those of the start: a part of its own, loaded when the first of them is run. On the desktop it is a bundle beside the
// door and has its own copies of what both use, so that nothing here may keep a state: what lasts is given by the start.

import { texts } from '../core/messages/table';
import { createServerChooser } from './chooseServer';
import type { LaterCommands } from './commands';
import type { LintedDocuments } from './documents';
import { effectiveResult } from './effectiveResult';
import { explainText } from './explainCommand';
import { exportReport, type ExportParts } from './exportReport';
import { fixAllInActiveFile } from './fixAll';
import { rewriteAsUtf16 } from './language/changeEncoding';
import { convertActiveFile, writeUndoOfActiveFile } from './language/conversions';
import type { KeptPolicies } from './policiesKept';
import { polCommands } from './registryPolCommands';
import type { PolFiles } from './registryPolFiles';
import { serverCommands, type ServerCommandParts } from './serverCommands';
import { shellCommands, type ShellCommandParts } from './shellCommands';
import { snapshotCommands } from './snapshotCommands';
import { learnTexts } from './texts';

export interface CommandWorkParts {
  readonly servers: Omit<ServerCommandParts, 'chooseServer'>;
  readonly shells: Omit<ShellCommandParts, 'chooseServer'>;
  readonly reports: ExportParts;
  readonly documents: LintedDocuments;
  readonly policies: KeptPolicies;
  readonly polFiles: PolFiles;
}

export function commandWork({ servers, shells, reports, documents, policies, polFiles }: CommandWorkParts): LaterCommands {
  learnTexts(texts);
  const chooseServer = createServerChooser(servers.settings, servers.view);
  const pol = polCommands(polFiles);
  return {
    ...serverCommands({ ...servers, chooseServer }),
    ...shellCommands({ ...shells, chooseServer }),
    ...snapshotCommands({ ...reports, chooseServer }),
    'rdpDiagnostics.exportReport': exportReport(reports),
    'rdpDiagnostics.explain': explainText,
    'rdpDiagnostics.effectiveResult': effectiveResult(policies),
    'rdpDiagnostics.fixAll': () => fixAllInActiveFile(documents),
    'rdpDiagnostics.changeEncoding': () => rewriteAsUtf16(),
    'rdpDiagnostics.convert': (argument) => pol.convert(argument) ?? convertActiveFile(documents, argument),
    'rdpDiagnostics.writeUndoFile': () => writeUndoOfActiveFile(documents),
    'rdpDiagnostics.openAsText': pol.openAsText,
    'rdpDiagnostics.saveFixedCopy': pol.saveFixedCopy,
  };
}
