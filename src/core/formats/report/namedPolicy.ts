// Which policy of the table a report means. A report names a policy by its folder and its title as the editor shows them, in the language
// of the Windows that wrote it: never by a key. Only an exact name is one, in English or in one of nine languages (facts/localisedNames);
// nothing is guessed from a name that is close.

import { localisedNames, reportLanguages, type LocalisedName, type ReportLanguage } from '../../rdp/facts/localisedNames';
import { once } from '../../rdp/once';
import { policies } from '../../rdp/policies';
import type { Policy } from '../../rdp/policies/policy';
import type { EntryHive } from '../entry';

const RDS_FOLDER = 'TS_GP_NODE';

export interface NamedPolicy {
  readonly policy: Policy;
  readonly language: ReportLanguage | 'en';
}

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
// The firewall was renamed with Windows 10, its policies were not changed.
const renamed = (text: string): string => plain(text).replaceAll('windows defender firewall', 'windows firewall');
const foldersOf = (category: string): readonly string[] => category.split('/').map(plain);
const identity = (side: EntryHive, category: string, title: string): string => `${side}\n${renamed(category)}\n${renamed(title)}`;

const byEnglishName = once(() => {
  const found = new Map<string, Policy>();
  for (const policy of policies()) {
    const category = policy.category.split(' > ').join('/');
    for (const side of ['machine', 'user'] as const) {
      if (policy.class === side || policy.class === 'both') found.set(identity(side, category, policy.title), policy);
    }
  }
  return found;
});

const byLocalName = once(() => {
  const found = new Map<string, { readonly id: string; readonly language: ReportLanguage }[]>();
  for (const { id, names } of localisedNames as readonly LocalisedName[]) {
    for (const language of reportLanguages) {
      const name = plain(names[language]);
      const same = found.get(name);
      if (same === undefined) found.set(name, [{ id, language }]);
      else same.push({ id, language });
    }
  }
  return found;
});

/** The language whose name for the folder of Remote Desktop Services is in this path. */
export function languageOfFolder(category: string): ReportLanguage | undefined {
  for (const folder of foldersOf(category)) {
    const found = byLocalName().get(folder)?.find(({ id }) => id === RDS_FOLDER);
    if (found !== undefined) return found.language;
  }
  return undefined;
}

export function namedPolicy(side: 'machine' | 'user', category: string, title: string): NamedPolicy | undefined {
  const policy = byEnglishName().get(identity(side, category, title));
  if (policy !== undefined) return { policy, language: 'en' };
  const language = languageOfFolder(category);
  const local = byLocalName().get(plain(title))?.find((name) => name.language === language);
  const meant = local === undefined ? undefined : policies().find((row) => row.id === local.id && (row.class === side || row.class === 'both'));
  return meant === undefined || language === undefined ? undefined : { policy: meant, language };
}
