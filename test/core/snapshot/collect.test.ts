// What the collector is asked, and that what it prints by itself is read again, whatever the redirection made of it.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shell } from '../../../src/core/ports';
import { succeed } from '../../../src/core/result';
import type { Script } from '../../../src/core/shell/script';
import { collectorText, collectScript, collectSnapshot } from '../../../src/core/snapshot/collect';
import type { SectionName } from '../../../src/core/snapshot/snapshot';
import { ROOT } from '../../places';
import { serverWith } from '../rules/serverMade';

const sections: Readonly<Record<SectionName, true>> = {
  host: true, registry: true, services: true, sockets: true, sessions: true, firewall: true, certificates: true, rights: true, groups: true, power: true, licensing: true, events: true,
  policySources: true,
};
const sectionNames = Object.keys(sections);

const never = (): AbortSignal => new AbortController().signal;

function shellThatSays(text: string): Shell & { readonly asked: Script[] } {
  const asked: Script[] = [];
  const none = async (): Promise<never> => {
    throw new Error('not in this test');
  };
  return {
    asked,
    machine: 'rds',
    execute: none,
    close: () => undefined,
    run: async (script) => {
      asked.push(script);
      const host = { shell: 'cmd', windows: true, os: 'Windows', powershell: '5.1', edition: 'Desktop', languageMode: 'FullLanguage' } as const;
      return succeed({ host, output: Buffer.from(text), complaints: '', noise: false, ending: { kind: 'exit', code: 0 } });
    },
  };
}

describe('collecting', () => {
  it('asks for everything within limits, on Windows only', () => {
    const { text, parameters, system, timeoutMs, mostBytes } = collectScript({});
    equal(text, collectorText);
    deepEqual(parameters, { eventDays: 30, sectionSeconds: 30, mostEvents: 2000 });
    equal(system, 'windows');
    ok(timeoutMs > 13 * 30_000 && mostBytes > 13 * 1_000_000);
  });

  it('asks for what is wanted, and waits for as long as that may take', () => {
    const few = collectScript({ sections: ['services', 'licensing'], port: 3390, eventDays: 7, sectionSeconds: 10, mostEvents: 50 });
    deepEqual(few.parameters, { sections: ['services', 'licensing'], port: 3390, eventDays: 7, sectionSeconds: 10, mostEvents: 50 });
    ok(few.timeoutMs > 20_000 && few.timeoutMs < collectScript({}).timeoutMs);
  });

  it('knows the sections that the script knows', () => {
    const named = /^\$every = (.*)$/m.exec(collectorText)?.[1] ?? '';
    deepEqual(named.split(', ').map((name) => name.slice(1, -1)), sectionNames);
    for (const name of ['port', 'eventDays', 'sectionSeconds', 'mostEvents']) ok(collectorText.includes(`ParameterNumber '${name}'`), name);
  });

  it('takes nothing but a snapshot for one', async () => {
    for (const said of ['', 'null', '[]', '{"kind":"rdpsnapshot"', '{"kind":"rdpsnapshot","schema":1}', '{"kind":"other","schema":1,"sections":{},"collection":{}}']) {
      const shell = shellThatSays(said);
      const collected = await collectSnapshot(shell, {}, never());
      equal(collected.ok ? '' : collected.failure.code, 'scriptFailed', said);
      equal(shell.asked.length, 1);
    }
  });

  it('keeps what is well when one section is not, and refuses a snapshot whose frame is not', async () => {
    const whole = serverWith({});
    const odd = { ...whole, sections: { ...whole.sections, host: { ms: 1, data: { name: 7 }, unseen: [] }, power: undefined } };
    const collected = await collectSnapshot(shellThatSays(JSON.stringify(odd)), {}, never());
    ok(collected.ok);
    const failure = { reason: 'failed', detail: 'the collector answered in a shape that is not known' } as const;
    deepEqual(collected.value, { ...whole, sections: { ...whole.sections, host: { ms: 0, failure }, power: { ms: 0, failure } } });
    const frame = { ...whole, collection: { ...whole.collection, at: 1 } };
    ok(!(await collectSnapshot(shellThatSays(JSON.stringify(frame)), {}, never())).ok);
  });

  it('is published with its hash', () => {
    const page = readFileSync(join(ROOT, 'docs/collector.md'), 'utf8');
    const hash = createHash('sha256').update(collectorText).digest('hex');
    ok(page.includes(`\`${hash}\``), `docs/collector.md lacks the SHA-256 of the text, ${hash}`);
    for (const name of sectionNames) ok(page.includes(`| \`${name}\` |`), `docs/collector.md does not describe ${name}`);
  });
});
