// Whether a report is in another language than the table of policies: names, folders and choices of a report are words of the Windows that
// wrote it. A language is recognised by its name for the folder of Remote Desktop Services; without one, a report that shows no English
// folder and no English "supported on" is in some other language. Counts what could not be mapped for that reason.

import type { Evidence } from '../../registry/observation';
import { languageOfFolder } from './namedPolicy';
import type { PolicyRead } from './reportPolicy';

/** The folders right below Administrative Templates. */
const ENGLISH_FOLDER = /^(?:windows components|system|network|control panel|start menu and taskbar|desktop|printers|shared folders|server)(?:\/|$)/i;
const ENGLISH_SUPPORT = /\b(?:at least|or later|or above|only|and later|through)\b/i;
const LETTERS = /\p{L}/u;

export interface LanguageVerdict {
  /** The first policy that could not be mapped. */
  readonly evidence: Evidence;
  readonly count: number;
  /** Recognised by its name for the folder of Remote Desktop Services. */
  readonly known: boolean;
}

export interface LanguageWatch {
  see(read: PolicyRead, supported: string): void;
  verdict(): LanguageVerdict | undefined;
}

export function createLanguageWatch(): LanguageWatch {
  let english = false;
  const known: Evidence[] = [];
  const other: Evidence[] = [];
  return {
    see: ({ entries, category, mapped, language }, supported) => {
      const policy = entries.find(({ kind }) => kind === 'policy');
      if (language === 'en' || ENGLISH_FOLDER.test(category) || ENGLISH_SUPPORT.test(supported)) english = true;
      if (policy === undefined || mapped) return;
      if (languageOfFolder(category) !== undefined) known.push(policy.evidence);
      else if (LETTERS.test(supported)) other.push(policy.evidence);
    },
    verdict: () => {
      const told = known.length > 0 ? known : english ? [] : other;
      const [evidence] = told;
      return evidence === undefined ? undefined : { evidence, count: told.length, known: known.length > 0 };
    },
  };
}
