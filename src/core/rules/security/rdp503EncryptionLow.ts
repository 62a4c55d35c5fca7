// MinEncryptionLevel = 1: 56 bits, and only from client to server. It governs native RDP security alone, so a source that requires TLS
// (SecurityLayer 2) is left in peace; Windows corrects that pair by itself. So is one with FIPS mode, which overrides the level (RDP305). Source: TerminalServer.admx; Win32_TSGeneralSetting.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import type { SettingSeen, Statements } from '../statements';
import { loweredSetting } from './loweredSetting';

const TLS = 2;
const FIPS_ON = 1;

export const rdp503EncryptionLow = loweredSetting({
  code: 'RDP503',
  title: message('RDP503.title'),
  setting: 'listener.minEncryptionLevel',
  lowered: 1,
  local: (listener) => message('RDP503.local', listener),
  policy: message('RDP503.policy'),
  why: message('RDP503.why'),
  wire: ({ verdict: { nativeEncryption }, evidence }) => {
    if (nativeEncryption?.level === 'none') return { message: message('RDP503.wireNone'), evidence: evidence.nativeEncryption };
    return nativeEncryption?.level === 'low' ? { message: message('RDP503.wireLow'), evidence: evidence.nativeEncryption } : undefined;
  },
  repairs: [
    { title: message('RDP503.fixHigh'), value: 3 },
    { title: message('RDP503.fixCompatible'), value: 2 },
  ],
  harmless: (statements, seen) => requiresTls(statements, seen) || requiresFips(statements),
});

/** The layer that counts for the same listener: the policy's where there is one, else the listener's own. */
function requiresTls(statements: Statements, { listener }: SettingSeen): boolean {
  const layers = statements.final('listener.securityLayer');
  const layer =
    layers.find((other) => other.side === 'policy') ?? layers.find((other) => other.listener?.toLowerCase() === listener?.toLowerCase());
  return layer !== undefined && dwordOf(layer.observation.data) === TLS;
}

function requiresFips(statements: Statements): boolean {
  return statements.final('fips.enabled').some(({ observation }) => dwordOf(observation.data) === FIPS_ON);
}
