// What holds for every edit of LGPO text, a preference and a file of Policy Analyzer: the document reads back as the entry that was wanted, every
// other entry stays as it was, and nothing is written outside of the lines of what is changed.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { RegistryEntry } from '../../src/core/formats/entry';
import { keyOfEntry } from '../../src/core/formats/entryObservations';
import { readPolicyText, type PolicyTextFormat } from '../../src/core/formats/policySource';
import type { SourceReading } from '../../src/core/formats/source';
import { policySpeller } from '../../src/core/lint/policyLinter';
import { dwordData, stringData, utf16Bytes, valueType, type ValueData } from '../../src/core/registry/valueData';
import type { RemedyAction } from '../../src/core/remedies/remedy';
import { applyEdits } from '../../src/core/text/edits';
import { SEED } from './regText';

const sign = fc.constantFrom(...Array.from('abcXYZ019 ;[]=*.-_#"\\%(){}<>&\'äΩ😀'));
const words = fc.string({ unit: sign, maxLength: 10 }).map((text) => text.trim());
const name = fc.oneof(fc.constantFrom('fDenyTSConnections', 'Shadow'), words.filter((text) => text !== '' && !/^[;*(]|\\/.test(text)));
const key = fc.oneof(fc.constantFrom('SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services', 'Software\\A'), name.map((part) => `Software\\${part}`));

const data: fc.Arbitrary<ValueData> = fc.oneof(
  fc.nat(0xffff_ffff).map(dwordData),
  words.map((text) => stringData(text)),
  words.map((text) => stringData(text, valueType.expandSz)),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => ({ type: valueType.binary, bytes })),
  fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => ({ type: valueType.qword, bytes })),
  fc.array(name, { maxLength: 3 }).map((items) => ({ type: valueType.multiSz, bytes: utf16Bytes(`${items.map((item) => `${item}\0`).join('')}\0`) })),
);

const newline = fc.constantFrom('\r\n', '\n', '\r');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;').replaceAll("'", '&apos;');

const lgpoAction = fc.oneof(
  fc.nat(0xffff_ffff).map((value) => `DWORD:${String(value)}`),
  fc.nat(0xffff).map((value) => `DWORD:0x${value.toString(16)}`),
  words.map((text) => `SZ:${text.replaceAll('\\', '\\\\')}`),
  fc.constantFrom('EXSZ:%a%', 'MULTISZ:a\\0b', 'BINARY:03,00', 'DELETE', 'CREATEKEY', 'DELETEALLVALUES', 'QWORD:5'),
);
const lgpoEntry = fc
  .tuple(fc.constantFrom('Computer', 'User', 'computer', 'User:me'), key, fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: fc.constantFrom('(Default)', '*', '**del.Gone', '**soft.Shadow') }), lgpoAction)
  .map((lines) => lines.join('\n'));
const lgpo = fc
  .tuple(fc.array(fc.tuple(lgpoEntry, fc.constantFrom('\n\n', '\n\n', '\n', '\n; why\n', '\n \n\n')), { maxLength: 6 }), newline, fc.boolean())
  .map(([all, end, ended]) => (all.flat().join('') + (ended ? '' : 'Computer\nSoftware\\Last\nLast\nSZ:')).replaceAll('\n', end));

const gppValue = fc.oneof(
  fc.tuple(fc.constant('REG_DWORD'), fc.nat(0xffff_ffff).map((value) => value.toString(16).padStart(8, '0'))),
  fc.tuple(fc.constantFrom('REG_SZ', 'REG_EXPAND_SZ'), words),
  fc.constantFrom(['REG_BINARY', '0A0B'], ['REG_QWORD', '0000000000000005'], ['REG_MULTI_SZ', 'one']),
);
const gppItem = fc
  .tuple(fc.constantFrom('U', 'C', 'R', 'D'), fc.constantFrom('HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER', 'HKEY_USERS'), key, fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: fc.constant('') }), gppValue, fc.constantFrom(0, 0, 0, 0, 1, 2, 3))
  .map(([action, hive, path, own, [type, value], odd]) => {
    const marked = odd === 1 ? ' default="1"' : '';
    const list = odd === 2 && type === 'REG_MULTI_SZ' ? '<Values><Value>one</Value></Values>' : '';
    return `<Registry name="x"${odd === 3 ? ' disabled="1"' : ''}>\n\t<Properties action="${action}" hive='${hive}' key="${escaped(path)}" name = "${escaped(own)}"${marked} type='${type}' value="${escaped(value)}">${list}</Properties><Filters><x/></Filters></Registry>`;
  });
const rule = fc
  .tuple(fc.constantFrom('ComputerConfig', 'UserConfig'), key, fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: fc.constantFrom('', '**del.Gone', '**soft.Shadow', '**delvals.') }), gppValue)
  .map(([half, path, own, [type, value]]) => `<${half}>\n <Key>${escaped(path)}</Key>\n <Value>${escaped(own)}</Value>\n <RegType>${type}</RegType>\n <RegData>${type === 'REG_DWORD' ? String(parseInt(value, 16)) : escaped(value)}</RegData>\n</${half}>`);

const between = fc.constantFrom('\n', '\n', '', ' ', '\n<!-- <Registry> -->\n', '\n\n  ');
const items = (one: fc.Arbitrary<string>, head: string, tail: string, folder: readonly [string, string]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.tuple(one, between, fc.boolean()), { maxLength: 6 }), newline)
    .map(([all, end]) => `${head}\n${all.map(([item, gap, inside]) => (inside ? folder[0] + item + folder[1] : item) + gap).join('')}\n${tail}\n`.replaceAll('\n', end));
const gpp = items(gppItem, '<?xml version="1.0"?>\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">', '</RegistrySettings>', ['<Collection name="c">\n', '\n</Collection>']);
const rules = items(rule, '<PolicyRules>', '</PolicyRules>', ['', '']);

const documents = fc.oneof(
  fc.tuple(fc.constant<PolicyTextFormat>('lgpo'), lgpo),
  fc.tuple(fc.constant<PolicyTextFormat>('gpp-registry'), gpp),
  fc.tuple(fc.constant<PolicyTextFormat>('policy-rules'), rules),
);

const read = (format: PolicyTextFormat, text: string): SourceReading => readPolicyText(format, text, { encoding: 'utf-8', bom: false }, 'a');
const registryEntries = ({ entries }: SourceReading): readonly RegistryEntry[] => entries.filter((entry) => entry.kind === 'registry');
const said = ({ evidence: _evidence, ...rest }: RegistryEntry): object => ({ ...rest, data: [...rest.data] });
const spelling = ({ faults }: SourceReading): readonly string[] => faults.map(({ kind }) => kind).filter((kind) => kind.startsWith('xml') || kind.startsWith('lgpo') || kind === 'itemUnreadable');

interface Picked {
  readonly format: PolicyTextFormat;
  readonly text: string;
  readonly before: readonly RegistryEntry[];
  readonly at: number;
  readonly entry: RegistryEntry;
}

/** What the document says after the action; undefined where it cannot be said there. */
function after({ format, text, entry }: Picked, action: RemedyAction): readonly object[] | undefined {
  const edits = policySpeller(format, text)(entry.evidence.range.start, action);
  if (edits === undefined) return undefined;
  const reading = read(format, applyEdits(text, edits));
  deepEqual(spelling(reading), spelling(read(format, text)), 'no fault of spelling is new');
  return registryEntries(reading).map(said);
}

/** The same but for the entries that stand where this one does. */
function except({ before, entry }: Picked, wanted: readonly object[]): readonly object[] {
  const own = (other: RegistryEntry): boolean => other.evidence.range.start === entry.evidence.range.start;
  const first = before.findIndex(own);
  return before.flatMap((other, index) => (own(other) ? (index === first ? wanted : []) : [said(other)]));
}

export function policyFixProperties(numRuns: number, seed = SEED): void {
  const holds = (title: string, check: (picked: Picked, value: ValueData, other: string) => void): void => {
    it(title, () => {
      fc.assert(
        fc.property(documents, fc.nat(), data, name, ([format, text], pick, value, other) => {
          const before = registryEntries(read(format, text));
          const at = before.length === 0 ? -1 : pick % before.length;
          const entry = before[at];
          if (entry !== undefined) check({ format, text, before, at, entry }, value, other);
        }),
        { numRuns, seed },
      );
    });
  };
  const placeOf = (entry: RegistryEntry): { readonly key: ReturnType<typeof keyOfEntry>; readonly name: string } => ({ key: keyOfEntry(entry), name: entry.name });
  const sets = ({ action }: RegistryEntry): boolean => action === 'set' || action === 'soft';

  describe(`an edit of LGPO text, a preference or a file of Policy Analyzer (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    this.timeout(10_000 + numRuns * 30);

    holds('gives a value other data', (picked, value) => {
      const { entry, format } = picked;
      const changed = after(picked, { kind: 'setValue', place: placeOf(entry), data: value });
      if (!sets(entry)) {
        if (changed !== undefined) deepEqual(changed, except(picked, [{ ...said(entry), action: 'set', type: value.type, data: [...value.bytes] }]));
        return;
      }
      if (value.type === valueType.dword && !(format === 'gpp-registry' && picked.text.includes('<Values>'))) ok(changed !== undefined, 'a number has a spelling everywhere');
      if (changed !== undefined) deepEqual(changed, except(picked, [{ ...said(entry), type: value.type, data: [...value.bytes] }]));
    });

    holds('deletes a value instead of setting it', (picked) => {
      const changed = after(picked, { kind: 'deleteValue', place: placeOf(picked.entry) });
      const isSpeakable = picked.entry.action === 'set' || (picked.entry.action === 'soft' && picked.format !== 'lgpo');
      equal(changed !== undefined, isSpeakable);
      if (changed !== undefined) deepEqual(changed, except(picked, [{ ...said(picked.entry), action: 'deleteValue', type: undefined, data: [] }]));
    });

    holds('leaves a statement out', (picked) => {
      deepEqual(after(picked, { kind: 'removeStatement' }), except(picked, []));
    });

    holds('names another value', (picked, _value, other) => {
      const changed = after(picked, { kind: 'renameValue', from: placeOf(picked.entry), to: other });
      if (changed === undefined) return;
      deepEqual(changed, except(picked, [{ ...said(picked.entry), name: other }]));
    });

    holds('names another key in every entry that is about it', (picked, _value, other) => {
      const from = keyOfEntry(picked.entry);
      const path = `Software\\${other}`;
      const changed = after(picked, { kind: 'renameKey', from, to: { hive: from.hive, path } });
      if (changed === undefined) return;
      const isMeant = (entry: RegistryEntry): boolean => keyOfEntry(entry).hive === from.hive && keyOfEntry(entry).path.toLowerCase() === from.path.toLowerCase();
      deepEqual(changed, picked.before.map((entry) => (isMeant(entry) ? { ...said(entry), key: path } : said(entry))));
    });

    holds('adds another value behind an entry of LGPO text, and to nothing else', (picked, value, other) => {
      const place = { key: { hive: 'HKEY_LOCAL_MACHINE', path: 'Software\\Added' }, name: other } as const;
      const changed = after(picked, { kind: 'setValue', place, data: value });
      if (picked.format !== 'lgpo') equal(changed, undefined);
      if (changed === undefined) return;
      const added = { kind: 'registry', hive: 'machine', key: 'Software\\Added', name: other, action: 'set', type: value.type, data: [...value.bytes] };
      deepEqual(changed, except(picked, [said(picked.entry), added]));
    });

    holds('stays within the lines of what it is about', (picked, value) => {
      const { format, text, entry, before, at } = picked;
      const start = entry.evidence.range.start;
      const next = before.slice(at + 1).find((other) => other.evidence.range.start > start)?.evidence.range.start ?? text.length;
      for (const action of [{ kind: 'setValue', place: placeOf(entry), data: value }, { kind: 'deleteValue', place: placeOf(entry) }] as const) {
        for (const { range, newText } of policySpeller(format, text)(start, action) ?? []) {
          ok(range.start >= start && range.end <= next);
          ok(!/[\r\n]/.test(newText));
        }
      }
    });
  });
}
