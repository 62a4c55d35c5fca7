// What holds for every security template: reading is total and its ranges are exact, data reads back as it was spelled, and an edit changes
// what it is about and nothing else.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry, Principal } from '../../src/core/formats/entry';
import { readSecurityTemplate } from '../../src/core/formats/securityTemplate/reading';
import { spelledData, spellTemplateAction } from '../../src/core/formats/securityTemplate/spelling';
import { accountIdentity } from '../../src/core/rdp/accountNames';
import { dwordData, stringData, utf16Bytes, valueType, type ValueData } from '../../src/core/registry/valueData';
import type { RemedyAction } from '../../src/core/remedies/remedy';
import { applyEdits } from '../../src/core/text/edits';
import { SEED } from './regText';

const place = { key: { hive: 'HKEY_LOCAL_MACHINE', path: 'any' }, name: 'Start' } as const;
const read = (text: string): ReturnType<typeof readSecurityTemplate> => readSecurityTemplate(text, { encoding: 'utf-16le', bom: true }, 'GptTmpl.inf');

const line = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n\0]/g, ''));
const anyText = line.map((text) => stringData(text));
const anyList = fc.array(line.filter((item) => item !== ''), { maxLength: 4 }).map((items): ValueData => ({ type: valueType.multiSz, bytes: utf16Bytes(items.map((item) => `${item}\0`).join('') + '\0') }));
const anyBytes = fc.uint8Array({ maxLength: 6 }).map((bytes): ValueData => ({ type: valueType.binary, bytes }));
const anyNumber = fc.nat(0xffff_ffff).map(dwordData);
const data = fc.oneof(anyText, anyText.map(({ bytes }): ValueData => ({ type: valueType.expandSz, bytes })), anyList, anyBytes, anyNumber);

const sid = fc.integer({ min: 500, max: 999 }).map((last) => `S-1-5-32-${String(last)}`);
const account = fc.oneof(sid, fc.constantFrom('Guests', 'EXAMPLE\\Helpdesk', 'Ops night', 'A, B', 'Remote Desktop Users', 'S-1-1', 'x"y'));
const spelled = (principal: string): string => (principal.startsWith('S-1-5') ? `*${principal}` : /[",]/.test(principal) ? `"${principal.replaceAll('"', '""')}"` : principal);
const blank = fc.constantFrom('', ' ', '\t', '  ');
const comment = fc.constantFrom('', '', ' ; why', ';x,"y');
const list = fc
  .tuple(fc.uniqueArray(account, { maxLength: 4 }), blank, comment)
  .map(([principals, gap, after]) => `${gap}${principals.map(spelled).join(`${gap},${gap}`)}${after}`);

const valueLine = fc.tuple(fc.integer({ min: 0, max: 30 }), data, blank).map(([n, stored, gap]) => `MACHINE\\Software\\Key ${String(n)}\\Value=${gap}${spelledData(stored) ?? '4,1'}`);
const rightLine = fc.tuple(fc.constantFrom('SeRemoteInteractiveLogonRight', 'SeTcbPrivilege', 'SeFutureRight'), blank, list).map(([name, gap, who]) => `${name}${gap}=${who}`);
const serviceLine = fc.tuple(fc.constantFrom('TermService', 'UmRdpService', 'Spooler'), fc.integer({ min: 2, max: 4 }), fc.constantFrom('"', '3="')).map(([name, mode, quote]) => `${quote}${name}",${String(mode)},"D:AR(A;;CC;;;IU)"`);
const groupLine = fc.tuple(fc.constantFrom('*S-1-5-32-555__Members', 'Helpdesk__Memberof'), list).map(([name, who]) => `${name} =${who}`);
const section = (name: string, lines: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.oneof({ arbitrary: lines, weight: 5 }, { arbitrary: fc.constantFrom('', '; a comment', 'a line that says nothing', '\t'), weight: 1 }), { maxLength: 6 }).map((all) => [`[${name}]`, ...all]);
const template = fc
  .tuple(
    fc.array(fc.oneof(section('Registry Values', valueLine), section('privilege rights', rightLine), section('Service General Setting', serviceLine), section('Group Membership', groupLine), section('System Access', fc.constant('X = 1'))), { maxLength: 5 }),
    fc.constantFrom('\r\n', '\n', '\r'),
    fc.boolean(),
  )
  .map(([sections, newline, ended]) => sections.flat().join(newline) + (ended ? newline : ''));

const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom('[', ']', '=', ',', '"', ';', '*', '\\', ' ', '\t', '\r', '\n', '[Registry Values]\n', '[Privilege Rights]\r\n', '[Service General Setting]\n', '[Group Membership]\n', '__Members', 'MACHINE\\a\\b=', '7,', '4,', '1,"', 'S-1-5-32-544', '[Version]\nsignature'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

/** An entry without where it stands. */
function said(entry: Entry): unknown {
  const rest = { ...entry, evidence: undefined };
  return 'principals' in rest ? { ...rest, principals: rest.principals.map(accountIdentity) } : 'data' in rest ? { ...rest, data: [...rest.data] } : rest;
}

/** The text after the action on this entry; outside the line nothing may change. */
function edited(text: string, entry: Entry, action: RemedyAction): string | undefined {
  const edits = spellTemplateAction(text, entry.evidence.range.start, action);
  if (edits === undefined) return undefined;
  for (const { range, newText } of edits) {
    ok(range.start >= entry.evidence.range.start, 'not before the statement');
    ok(!/[\r\n]/.test(text.slice(range.start, range.end) + newText), 'no line end');
  }
  return applyEdits(text, edits);
}

function onlyThisChanged(text: string, after: string, at: number, wanted: unknown): void {
  const before = read(text).entries.map(said);
  deepEqual(read(after).entries.map(said), before.map((entry, index) => (index === at ? wanted : entry)));
}

export function templateProperties(runs: number, seed: number = SEED): void {
  const check = <T>(property: fc.IPropertyWithHooks<T>): void => {
    fc.assert(property, { numRuns: runs, seed });
  };

  describe(`any security template (seed ${String(seed)})`, () => {
    it('is read without an exception, in ranges of the text', () => {
      check(
        fc.property(fc.oneof(wild, template, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
          const { entries, faults } = read(text);
          for (const { evidence } of [...entries, ...faults]) ok(0 <= evidence.range.start && evidence.range.start <= evidence.range.end && evidence.range.end <= text.length);
          let end = 0;
          for (const entry of entries) {
            const { range, nameRange = range, dataRange = range } = entry.evidence;
            ok(range.start >= end && nameRange.start >= range.start && dataRange.end <= range.end && nameRange.end <= dataRange.start, 'in order, name before data');
            ok(!/[\r\n]/.test(text.slice(range.start, range.end)), 'one line');
            if ('principals' in entry) for (const { evidence } of entry.principals) ok(evidence.range.start >= dataRange.start && evidence.range.end <= dataRange.end);
            end = range.end;
          }
        }),
      );
    });

    it('spells data that reads back as the same bytes', () => {
      check(
        fc.property(data, (stored) => {
          const written = spelledData(stored);
          ok(written !== undefined, 'texts of one line, numbers, bytes and lists have a spelling');
          const [entry] = read(`[Registry Values]\r\nMACHINE\\k\\v=${written}`).entries;
          deepEqual(entry?.kind === 'registry' ? [entry.type, [...entry.data]] : [], [stored.type, [...stored.bytes]]);
        }),
      );
    });

    it('has the data of one value changed, or the line taken out', () => {
      check(
        fc.property(template, data, fc.nat(), (text, stored, pick) => {
          const { entries } = read(text);
          const at = entries.length === 0 ? -1 : pick % entries.length;
          const entry = entries[at];
          if (entry === undefined) return;
          const left = withoutLine(text, entry);
          deepEqual(read(left).entries.map(said), entries.map(said).filter((_, index) => index !== at));
          if (entry.kind !== 'registry') return;
          const after = edited(text, entry, { kind: 'setValue', place, data: stored });
          ok(after !== undefined);
          onlyThisChanged(text, after, at, { ...(said(entry) as object), type: stored.type, data: [...stored.bytes] });
        }),
      );
    });

    it('has a service start otherwise', () => {
      check(
        fc.property(template, fc.constantFrom(2, 3, 4), (text, mode) => {
          for (const [at, entry] of read(text).entries.entries()) {
            if (entry.kind !== 'service') continue;
            const after = edited(text, entry, { kind: 'setValue', place, data: dwordData(mode) });
            ok(after !== undefined);
            onlyThisChanged(text, after, at, { ...(said(entry) as object), startMode: mode });
          }
        }),
      );
    });

    it('has somebody added to a right and somebody taken out', () => {
      check(
        fc.property(template, fc.uniqueArray(account, { maxLength: 2 }), fc.nat(15), (text, add, mask) => {
          for (const [at, entry] of read(text).entries.entries()) {
            if (entry.kind !== 'userRight') continue;
            const gone = entry.principals.filter((_, index) => (mask >> index) % 2 === 1);
            const identities = (all: readonly Principal[]): readonly string[] => all.map(accountIdentity);
            const left = identities(entry.principals).filter((identity) => !identities(gone).includes(identity));
            const news = add.map((name) => accountIdentity(name.startsWith('S-1-5') ? { sid: name, name: undefined } : { sid: undefined, name }));
            const fresh = news.filter((identity) => !identities(entry.principals).includes(identity));
            const remove = gone.map(({ sid: known, name }) => known ?? name ?? '');
            const after = edited(text, entry, { kind: 'changeRight', right: entry.right, remove, add });
            equal(after === undefined, gone.length + fresh.length === 0);
            if (after !== undefined) onlyThisChanged(text, after, at, { ...(said(entry) as object), principals: [...left, ...fresh] });
          }
        }),
      );
    });
  });
}

/** Without the line. */
function withoutLine(text: string, entry: Entry): string {
  const edits = spellTemplateAction(text, entry.evidence.range.start, { kind: 'removeStatement' });
  ok(edits?.length === 1);
  return applyEdits(text, edits);
}
