// A licensing mode by policy and no licence server by policy, or in the server's own list, in the same source: the host then has a mode
// and nobody to ask, and refuses users when the grace period is over. The server may come from another policy, hence information.
// Sources: TerminalServer.admx; Microsoft, Remote Desktop licensing mode is not configured.

import { message } from '../../messages/message';
import { textOf, textsOf, type ValueData } from '../../registry/valueData';
import { numberRule } from '../settingRule';
import { licensingSeen } from './licenceServers';

const modes: ReadonlyMap<number, string> = new Map([
  [2, 'Per Device'],
  [4, 'Per User'],
]);

export const rdp401ModeWithoutServer = numberRule({
  code: 'RDP401',
  title: message('RDP401.title'),
  severity: 'information',
  symptom: 4,
  settings: ['licensing.mode'],
  say: (number, { side }, statements) => {
    if (licensingSeen(statements)) return undefined; // RDP407 knows which servers the host has
    const mode = modes.get(number);
    if (mode === undefined || side !== 'policy') return undefined;
    const servers = statements.final('licensing.specifiedServers');
    if (servers.some(({ observation }) => namesServer(observation.data))) return undefined;
    return { message: message('RDP401.message', mode) };
  },
});

function namesServer(data: ValueData): boolean {
  return (textsOf(data) ?? [textOf(data) ?? '']).some((server) => server.trim() !== '');
}
