// What holds for every .reg file, whatever is in it.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { operationsOf, type Operation } from '../../src/core/conversion/operations';
import { writeRegFile } from '../../src/core/conversion/regFile';
import { explainImport, type ImportOperation } from '../../src/core/formats/reg/explain';
import { parseReg } from '../../src/core/formats/reg/parser';
import { lintBytes } from '../../src/core/lint/linter';
import { english } from '../../src/core/messages/english';
import { keyText } from '../../src/core/registry/place';
import { hexText } from '../../src/core/registry/valueData';
import type { Finding } from '../../src/core/rules/rule';
import { applyEdits } from '../../src/core/text/edits';
import { createLineMap } from '../../src/core/text/lineMap';
import { fixesOf, lint, type Fix } from './regFixes';
import { disturbedLines, saidAgain, tornLines, uncovered } from './regRepairs';
import { regText, SEED } from './regText';

function operations(text: string): readonly Step[] {
  const { operations: all } = explainImport(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return all.map(({ line: _line, certainty: _certainty, ...operation }) => operation);
}

type Step = Omit<ImportOperation, 'line' | 'certainty'>;

/** The registry after these steps: the last word on every key and value. A key that is only named again changes nothing. */
function registryOfSteps(steps: readonly Step[]): ReadonlyMap<string, string> {
  const registry = new Map<string, string>();
  for (const { op, key, name, type, data } of steps) {
    const at = `${key}\n`.toLowerCase();
    if (op === 'deleteKey') {
      const below = `${key}\\`.toLowerCase();
      for (const held of [...registry.keys()]) if (held.startsWith(at) || held.startsWith(below)) registry.delete(held);
      registry.set(`${at}\0`, 'deleted');
    } else if (op === 'createKey') registry.set(`${at}\0`, 'there');
    else registry.set(`${at}${name?.toLowerCase() ?? ''}`, op === 'set' ? `${String(type)}:${data ?? ''}` : 'deleted');
  }
  return registry;
}

function registryAfter(text: string): ReadonlyMap<string, string> {
  return registryOfSteps(operations(text));
}

function registryOf(done: readonly Operation[]): ReadonlyMap<string, string> {
  return registryOfSteps(
    done.map((operation) => {
      const key = keyText(operation.key);
      if (operation.op === 'set') return { op: 'set', key, name: operation.name, type: operation.data.type, data: hexText(operation.data.bytes) };
      return operation.op === 'deleteValue' ? { op: 'deleteValue', key, name: operation.name } : { op: operation.op, key };
    }),
  );
}

/** Whether the same sentence is still said at the same place: the next fault of a line has other words, even under the same code. */
function isStillThere({ finding, before, edits, fixed }: Fix): boolean {
  const { start } = finding.evidence.range;
  const shift = edits
    .filter(({ range }) => range.end <= start && range.start < start)
    .reduce((sum, { range, newText }) => sum + newText.length - (range.end - range.start), 0);
  const said = english(finding.message);
  const same = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ code, message }) => code === finding.code && english(message) === said);
  const left = same(lint(fixed).findings);
  // Where a line was taken out, the same fault of the line below may have moved to its place.
  return left.some(({ evidence }) => evidence.range.start === start + shift) && left.length >= same(before).length;
}

export function regProperties(numRuns: number, seed = SEED): void {
  const options = { numRuns, seed };
  describe(`any .reg file (seed ${String(seed)}, ${String(numRuns)} runs)`, function () {
    // Ten times what a slow machine takes for one property.
    this.timeout(10_000 + numRuns * 30);
    it('bytes of any kind are explained and linted without an exception', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
          explainImport(bytes);
          lintBytes({ document: 'a.reg', bytes, severities: new Map(), onRuleError: (_code, error) => { throw error; } });
        }),
        options,
      );
    });

    it('a file cut at any byte is explained and linted without an exception', () => {
      fc.assert(
        fc.property(regText, fc.nat(), (text, cut) => {
          const whole = Buffer.from(`\ufeff${text}`, 'utf16le');
          const bytes = whole.subarray(0, cut % (whole.length + 1));
          explainImport(bytes);
          lintBytes({ document: 'a.reg', bytes, severities: new Map(), onRuleError: (_code, error) => { throw error; } });
        }),
        options,
      );
    });

    it('nodes come in order, do not overlap, and leave only blanks and comments of skipped lines between them', () => {
      fc.assert(
        fc.property(regText, (text) => {
          const { header, nodes } = parseReg(text);
          let at = header.verdict.kind === 'rejected' && header.verdict.why === 'missing' ? 0 : header.end;
          // A header below the first line is part of the header's fault, not a line of its own.
          const statements = header.late === undefined ? nodes : [...nodes, header.late].sort((a, b) => a.start - b.start);
          for (const node of statements) {
            ok(node.start >= at && node.end >= node.start, 'order');
            equal(text.slice(at, node.start).trim(), '', 'nothing between nodes');
            at = node.end;
          }
          equal(text.slice(at).trim(), '', 'nothing after the last node');
        }),
        options,
      );
    });

    it('every line is at most once done and at most once skipped', () => {
      fc.assert(
        fc.property(regText, (text) => {
          const { operations: done, skipped } = explainImport(Buffer.from(`\ufeff${text}`, 'utf16le'));
          const lines = skipped.map(({ line }) => line);
          equal(new Set(lines).size, lines.length);
          const last = createLineMap(text).lineCount;
          ok([...done, ...skipped].every(({ line }) => line >= 1 && line <= last));
        }),
        options,
      );
    });

    it('every finding lies inside the text', () => {
      fc.assert(
        fc.property(regText, (text) => {
          for (const { evidence, message } of lint(text).findings) {
            ok(evidence.range.start >= 0 && evidence.range.start <= evidence.range.end && evidence.range.end <= text.length);
            ok(!/\{\d\}/.test(english(message)));
          }
        }),
        options,
      );
    });

    it('what a file does, written as a file again, is the same', () => {
      fc.assert(
        fc.property(regText, (text) => {
          const done = operationsOf(parseReg(text));
          const { text: written, unwritable } = writeRegFile(done);
          deepEqual(unwritable.filter(({ key }) => !/[\r\n\0]/.test(key.path)), []);
          deepEqual(registryAfter(written), registryOf(done), JSON.stringify(written));
        }),
        options,
      );
    });

    it('a fix removes its finding', () => {
      fc.assert(
        fc.property(regText, (text) => {
          for (const fix of fixesOf(text)) {
            ok(!isStillThere(fix), `${fix.finding.code} ${english(fix.remedy.title)}: ${JSON.stringify(fix.fixed)}`);
          }
        }),
        options,
      );
    });

    it('a fix that repairs a line uncovers the next true finding on that line and nothing else, and disturbs no other line', () => {
      fc.assert(
        fc.property(regText, (text) => {
          for (const fix of fixesOf(text)) {
            if (fix.remedy.effect !== 'repairs-line') continue;
            const said = `${fix.finding.code} ${english(fix.remedy.title)}: ${JSON.stringify(fix.fixed)}`;
            deepEqual(uncovered(fix), [], said);
            deepEqual([...disturbedLines(fix), ...tornLines(fix), ...saidAgain(fix)], [], said);
          }
        }),
        options,
      );
    });

    it('a comment that suppresses a finding silences it and changes nothing else on import', () => {
      fc.assert(
        fc.property(regText, (text) => {
          const result = lint(text);
          for (const finding of result.findings) {
            for (const { title, edits } of result.suppressionsFor(finding)) {
              const quiet = applyEdits(text, edits);
              deepEqual(registryAfter(quiet), registryAfter(text), `${english(title)}: ${JSON.stringify(quiet)}`);
              const count = (findings: readonly Finding[]): number => findings.filter(({ code }) => code === finding.code).length;
              ok(count(lint(quiet).findings) < count(result.findings), `${english(title)}: ${JSON.stringify(quiet)}`);
            }
          }
        }),
        options,
      );
    });

    it('a cosmetic fix leaves the registry after the import as it was, and adds no finding', () => {
      fc.assert(
        fc.property(regText, (text) => {
          const findings = lint(text).findings.length;
          for (const { finding, remedy, fixed } of fixesOf(text)) {
            if (remedy.effect !== 'cosmetic') continue;
            deepEqual(registryAfter(fixed), registryAfter(text), finding.code);
            ok(lint(fixed).findings.length < findings, `${finding.code}: ${JSON.stringify(fixed)}`);
          }
        }),
        options,
      );
    });

    it('fixing all leaves the registry after the import as it was, and nothing to fix the second time', () => {
      fc.assert(
        fc.property(regText, (text) => {
          let fixed = text;
          for (let pass = 0; pass < 3; pass++) fixed = applyEdits(fixed, lint(fixed).fixAllEdits());
          deepEqual(registryAfter(fixed), registryAfter(text));
          deepEqual(lint(fixed).fixAllEdits(), []);
        }),
        options,
      );
    });
  });
}
