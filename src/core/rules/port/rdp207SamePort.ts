// Two listeners of one source with the same port and the same network adapter: the second one finds the port taken (event 1036, status
// 0x2740). Side-by-side stacks of Azure Virtual Desktop repeat the port of RDP-Tcp and open none, and a listener that is off needs none.
// Source: Microsoft article 555382.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import { keyIdentity } from '../../registry/place';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { SettingSeen, Statements } from '../statements';

export const rdp207SamePort: Rule = {
  code: 'RDP207',
  title: message('RDP207.title'),
  severity: 'warning',
  symptom: 2,
  *check(statements) {
    const first = new Map<string, SettingSeen>();
    for (const seen of statements.final('listener.portNumber')) {
      const { observation, listener = '' } = seen;
      const port = dwordOf(observation.data);
      if (port === undefined || !bindsPort(statements, listener)) continue;
      const bound = `${port} ${adapterOf(statements, listener)}`;
      const other = first.get(bound);
      if (other === undefined) first.set(bound, seen);
      // The same listener in a numbered control set is the same listener.
      if (other === undefined || keyIdentity(other.observation.place.key) === keyIdentity(observation.place.key)) continue;
      yield {
        message: message('RDP207.message', listener, other.listener ?? '', port),
        evidence: observation.evidence,
        places: [observation.place],
        related: [{ message: message('RDP207.related', other.listener ?? ''), evidence: other.observation.evidence }],
      };
    }
  },
};

function bindsPort(statements: Statements, listener: string): boolean {
  return !/sxs/i.test(listener) && effectiveNumber(statements, 'listener.enabled', listener) !== 0;
}

function adapterOf(statements: Statements, listener: string): number {
  return effectiveNumber(statements, 'listener.lanAdapter', listener) ?? 0;
}
