// The texts an editor may need before anything else is loaded: the list of servers, its questions, failures. All others
// come with table.ts, which is a part of its own there. A test holds the code that runs at activation to these.

import { addressTexts } from './addressTexts';
import { failureTexts } from './failureTexts';
import { fileStatusTexts } from './fileStatusTexts';
import { polEditorTexts } from './polEditorTexts';
import { policiesEditorTexts } from './policiesEditorTexts';
import { reachTexts } from './reachTexts';
import { serverTexts } from './serverTexts';
import { snapshotEditorTexts } from './snapshotEditorTexts';
import { statusLineTexts } from './statusLineTexts';
import { statusTexts } from './statusTexts';

export const startTexts = { ...failureTexts, ...addressTexts, ...statusTexts, ...statusLineTexts, ...fileStatusTexts, ...serverTexts, ...reachTexts, ...snapshotEditorTexts, ...polEditorTexts, ...policiesEditorTexts } as const;
