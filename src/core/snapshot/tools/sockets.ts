// The sockets section, from `netstat -ano` and `tasklist /svc /fo csv /nh`. Read by shape: a listening TCP socket has :0 on the other side,
// the owner is the last number of the line, and which word tasklist has for "no services" is what it prints for process 0. Every Windows
// listens on something, so a list without a listener is no list.

import type { SectionGap } from '../snapshot';
import type { ListeningSocket, SocketsSeen } from '../socketsSeen';
import { linesOf, type ToolAnswer, type ToolAnswers } from './answers';
import { gap, notAvailable, type Reading } from './reading';

export interface SocketRow {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  readonly listening: boolean;
  /** The word for the state of a TCP connection, one letter a byte, in whatever language. */
  readonly state: string;
  readonly pid: number;
}

const TCP_STATES = /^(?:CLOSED|LISTEN|LISTENING|SYN_SENT|SYN_RECEIVED|SYN_RCVD|ESTABLISHED|FIN_WAIT_1|FIN_WAIT_2|FIN_WAIT1|FIN_WAIT2|CLOSE_WAIT|CLOSING|LAST_ACK|TIME_WAIT|DELETE_TCB)$/;

export function readNetstat(said: string): readonly SocketRow[] {
  return linesOf(said).flatMap((line): readonly SocketRow[] => {
    const words = line.trim().split(/\s+/);
    const [protocol = '', local = '', remote = ''] = words;
    const [, address = '', port] = /^(.+):(\d{1,5})$/.exec(local) ?? [];
    const pid = words.length < 4 ? '' : (words.at(-1) ?? '');
    if (!/^(?:TCP|UDP)/i.test(protocol) || port === undefined || !/^\d{1,10}$/.test(pid)) return [];
    const udp = /^UDP/i.test(protocol);
    return [{
      protocol: udp ? 'udp' : 'tcp', address: address.replace(/^\[|\]$/g, ''), port: Number(port), listening: udp || /:0$/.test(remote),
      state: udp ? '' : words.slice(3, -1).join(' '), pid: Number(pid),
    }];
  });
}

export interface ProcessRow {
  readonly name: string;
  readonly services: readonly string[];
}

/** By process id. Undefined where it is no such list. */
export function readTasklist(said: string): ReadonlyMap<number, ProcessRow> | undefined {
  const rows = linesOf(said).flatMap((line) => {
    const [, name = '', pid, services = ''] = /^"([^"]*)","(\d{1,10})","([^"]*)"$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ name, pid: Number(pid), services }];
  });
  if (rows.length === 0) return undefined;
  const none = (rows.find(({ pid }) => pid === 0) ?? rows.find(({ pid }) => pid === 4))?.services;
  return new Map(rows.map(({ name, pid, services }) => [pid, { name, services: services === none || none === undefined ? [] : services.split(',').map((one) => one.trim()).filter((one) => one !== '') }]));
}

export function socketsByTools(answers: ToolAnswers, ports: readonly number[]): Reading<SocketsSeen> {
  const answer = answers.get('netstat');
  const rows = answer?.code === 0 ? readNetstat(answer.text) : [];
  if (!rows.some(({ protocol, listening }) => protocol === 'tcp' && listening)) return notAvailable(saidByNetstat(answer));
  const tasks = answers.get('tasklist');
  const processes = tasks?.code === 0 ? readTasklist(tasks.text) : undefined;
  const unseen: SectionGap[] = [gap('listening.path', 'notAsked', 'tasklist does not tell it')];
  if (processes === undefined) {
    unseen.push(gap('listening.process', 'notAvailable', tasks === undefined ? 'tasklist was not heard of' : 'tasklist said nothing that could be read'));
  }
  const ours = rows.filter(({ port }) => ports.includes(port));
  const listening = ours.filter((row) => row.listening).map(({ protocol, address, port, pid }): ListeningSocket => {
    const owner = processes?.get(pid);
    return { protocol, address, port, pid, process: owner?.name ?? (pid === 4 ? 'System' : null), path: null, services: owner?.services ?? [] };
  });
  const connected = ours.filter((row) => !row.listening).map(({ state }) => state);
  const readable = connected.every((state) => TCP_STATES.test(state));
  if (!readable) unseen.push(gap('established', 'notAvailable', 'netstat has states in its own language'));
  return { data: { ports, listening, established: readable ? connected.filter((state) => state === 'ESTABLISHED').length : null }, unseen };
}

function saidByNetstat(answer: ToolAnswer | undefined): string {
  if (answer === undefined) return 'netstat was not heard of';
  return answer.code === 0 ? 'netstat listed no listening socket at all' : `netstat ended with ${answer.code}`;
}
