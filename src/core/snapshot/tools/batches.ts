// What the fallback has cmd.exe do, as the text of its standard input: constant lines that run programs of Windows by their full paths, each
// followed by a mark (answers.ts). The command line itself is `cmd /d /q`, because a key with a blank in its name cannot be quoted in a way
// that cmd.exe, PowerShell and the SSH server of Windows agree on. Only two whole numbers vary. Published in docs/bootstrap.md; reads only.

import { markLine } from './answers';
import { channels, eventQuestions, mostOfOneAnswer, queryOf } from './eventQuestions';
import { answerTo, registryQuestions } from './registryQuestions';
import type { RegQuestion } from './registryView';
import { listOfServices } from './services';

export type BatchName = 'registry' | 'state' | 'groups' | 'systemEvents' | 'otherEvents' | 'login';

interface Program {
  readonly answer: string;
  readonly line: string;
}

const SYSTEM32 = '%SystemRoot%\\System32';

// Standard input is the batch: no program may read on from it.
const program = (answer: string, line: string): Program => ({ answer, line: `${SYSTEM32}\\${line} <nul` });

const registry: readonly Program[] = [
  { answer: 'codePage', line: 'chcp' },
  ...registryQuestions.map((question) => program(answerTo(question), `reg.exe query "HKLM\\${question.path}"${optionOf(question)}`)),
];

function optionOf({ deep, value }: RegQuestion): string {
  if (value !== undefined) return ` /v ${value}`;
  return deep ? ' /s' : '';
}

const state: readonly Program[] = [
  // queryex has the process id; what knows only query is asked that.
  ...listOfServices.map((name): Program => {
    const { line, answer } = program(`sc.${name}`, `sc.exe queryex ${name}`);
    return { answer, line: `${line}\nif errorlevel 1 ${SYSTEM32}\\sc.exe query ${name} <nul` };
  }),
  program('netstat', 'netstat.exe -ano'),
  program('tasklist', 'tasklist.exe /svc /fo csv /nh'),
  program('qwinsta', 'qwinsta.exe'),
  program('powercfg.sleep', 'powercfg.exe /q SCHEME_CURRENT SUB_SLEEP STANDBYIDLE'),
  program('powercfg.hibernate', 'powercfg.exe /q SCHEME_CURRENT SUB_SLEEP HIBERNATEIDLE'),
];

// The second loop takes off the CR that wmic leaves behind the name.
const members = (answer: string, sid: string): Program => ({
  answer,
  line: `for /f "tokens=2 delims==" %g in ('${SYSTEM32}\\wbem\\wmic.exe group where "SID='${sid}' and LocalAccount=TRUE" get Name /value ^<nul') do @for /f "delims=" %h in ("%g") do @${SYSTEM32}\\net.exe localgroup "%h" <nul`,
});

const groups: readonly Program[] = [
  { answer: 'codePage', line: 'chcp' },
  members('net.administrators', 'S-1-5-32-544'),
  members('net.remoteDesktopUsers', 'S-1-5-32-555'),
];

// Last, so that the clock is as fresh as can be.
const login: readonly Program[] = [
  program('whoami.user', 'whoami.exe /user /fo csv /nh'),
  program('whoami.groups', 'whoami.exe /groups /fo csv /nh'),
  program('wmic.computersystem', 'wbem\\wmic.exe computersystem get Domain,PartOfDomain /value'),
  program('wmic.os', 'wbem\\wmic.exe os get LastBootUpTime,LocalDateTime,OperatingSystemSKU /value'),
];

function events(days: number, most: number, system: boolean): readonly Program[] {
  const isWanted = (channel: string): boolean => (channel === 'System') === system;
  return [
    ...channels.flatMap((channel, at) =>
      isWanted(channel)
        ? [program(`channel.${at}`, `wevtutil.exe gl "${channel}"`), program(`oldest.${at}`, `wevtutil.exe qe "${channel}" /c:1 /rd:false /f:xml`)]
        : [],
    ),
    ...eventQuestions.flatMap((question, at) =>
      isWanted(question.channel) ? [program(`events.${at}`, `wevtutil.exe qe "${question.channel}" "/q:${queryOf(question, days)}" /c:${most} /rd:true /f:xml`)] : [],
    ),
  ];
}

/**
 * The text of a batch.
 * @param days how far back events are read; a whole number of 1 to 3650
 * @param most events of one answer; a whole number
 */
export function batchText(name: BatchName, days: number, most: number): string {
  if (![days, most].every((number) => Number.isInteger(number) && number > 0 && number <= 3650)) throw new Error('a batch takes whole numbers of 1 to 3650');
  const start: Program = { answer: 'start', line: 'ver' };
  return [start, ...programsOf(name, days, most)].map(({ answer, line }) => `${line}\n${markLine(answer)}\n`).join('') + 'exit\n';
}

/** Events of one answer: what was asked for, within the limit. */
export function mostEvents(asked: number | undefined): number {
  return Math.min(mostOfOneAnswer, Math.max(1, Math.trunc(asked ?? mostOfOneAnswer)));
}

function programsOf(name: BatchName, days: number, most: number): readonly Program[] {
  switch (name) {
    case 'registry':
      return registry;
    case 'state':
      return state;
    case 'groups':
      return groups;
    case 'systemEvents':
      return events(days, most, true);
    case 'otherEvents':
      return events(days, most, false);
    case 'login':
      return login;
  }
}
