// The list of licence servers by policy is one text with commas between the names. Semicolons, blanks and line ends make one name of
// several, which no licence server answers to. An empty text names none. Source: TerminalServer.admx, "Use the specified Remote Desktop
// license servers". What Windows makes of other separators is not documented, so assumed.

import { message } from '../../messages/message';
import { stringData, textOf } from '../../registry/valueData';
import type { Found, Rule } from '../rule';
import type { SettingSeen } from '../statements';

export const rdp403ServerList: Rule = {
  code: 'RDP403',
  title: message('RDP403.title'),
  severity: 'warning',
  symptom: 4,
  *check(statements) {
    for (const seen of statements.final('licensing.specifiedServers')) {
      const text = seen.side === 'policy' ? textOf(seen.observation.data) : undefined;
      if (text === undefined) continue;
      const found = judge(text, seen);
      if (found !== undefined) yield found;
    }
  },
};

function judge(text: string, { observation: { place, data, evidence } }: SettingSeen): Found | undefined {
  if (text.trim() === '') return { message: message('RDP403.empty'), evidence, places: [place] };
  const names = text.split(/[,;\s]+/).filter((name) => name !== '');
  const asWindowsReads = text.split(',').map((name) => name.trim());
  if (names.length === asWindowsReads.filter((name) => name !== '').length) return undefined;
  const list = names.join(',');
  return {
    message: message('RDP403.message', text.replace(/[\r\n]+/g, ' ')),
    evidence,
    places: [place],
    certainty: 'assumed',
    remedies: [
      {
        title: message('RDP403.fix', list),
        effect: 'changes-behaviour',
        preferred: true,
        actions: [{ kind: 'setValue', place, data: stringData(list, data.type) }],
      },
    ],
  };
}
