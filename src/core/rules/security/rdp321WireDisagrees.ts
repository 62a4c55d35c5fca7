// What the listener answers is not what the registry says: another process, a gateway or proxy in front, or settings that wait for the
// service to start again. Only for the port of this listener, and never while it lacks a certificate: what works then is not what is set.
// Silent where another machine answers (RDP225), and of what was not asked: a protocol, a level or a version of TLS that is not known agrees with everything.

import { tlsVersionText, type TlsVersion } from '../../listener/tls/tlsVersion';
import type { ListenerVerdict } from '../../listener/verdict';
import type { NativeEncryption } from '../../listener/verdictDetails';
import { message, type Message } from '../../messages/message';
import type { SettingId } from '../../rdp/settings';
import { answeringHost } from '../listener/answeringHost';
import type { Rule } from '../rule';
import { effectiveNumber } from '../settingRule';
import type { Statements } from '../statements';
import { askedListener } from './askedListener';

const [RDP_SECURITY, NEGOTIATE, TLS] = [0, 1, 2];

export const rdp321WireDisagrees: Rule = {
  code: 'RDP321',
  title: message('RDP321.title'),
  severity: 'warning',
  symptom: 3,
  *check(statements) {
    const { server, listener } = statements;
    if (server === undefined || listener?.verdict.state !== 'rdp' || listener.verdict.certificateMissing) return;
    const name = askedListener(statements);
    if (name === undefined || answeringHost(statements) !== undefined) return;
    for (const said of disagreements(statements, name, listener.verdict)) {
      yield { message: said, why: message('RDP321.why'), evidence: server.evidence('outside'), certainty: 'assumed' };
    }
    const level = levelDisagreement(statements, name, listener.verdict.nativeEncryption);
    if (level !== undefined) yield { message: level, why: message('RDP321.why'), evidence: listener.evidence.nativeEncryption, certainty: 'assumed' };
    for (const version of switchedOff(statements, listener.verdict)) {
      const said = message('RDP321.tlsOn', tlsVersionText(version));
      yield { message: said, why: message('RDP321.tlsWhy'), evidence: listener.evidence.tlsVersions, certainty: 'assumed' };
    }
  },
};

function disagreements(statements: Statements, listener: string, { nla, protocols }: ListenerVerdict): readonly Message[] {
  const layer = effectiveNumber(statements, 'listener.securityLayer', listener);
  const required = effectiveNumber(statements, 'listener.userAuthentication', listener);
  return [
    // Without TLS there is no NLA whatever its value says (RDP303).
    ...(required === 1 && layer !== RDP_SECURITY && (nla === 'offered' || nla === 'notOffered') ? [message('RDP321.nlaMissing')] : []),
    ...(required === 0 && nla === 'required' ? [message('RDP321.nlaRequired')] : []),
    ...(layer === TLS && protocols.rdp === true ? [message('RDP321.rdpTaken')] : []),
    ...(layer === RDP_SECURITY && protocols.tls === true ? [message('RDP321.tlsTaken')] : []),
    // With NLA required nothing else is taken, and the lines above say so.
    ...(layer === NEGOTIATE && required === 0 && nla !== 'required' && protocols.rdp === false && protocols.tls === true ? [message('RDP321.rdpRefused')] : []),
  ];
}

/** By MinEncryptionLevel. */
const levels: readonly NativeEncryption['level'][] = ['none', 'low', 'clientCompatible', 'high', 'fips'];

function levelDisagreement(statements: Statements, listener: string, native: NativeEncryption | null): Message | undefined {
  const set = effectiveNumber(statements, 'fips.enabled', undefined) === 1 ? levels.indexOf('fips') : effectiveNumber(statements, 'listener.minEncryptionLevel', listener);
  if (native === null || set === undefined || levels[set] === undefined) return undefined;
  const shown = levels.indexOf(native.level);
  return shown === set ? undefined : message('RDP321.level', set, shown);
}

const switches: Readonly<Partial<Record<TlsVersion, SettingId>>> = { 'TLSv1.0': 'schannel.tls10.enabled', 'TLSv1.1': 'schannel.tls11.enabled', 'TLSv1.2': 'schannel.tls12.enabled' };

/** Versions that the listener speaks and Schannel is told not to. */
function switchedOff(statements: Statements, { tls }: ListenerVerdict): readonly TlsVersion[] {
  return (tls?.versions ?? []).filter((version) => {
    const setting = switches[version];
    return setting !== undefined && effectiveNumber(statements, setting, undefined) === 0;
  });
}
