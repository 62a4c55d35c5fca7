// A snapshot without PowerShell: the programs of Windows that the article names, run by cmd.exe in a few batches one after another, read by
// shape. Every section is data or the reason why there is none; a program that is missing, refuses, hangs or says nothing costs its own
// sections and never the run. Fails where the machine cannot be reached any more, or where no cmd.exe answered at all.

import type { Executor } from '../../ports';
import { fail, succeed, type Result } from '../../result';
import { complaintOf } from '../../shell/complaints';
import { fixedCommands } from '../../shell/fixedCommands';
import { toolsSilent, type PowerShellFound } from '../../shell/scriptFailures';
import type { CollectOptions } from '../collectOptions';
import { schemaVersion, type Section, type SectionFailure, type SectionName, type Sections, type Snapshot } from '../snapshot';
import { readAnswers, type ToolAnswer, type ToolAnswers } from './answers';
import { batchText, mostEvents, type BatchName } from './batches';
import { codePageOf } from './codePage';
import { eventsByTools } from './events';
import { firewallByTools } from './firewallSection';
import { groupsByTools } from './groups';
import { hostByTools } from './host';
import { licensingByTools } from './licensing';
import { readLogin, type Login } from './login';
import { powerByTools } from './power';
import { notAvailable, type Reading } from './reading';
import { answerTo, registryQuestions } from './registryQuestions';
import { portsOf, registryByTools } from './registrySection';
import { registryView } from './registryView';
import { servicesByTools } from './services';
import { sessionsByTools } from './sessions';
import { socketsByTools } from './sockets';

interface Batch {
  readonly name: BatchName;
  /** Run where one of these is asked for. */
  readonly for: readonly SectionName[] | 'any';
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

const untold = 'the programs of Windows do not tell it without words in its language';
const MEGABYTE = 1024 * 1024;
const BATCHES: readonly Batch[] = [
  { name: 'registry', for: ['host', 'registry', 'services', 'sockets', 'firewall', 'power', 'licensing'], timeoutMs: 90_000, mostBytes: 8 * MEGABYTE },
  { name: 'state', for: ['services', 'sockets', 'sessions', 'firewall', 'power'], timeoutMs: 60_000, mostBytes: 8 * MEGABYTE },
  { name: 'groups', for: ['groups'], timeoutMs: 60_000, mostBytes: MEGABYTE },
  { name: 'systemEvents', for: ['events'], timeoutMs: 120_000, mostBytes: 16 * MEGABYTE },
  { name: 'otherEvents', for: ['events'], timeoutMs: 120_000, mostBytes: 16 * MEGABYTE },
  // Who the login is decides what a refusal means to any section.
  { name: 'login', for: 'any', timeoutMs: 30_000, mostBytes: MEGABYTE },
];

/** The batch without which a section is nothing. */
const MAIN: Readonly<Partial<Record<SectionName, BatchName>>> = {
  host: 'registry', registry: 'registry', licensing: 'registry', firewall: 'registry', services: 'state', sockets: 'state', sessions: 'state',
  power: 'state', groups: 'groups', events: 'systemEvents',
};

interface Heard {
  readonly answers: ToolAnswers;
  /** Why a batch said nothing. */
  readonly broken: ReadonlyMap<BatchName, SectionFailure>;
  readonly days: number;
  readonly most: number;
}

/** @param found the PowerShell that could not be used, where there is one */
export async function collectWithTools(executor: Executor, options: CollectOptions, signal: AbortSignal, found?: PowerShellFound): Promise<Result<Snapshot>> {
  const heard = await hear(executor, options, signal);
  if (!heard.ok) return heard;
  const login = readLogin(heard.value.answers);
  const sections = sectionsOf(heard.value, options, login);
  const { host } = sections;
  return succeed({
    kind: 'rdpsnapshot',
    schema: schemaVersion,
    collection: {
      at: 'data' in host ? host.data.clock : '', ms: 0, by: 'tools', powershell: found?.version ?? null, edition: null,
      languageMode: found?.languageMode ?? null, ...login, script: null,
    },
    sections,
  });
}

async function hear(executor: Executor, options: CollectOptions, signal: AbortSignal): Promise<Result<Heard>> {
  const days = Math.min(3650, Math.max(1, Math.trunc(options.eventDays ?? 30)));
  const most = mostEvents(options.mostEvents);
  const answers = new Map<string, ToolAnswer>();
  const broken = new Map<BatchName, SectionFailure>();
  for (const { name, for: sections, timeoutMs, mostBytes } of BATCHES) {
    if (sections !== 'any' && !sections.some((section) => isAsked(options, section))) continue;
    const input = new TextEncoder().encode(batchText(name, days, most).replaceAll('\n', '\r\n'));
    const executed = await executor.execute({ command: fixedCommands.tools, input, timeoutMs, mostBytes }, signal);
    if (executed.ok) {
      const read = readAnswers(executed.value.stdout);
      // Whatever ran was no cmd.exe, or none that takes commands: the next batch would fare no better.
      if (!read.has('start')) return fail(toolsSilent(executor.machine, complaintOf(executed.value)));
      for (const [of, answer] of read) answers.set(of, answer);
    } else if (executed.failure.code === 'timedOut') broken.set(name, { reason: 'timedOut', detail: `no end within ${timeoutMs / 1000} s` });
    else if (executed.failure.code === 'outputTooLarge') broken.set(name, { reason: 'tooLarge', detail: `more than ${mostBytes} bytes` });
    else return executed;
  }
  return succeed({ answers, broken, days, most });
}

function isAsked({ sections }: CollectOptions, name: SectionName): boolean {
  return sections?.includes(name) ?? true;
}

function sectionsOf({ answers, broken, days, most }: Heard, options: CollectOptions, login: Login): Sections {
  const view = registryView(registryQuestions, answers, answerTo);
  const page = codePageOf(answers.get('codePage')?.text ?? '');
  const ports = portsOf(view, options.port);
  const denied = login.elevated === false ? 'notElevated' : 'accessDenied';
  function section<T>(name: SectionName, read: () => Reading<T>): Section<T> {
    if (!isAsked(options, name)) return { ms: 0, failure: { reason: 'notAsked', detail: 'not asked for' } };
    const reading = read();
    const main = MAIN[name];
    const why = main === undefined ? undefined : broken.get(main);
    return 'failure' in reading && why !== undefined ? { ms: 0, failure: why } : { ms: 0, ...reading };
  }
  return {
    host: section('host', () => hostByTools(answers, view, page)),
    registry: section('registry', () => registryByTools(view, page, options.port, denied)),
    services: section('services', () => servicesByTools(answers, view, page, denied)),
    sockets: section('sockets', () => socketsByTools(answers, ports)),
    sessions: section('sessions', () => sessionsByTools(answers.get('qwinsta'))),
    firewall: section('firewall', () => firewallByTools(answers, view, ports, denied)),
    certificates: section('certificates', () => notAvailable(untold)),
    rights: section('rights', () => notAvailable(untold)),
    groups: section('groups', () => groupsByTools(answers, page)),
    power: section('power', () => powerByTools(answers, view)),
    licensing: section('licensing', () => licensingByTools(view, page)),
    events: section('events', () => eventsByTools(answers, days, most, denied)),
    policySources: section('policySources', () => notAvailable(untold)),
  };
}
