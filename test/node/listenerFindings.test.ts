// What the rules find wrong with real listeners, from the first byte to the finding: each row is one xrdp, asked everything there is to ask.

import { deepEqual } from 'node:assert/strict';
import { diagnoseListener } from '../../src/core/diagnosis/listenerDiagnosis';
import { runRules } from '../../src/core/lint/runRules';
import { english } from '../../src/core/messages/english';
import { rules } from '../../src/core/rules/table';
import { startXrdp, type XrdpSetup } from '../lab/xrdp';
import { needs } from '../needs';
import { checkOf, fully } from './check';

const anyCipher = 'ALL:@SECLEVEL=0';
const allVersions = 'TLSv1, TLSv1.1, TLSv1.2, TLSv1.3';

// None of them offers NLA, which RDP501 says of each.
const rows: readonly (readonly [name: string, setup: XrdpSetup, findings: readonly string[]])[] = [
  ['speaks current TLS with a certificate that is valid', { securityLayer: 'tls' }, []],
  ['presents an expired certificate', { securityLayer: 'tls', certificate: 'expired' }, ['RDP325 warning']],
  ['presents a certificate of the future', { securityLayer: 'tls', certificate: 'notYetValid' }, ['RDP325 warning']],
  ['presents a certificate for clients, to TLS 1.3 alone', { securityLayer: 'tls', certificate: 'clientOnly', protocols: 'TLSv1.3' }, ['RDP331 warning']],
  ['presents a short key that was signed over SHA-1', { securityLayer: 'tls', certificate: 'sha1Rsa1024', ciphers: anyCipher }, ['RDP327 information', 'RDP327 warning']],
  ['presents a short key that was signed over MD5', { securityLayer: 'tls', certificate: 'md5Rsa1024', ciphers: anyCipher }, ['RDP327 information', 'RDP327 warning']],
  ['has a key that its library refuses', { securityLayer: 'tls', certificate: 'rsa512' }, ['RDP332 error']],
  ['speaks TLS 1.0 alone', { securityLayer: 'tls', protocols: 'TLSv1', ciphers: anyCipher }, ['RDP328 warning']],
  ['speaks TLS 1.0 alone, and its library does not let it', { securityLayer: 'tls', protocols: 'TLSv1' }, ['RDP332 error']],
  ['speaks every version', { securityLayer: 'tls', protocols: allVersions, ciphers: anyCipher }, ['RDP329 hint']],
  ['has no cipher suite left', { securityLayer: 'tls', protocols: 'TLSv1.2', ciphers: '3DES:@SECLEVEL=0' }, ['RDP332 error']],
  ['encrypts with 40 bits where a client has no TLS', { securityLayer: 'negotiate', cryptLevel: 'low' }, ['RDP503 warning']],
  ['encrypts nothing and knows no TLS', { securityLayer: 'rdp', cryptLevel: 'none' }, ['RDP502 warning', 'RDP503 warning']],
  ['has no certificate', { securityLayer: 'tls', certificate: 'absent' }, ['RDP214 error']],
];

describe('the findings about an xrdp', () => {
  rows.forEach(([name, setup, findings], index) => {
    it(`that ${name}`, async function () {
      needs(this, 'xrdp');
      const listener = await startXrdp(`127.0.8.${String(index + 101)}`, setup);
      try {
        const { host, port } = listener;
        const verdict = await checkOf(host, port, fully);
        const check = { address: { host, port }, verdict, startedAt: Date.now(), from: 'ADMINPC' };
        const found = diagnoseListener(check, 'report', english, (statements) =>
          runRules(rules, statements, new Map(), (code, cause) => {
            throw new Error(`${code} threw`, { cause });
          }),
        ).findings;
        deepEqual(found.filter(({ code }) => code !== 'RDP501').map(({ code, severity }) => `${code} ${severity}`).sort(), findings);
      } finally {
        await listener.stop();
      }
    });
  });
});
