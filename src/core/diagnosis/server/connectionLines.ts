// Symptom 1 of a server, from within: whether the services run, who may log on, which sessions there are, whether the machine sleeps.

import { message, type Message, type Say } from '../../messages/message';
import { findPrincipal } from '../../rdp/facts';
import type { GroupMember, Principal, RightsSeen } from '../../snapshot/accessSeen';
import type { PowerSeen } from '../../snapshot/powerSeen';
import { dataOf } from '../../snapshot/sectionData';
import type { ServiceSeen } from '../../snapshot/servicesSeen';
import type { SessionSeen } from '../../snapshot/sessionsSeen';
import type { Snapshot } from '../../snapshot/snapshot';
import type { ReportLine } from '../reportText';

const [ACTIVE, DISCONNECTED] = [0, 4];
const shownNames = 8;

const ownServices: ReadonlySet<string> = new Set(['termservice', 'umrdpservice', 'sessionenv']);

/** The services of Remote Desktop itself. */
export function serviceLines(snapshot: Snapshot, say: Say): readonly ReportLine[] {
  return servicesSeen(snapshot)
    .filter(({ name }) => ownServices.has(name.toLowerCase()))
    .map((service) => serviceLine(service, say));
}

/** Those they stand on. */
export function otherServiceLines(snapshot: Snapshot, say: Say): readonly ReportLine[] {
  return servicesSeen(snapshot)
    .filter(({ name }) => !ownServices.has(name.toLowerCase()))
    .map((service) => serviceLine(service, say));
}

function servicesSeen({ sections }: Snapshot): readonly ServiceSeen[] {
  return dataOf(sections.services)?.services ?? [];
}

function serviceLine(service: ServiceSeen, say: Say): ReportLine {
  const source = service.installed ? serviceSource(service, say) : '';
  return { id: `service:${service.name}`, label: say(message('report.service', service.name)), value: say(stateText(service)), source };
}

const states: readonly Message[] = [
  message('report.service.stopped'),
  message('report.service.starting'),
  message('report.service.stopping'),
  message('report.service.running'),
  message('report.service.continuing'),
  message('report.service.pausing'),
  message('report.service.paused'),
];

function stateText({ installed, state }: ServiceSeen): Message {
  if (!installed) return message('report.service.absent');
  return states[(state ?? 0) - 1] ?? message('report.notKnown');
}

function startText({ startType }: ServiceSeen): Message | undefined {
  switch (startType) {
    case 2:
      return message('report.start.automatic');
    case 3:
      return message('report.start.manual');
    case 4:
      return message('report.start.disabled');
    case null:
    default:
      return undefined;
  }
}

function serviceSource(service: ServiceSeen, say: Say): string {
  const { pid, account, exitCode, serviceDll } = service;
  const start = startText(service);
  return [
    ...(pid === null || pid === 0 ? [] : [`PID ${String(pid)}`]),
    ...(start === undefined ? [] : [say(start)]),
    ...(account === null ? [] : [account]),
    ...(exitCode === null || exitCode === 0 ? [] : [say(message('report.service.code', exitCode))]),
    ...(serviceDll === null ? [] : [serviceDll]),
  ].join(', ');
}

export function accessLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const rights = dataOf(sections.rights);
  const groups = dataOf(sections.groups);
  const nobody = say(message('report.nobody'));
  const right = (name: keyof RightsSeen, label: Message): ReportLine => {
    const holders = rights?.[name] ?? [];
    return { id: `right:${name}`, label: say(label), value: holders.length === 0 ? nobody : namesText(holders.map(principalText)), source: name };
  };
  const group = (id: string, label: Message, members: readonly GroupMember[] | null | undefined): readonly ReportLine[] =>
    members === undefined || members === null
      ? []
      : [{ id: `group:${id}`, label: say(label), value: say(message('report.members', members.length)), source: namesText(members.map(({ name, sid }) => (name === '' ? (sid ?? '-') : name))) }];
  return [
    ...(rights === undefined
      ? []
      : [
          right('SeRemoteInteractiveLogonRight', message('report.right.allow')),
          right('SeDenyRemoteInteractiveLogonRight', message('report.right.deny')),
          right('SeNetworkLogonRight', message('report.right.network')),
          right('SeDenyNetworkLogonRight', message('report.right.denyNetwork')),
        ]),
    ...group('remoteDesktopUsers', message('report.group.users'), groups?.remoteDesktopUsers),
    ...group('administrators', message('report.group.administrators'), groups?.administrators),
  ];
}

function principalText(principal: Principal): string {
  return findPrincipal(principal)?.name ?? principal;
}

function namesText(names: readonly string[]): string {
  const more = names.length - shownNames;
  return more > 0 ? `${names.slice(0, shownNames).join(', ')} +${String(more)}` : names.join(', ');
}

export function sessionLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const sessions = dataOf(sections.sessions)?.sessions;
  if (sessions === undefined) return [];
  const remote = sessions.filter(({ station, state, hasUser }) => /^rdp-/i.test(station) || (state === DISCONNECTED && hasUser === true));
  const count = (state: number): number => remote.filter((session) => session.state === state).length;
  return [
    {
      id: 'sessions',
      label: say(message('report.sessions')),
      value: say(message('report.sessions.count', count(ACTIVE), count(DISCONNECTED))),
      source: stationsText(remote),
    },
  ];
}

function stationsText(sessions: readonly SessionSeen[]): string {
  return namesText(sessions.filter(({ station }) => station !== '').map(({ station, id }) => `${station} (${String(id)})`));
}

export function powerLines({ sections }: Snapshot, say: Say): readonly ReportLine[] {
  const power = dataOf(sections.power);
  if (power === undefined) return [];
  const source = say(power.source === 'policy' ? message('report.power.policy') : message('report.power.plan'));
  return [{ id: 'power', label: say(message('report.power')), value: powerText(power, say), source }];
}

function powerText({ sleepAc, sleepDc, hibernateAc, hibernateDc }: PowerSeen, say: Say): string {
  const text = (seconds: number | null): string => {
    if (seconds === null) return '?';
    return seconds === 0 ? say(message('report.power.never')) : say(message('report.power.after', Math.round(seconds / 60)));
  };
  return say(message('report.power.value', text(sleepAc), text(sleepDc), text(hibernateAc), text(hibernateDc)));
}
