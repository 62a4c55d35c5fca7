// What known_hosts says about a key: every form of a line, every order of trust, and anything at all in the file.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { HostKeyVerdict } from '../../../src/core/ssh/hostKeyVerdict';
import { judgeHostKey, typesOf } from '../../../src/core/ssh/judgeHostKey';
import { fingerprint, knownKeys } from '../../../src/core/ssh/knownHosts';
import { matchesList, matchesPattern } from '../../../src/core/ssh/pattern';
import { digest } from '../../../src/node/digest';
import { blobOf, hashedName, lineOf } from './hostKeyLines';

const file = '/etc/ssh/ssh_known_hosts';

function verdictOn(lines: readonly string[] | string, host = 'rds-07', number = 1, keyType = 'ssh-ed25519'): HostKeyVerdict {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  const name = /^\[(.*)\]:\d+$/.exec(host)?.[1];
  const known = knownKeys([{ file, text }], host, digest);
  const withoutPort = name === undefined ? undefined : knownKeys([{ file, text }], name, digest);
  return judgeHostKey(known, withoutPort, { keyType, blob: blobOf(number, keyType) }, digest);
}

/** `trusted 3`, `changed 1 2`, `revoked 1`, `unknown`, `unknown, authority 2`. */
function short(verdict: HostKeyVerdict): string {
  switch (verdict.kind) {
    case 'trusted':
    case 'revoked':
      return `${verdict.kind} ${verdict.by.line}`;
    case 'changed':
      return `changed ${verdict.known.map(({ line }) => line).join(' ')}`;
    case 'unknown':
      return verdict.certificateAuthority === undefined ? 'unknown' : `unknown, authority ${verdict.certificateAuthority.line}`;
  }
}

const says = (lines: readonly string[] | string, host?: string, number?: number): string => short(verdictOn(lines, host, number));

describe('known_hosts', function () {
  this.timeout(60_000);

  it('names hosts plainly, in lists, by patterns, with ports, and hashed', () => {
    const rows: readonly (readonly [hosts: string, host: string, trusted: boolean])[] = [
      ['rds-07', 'rds-07', true],
      ['RDS-07', 'rds-07', true],
      ['rds-07', 'rds-070', false],
      ['other,rds-07,10.0.0.7', '10.0.0.7', true],
      ['rds-0?', 'rds-07', true],
      ['rds-0?', 'rds-0', false],
      ['*.corp.example', 'rds.corp.example', true],
      ['*.corp.example', 'corp.example', false],
      ['*,!rds-07', 'rds-07', false],
      ['!rds-07,*', 'rds-07', false],
      ['*,!rds-07', 'rds-08', true],
      ['!rds-08', 'rds-07', false],
      ['[rds-07]:2222', '[rds-07]:2222', true],
      ['[rds-07]:2222', 'rds-07', false],
      ['[rds-07]:2222', '[rds-07]:2223', false],
      ['[*.corp.example]:2222', '[rds.corp.example]:2222', true],
      ['[::1]:2222', '[::1]:2222', true],
      ['fe80::1', 'fe80::1', true],
      ['rds.07', 'rdsx07', false],
      [hashedName('rds-07'), 'rds-07', true],
      [hashedName('rds-07'), 'rds-08', false],
      [hashedName('[rds-07]:2222'), '[rds-07]:2222', true],
      [`${hashedName('rds-07')},rds-07`, 'rds-07', false],
    ];
    for (const [hosts, host, trusted] of rows) equal(says([lineOf(hosts, 1)], host), trusted ? 'trusted 1' : 'unknown', `${hosts} for ${host}`);
  });

  it('names the line and the fingerprint of what it knows', () => {
    const verdict = verdictOn(['# comment', '', lineOf('rds-07', 2), lineOf('rds-08', 3), lineOf('rds-07', 4, 'ssh-rsa')]);
    deepEqual(verdict, {
      kind: 'changed',
      known: [
        { file, line: 3, keyType: 'ssh-ed25519', fingerprint: fingerprint(blobOf(2), digest) },
        { file, line: 5, keyType: 'ssh-rsa', fingerprint: fingerprint(blobOf(4, 'ssh-rsa'), digest) },
      ],
    });
  });

  it('trusts a key that any line holds, and takes any other for changed, of whatever type', () => {
    equal(says([lineOf('rds-07', 2), lineOf('rds-07', 1)]), 'trusted 2');
    equal(says([lineOf('rds-07', 2)]), 'changed 1');
    equal(says([lineOf('rds-07', 1, 'ssh-rsa')]), 'changed 1');
  });

  it('knows an RSA key under every algorithm it signs with', () => {
    const known = knownKeys([{ file, text: lineOf('rds-07', 1, 'ssh-rsa') }], 'rds-07', digest);
    const verdict = judgeHostKey(known, undefined, { keyType: 'rsa-sha2-512', blob: blobOf(1, 'ssh-rsa') }, digest);
    equal(short(verdict), 'trusted 1');
  });

  it('refuses a revoked key whatever else vouches for it', () => {
    equal(says([lineOf('rds-07', 1), `@revoked ${lineOf('*', 1)}`]), 'revoked 2');
    equal(says([`@revoked\t${lineOf('rds-07', 1)}`]), 'revoked 1');
    equal(says([lineOf('rds-07', 1), `@revoked ${lineOf('rds-07', 2)}`]), 'trusted 1');
    equal(says([`@revoked ${lineOf('rds-08', 1)}`, lineOf('rds-07', 1)]), 'trusted 2');
    equal(says([`@revoked ${lineOf('rds-07', 1)}`, lineOf('[rds-07]:2222', 1)], '[rds-07]:2222'), 'revoked 1');
  });

  it('never trusts for the sake of a certificate authority, and says that there is one', () => {
    equal(says([`@cert-authority ${lineOf('*', 1)}`]), 'unknown, authority 1');
    equal(says([`@cert-authority ${lineOf('*', 1)}`, lineOf('rds-07', 2)]), 'changed 2');
    equal(says([`@cert-authority ${lineOf('*', 1)}`, lineOf('rds-07', 1)]), 'trusted 2');
  });

  it('trusts for another port only what the name alone holds, and takes nothing for changed there', () => {
    equal(says([lineOf('rds-07', 1)], '[rds-07]:2222'), 'trusted 1');
    equal(says([lineOf('rds-07', 2)], '[rds-07]:2222'), 'unknown');
    equal(says([lineOf('rds-07', 1), lineOf('[rds-07]:2222', 2)], '[rds-07]:2222'), 'changed 2');
  });

  it('skips damaged lines', () => {
    const key = lineOf('rds-07', 1).split(' ')[2] ?? '';
    const damaged = [
      'rds-07',
      'rds-07 ssh-ed25519',
      'rds-07 ssh-ed25519 #',
      `rds-07 ssh-rsa ${key}`,
      `rds-07 ssh-ed25519 ${key.slice(0, 8)}`,
      `rds-07 ssh-ed25519 ${key}!`,
      `@bad ${lineOf('rds-07', 2)}`,
      `@revoked @cert-authority ${lineOf('rds-07', 1)}`,
      `@revoked`,
      `#rds-07 ssh-ed25519 ${key}`,
      'rds-07 1024 35 1234567',
      `|1|AAAA|AAAA ssh-ed25519 ${key}`,
      `|1|| ssh-ed25519 ${key}`,
      `|2|${hashedName('rds-07').slice(3)} ssh-ed25519 ${key}`,
      '\0',
    ];
    for (const line of damaged) equal(says([line]), 'unknown', line);
    equal(says([...damaged, lineOf('rds-07', 1)]), `trusted ${damaged.length + 1}`);
  });

  it('reads blanks, comments, line ends of Windows and a last line without end', () => {
    equal(says(`  \t${lineOf('rds-07', 1)} a comment \r\n`), 'trusted 1');
    equal(says(`\r\n${lineOf('rds-07', 1).replaceAll(' ', '\t  ')}\r\n`), 'trusted 2');
    equal(says(lineOf('rds-07', 1)), 'trusted 1');
  });

  it('tells the types that are known, those of another port only where there are none', () => {
    const text = [lineOf('rds-07', 1, 'ssh-rsa'), lineOf('rds-07', 2, 'ssh-rsa'), lineOf('*', 3), `@cert-authority ${lineOf('*', 3, 'ecdsa-sha2-nistp256')}`].join('\n');
    const known = knownKeys([{ file, text }], 'rds-07', digest);
    const none = knownKeys([], 'rds-07', digest);
    deepEqual(typesOf(known, undefined), ['ssh-rsa', 'ssh-ed25519']);
    deepEqual(typesOf(none, known), ['ssh-rsa', 'ssh-ed25519']);
    deepEqual(typesOf(knownKeys([{ file, text: lineOf('x', 1) }], 'x', digest), known), ['ssh-ed25519']);
    deepEqual(typesOf(none, undefined), []);
  });

  const names = fc.constantFrom('rds-07', 'rds-08', '[rds-07]:2222', '[rds-08]:22', '10.0.0.7');
  const entries = fc.array(fc.record({ mark: fc.constantFrom('', '', '@revoked ', '@cert-authority '), name: names, key: fc.nat(2) }), { maxLength: 8 });

  it('says the same hashed as plain', () => {
    fc.assert(
      fc.property(entries, names, fc.nat(2), (list, host, key) => {
        const plain = list.map(({ mark, name, key: number }) => `${mark}${lineOf(name, number)}`);
        const hashed = list.map(({ mark, name, key: number }) => `${mark}${lineOf(hashedName(name), number)}`);
        deepEqual(verdictOn(hashed, host, key), verdictOn(plain, host, key));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('is total: any bytes give a verdict, and bytes between lines change none', () => {
    const trusting = lineOf('rds-07', 1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const noise = Buffer.from(bytes).toString('latin1');
        equal(verdictOn(noise).kind, 'unknown');
        equal(verdictOn(`${noise}\n${trusting}\n${noise}`).kind, 'trusted');
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('takes one changed character of the key for another key, or for damage', () => {
    const line = lineOf('rds-07', 1);
    const start = line.lastIndexOf(' ') + 1;
    for (let at = start; at < line.length; at++) {
      const changed = `${line.slice(0, at)}${line[at] === 'B' ? 'C' : 'B'}${line.slice(at + 1)}`;
      ok(['changed 1', 'unknown'].includes(says([changed])), changed);
    }
  });
});

describe('a pattern of ssh', function () {
  this.timeout(60_000);

  it('is matched as a regular expression would', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        equal(matchesPattern(text, pattern), new RegExp(`^${source}$`).test(text));
      }),
      { seed: 9, numRuns: 2000 },
    );
  });

  it('that was made to take for ever does not', () => {
    equal(matchesPattern('a'.repeat(2000), `${'*a'.repeat(1000)}b`), false);
  });

  it('in a list is overruled by any that says no', () => {
    ok(matchesList('a', ['b', 'a']));
    ok(!matchesList('a', ['a', '!?']));
    ok(!matchesList('a', ['!b']));
    ok(!matchesList('a', []));
  });
});
