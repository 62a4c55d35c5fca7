// The one table of English texts: every sentence a person can read from core, by area. l10n/bundle.l10n.json is generated from it
// (test/architecture holds the two together). Placeholders are {0}, {1} …; a message states the fact, an action states its effect.

import { baselineTexts } from './baselineTexts';
import { checkTexts } from './checkTexts';
import { collectorTexts } from './collectorTexts';
import { commandTexts } from './commandTexts';
import { comparisonTexts } from './comparisonTexts';
import { connectionTexts } from './connectionTexts';
import { editorCommandTexts } from './editorCommandTexts';
import { explainTexts } from './explainTexts';
import { exportTexts } from './exportTexts';
import { fileTexts } from './fileTexts';
import { firstActionTexts } from './firstActionTexts';
import { importTexts } from './importTexts';
import { languageTexts } from './languageTexts';
import { licensingTexts } from './licensingTexts';
import { listenerTexts } from './listenerTexts';
import { policiesTexts } from './policiesTexts';
import { policyFileTexts } from './policyFileTexts';
import { polTexts } from './polTexts';
import { repairTexts } from './repairTexts';
import { securityTexts } from './securityTexts';
import { serverReportTexts } from './serverReportTexts';
import { settingTexts } from './settingTexts';
import { shellTexts } from './shellTexts';
import { showTexts } from './showTexts';
import { snapshotFileTexts } from './snapshotFileTexts';
import { snapshotTexts } from './snapshotTexts';
import { sshConnectionTexts } from './sshConnectionTexts';
import { sshTexts } from './sshTexts';
import { startTexts } from './startTexts';
import { templateTexts } from './templateTexts';
import { wireTexts } from './wireTexts';
import { xmlTexts } from './xmlTexts';

export const texts = {
  ...startTexts,
  ...languageTexts,
  ...editorCommandTexts,
  ...fileTexts,
  ...policyFileTexts,
  ...polTexts,
  ...policiesTexts,
  ...collectorTexts,
  ...commandTexts,
  ...checkTexts,
  ...exportTexts,
  ...importTexts,
  ...repairTexts,
  ...settingTexts,
  ...connectionTexts,
  ...securityTexts,
  ...licensingTexts,
  ...listenerTexts,
  ...wireTexts,
  ...serverReportTexts,
  ...shellTexts,
  ...showTexts,
  ...snapshotTexts,
  ...snapshotFileTexts,
  ...firstActionTexts,
  ...comparisonTexts,
  ...explainTexts,
  ...sshTexts,
  ...sshConnectionTexts,
  ...templateTexts,
  ...xmlTexts,
  ...baselineTexts,
} as const;
