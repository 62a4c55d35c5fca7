// Names of findings across runs: what they survive and what they tell apart.

import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { writeRegistryPol } from '../../../src/core/formats/registryPol/writer';
import type { RegistryEntry } from '../../../src/core/formats/entry';
import { fingerprintsOf } from '../../../src/core/lint/fingerprint';
import { lintBytes } from '../../../src/core/lint/linter';
import { digest } from '../../../src/node/digest';

const HEADER = 'Windows Registry Editor Version 5.00';
const RDP_TCP = '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]';
const lines = (...all: readonly string[]): string => all.join('\r\n');

function named(bytes: Uint8Array, document = 'a.reg'): readonly string[] {
  const onRuleError = (code: string, error: unknown): never => {
    throw new Error(code, { cause: error });
  };
  const { text, result } = lintBytes({ document, bytes, severities: new Map(), onRuleError });
  const names = fingerprintsOf(result.findings, { text, bytes, offsets: result.offsets }, digest);
  return result.findings.map(({ code }, i) => `${code} ${names[i] ?? ''}`);
}

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const NLA_OFF = '"UserAuthentication"=dword:00000000';
const once = named(utf16(lines(HEADER, RDP_TCP, NLA_OFF, '')));

describe('the fingerprint of a finding', () => {
  it('is a hash and a number', () => {
    equal(once.length, 1);
    match(once[0] ?? '', /^RDP501 [0-9a-f]{32}:1$/);
  });

  it('stays when lines are added, line ends change and the file is stored in another encoding', () => {
    deepEqual(named(utf16(lines(HEADER, '', '; one more', RDP_TCP, '"x"="y"', NLA_OFF, ''))), once);
    deepEqual(named(Buffer.from([HEADER, RDP_TCP, NLA_OFF, ''].join('\n'))), once);
  });

  it('stays when the key is spelled in other letter case or by the number of its control set', () => {
    const spelled = RDP_TCP.replace('Terminal Server', 'TERMINAL SERVER').replace('CurrentControlSet', 'ControlSet001');
    deepEqual(
      named(utf16(lines(HEADER, spelled, NLA_OFF, ''))).filter((name) => name.startsWith('RDP501')),
      once,
    );
  });

  it('changes with the data', () => {
    const [other] = named(utf16(lines(HEADER, RDP_TCP, '"UserAuthentication"=dword:0', '')));
    match(other ?? '', /^RDP501 /);
    notEqual(other, once[0]);
  });

  it('tells findings apart that say the same, by number', () => {
    const [first, second, third] = named(utf16(lines(HEADER, RDP_TCP, 'junk', '"x"="y"', 'junk', 'other junk', '')));
    const hash = /^(RDP\d+ [0-9a-f]{32}):1$/.exec(first ?? '')?.[1] ?? 'none';
    equal(second, `${hash}:2`);
    match(third ?? '', /:1$/);
  });

  it('is about the bytes of an entry where a file is no text', () => {
    const entry = (name: string, value: number): RegistryEntry => ({
      kind: 'registry',
      hive: 'machine',
      key: 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services',
      name,
      type: 4,
      data: Uint8Array.of(value, 0, 0, 0),
      action: 'set',
      evidence: { document: '', range: { start: 0, end: 0 } },
    });
    const written = (...entries: readonly RegistryEntry[]): readonly string[] => named(writeRegistryPol(entries), 'registry.pol');
    const alone = written(entry('UserAuthentication', 0));
    equal(alone.length, 1);
    deepEqual(written(entry('fDisableCdm', 1), entry('UserAuthentication', 0)), alone);
  });
});
