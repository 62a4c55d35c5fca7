// Which half of a GPO is disabled, from what describes a backup of it (Backup.xml). Its files lie there all the same, and Windows applies none
// of them. A folder of SYSVOL cannot say it: there it is in the directory. The numbers are those of the GPO's flags (MS-GPOL, gpedit.h).

import { readXml } from '../formats/xml/readXml';

export type GpoHalf = 'machine' | 'user';

const USER_DISABLED = 1;
const MACHINE_DISABLED = 2;

/** Whether the file describes a backup and is to be read for the halves, by what it is called. */
export function tellsGpoHalves(path: string): boolean {
  return /(?:^|[\\/])backup\.xml$/i.test(path);
}

/** @param text of Backup.xml, or its head */
export function disabledHalvesIn(text: string): readonly GpoHalf[] {
  let options = 0;
  readXml(text, {
    wants: ({ name }, ancestors) => name === 'Options' && ancestors.at(-1)?.name === 'GroupPolicyCoreSettings',
    take: (element) => {
      options = Number(element.text.trim()) || 0;
    },
  });
  return [...((options & MACHINE_DISABLED) === 0 ? [] : ['machine' as const]), ...((options & USER_DISABLED) === 0 ? [] : ['user' as const])];
}

/** The half a file of a backup belongs to, by its path below the root. */
export function halfOf(root: string, path: string): GpoHalf | undefined {
  const [, half] = /^[\\/]?domainsysvol[\\/]gpo[\\/](machine|user)[\\/]/i.exec(root === '.' ? path : path.slice(root.length)) ?? [];
  return half === undefined ? undefined : half.toLowerCase() === 'user' ? 'user' : 'machine';
}
