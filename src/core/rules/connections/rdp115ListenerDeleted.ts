// The key of the listener is deleted, by itself or with a key above it, and what follows does not build it again: without a complete key
// the listener never starts. A server without any listener has lost it already. A file that deletes the key and then writes all of it back is how a listener is repaired, and left alone.
// Source: Microsoft, General Remote Desktop connection troubleshooting.

import { message } from '../../messages/message';
import type { KeyDeleted, Observation } from '../../registry/observation';
import { keyIdentity } from '../../registry/place';
import type { Rule } from '../rule';
import { hasNoListener } from './listenerMissing';

const LISTENER = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp';
const DEPTH_OF_TERMINAL_SERVER = 5;
// Every listener has these, and no file that only changes settings sets them.
const parts: ReadonlySet<string> = new Set(['wdname', 'loadableprotocol_object']);

export const rdp115ListenerDeleted: Rule = {
  code: 'RDP115',
  title: message('RDP115.title'),
  severity: 'error',
  symptom: 1,
  *check({ observations, server }) {
    if (server !== undefined && hasNoListener(server)) {
      yield { message: message('RDP115.missing'), evidence: server.evidence('port') };
    }
    const written = observations.findLastIndex(isPartOfListener);
    for (const [index, observation] of observations.entries()) {
      if (observation.kind !== 'keyDeleted' || index < written || !holdsListener(observation)) continue;
      yield {
        message: message('RDP115.message'),
        evidence: observation.evidence,
        remedies: [{ title: message('RDP115.fix'), effect: 'changes-behaviour', preferred: false, actions: [{ kind: 'removeStatement' }] }],
      };
    }
  },
};

function holdsListener({ key }: KeyDeleted): boolean {
  const identity = keyIdentity(key);
  return `${LISTENER}\\`.startsWith(`${identity}\\`) && identity.split('\\').length >= DEPTH_OF_TERMINAL_SERVER;
}

function isPartOfListener(observation: Observation): boolean {
  if (observation.kind !== 'set') return false;
  return parts.has(observation.place.name.toLowerCase()) && keyIdentity(observation.place.key) === LISTENER;
}
