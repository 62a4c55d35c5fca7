// What real servers answered to each question (test/fixtures/listener/answers.json, recorded from the servers of the lab), and a
// Connector that plays such answers in memory.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualManner } from '../../../src/core/listener/probeManner';
import type { ProbeOptions, ProbePorts } from '../../../src/core/listener/probe';
import type { Clock, Connected, Connection, Connector, Received } from '../../../src/core/ports';
import { FIXTURES } from '../../places';

/** Requestable protocols → bytes in hexadecimal; `none` is a request without negotiation data. */
export type Answers = Readonly<Record<string, string>>;

export interface RecordedServer {
  readonly server: string;
  readonly options: string;
  readonly answers: Answers;
}

export const recordedServers = JSON.parse(readFileSync(join(FIXTURES, 'listener', 'answers.json'), 'utf8')) as readonly RecordedServer[];

export const usualTimes: ProbeOptions = { connectTimeoutMs: 5000, answerTimeoutMs: 5000, totalTimeoutMs: 15_000, ...usualManner };

/** A clock that goes on by what is waited for in memory, so that no test waits. */
export interface PlayedClock extends Clock {
  pass(milliseconds: number): void;
}

export function playedClock(): PlayedClock {
  let now = Date.UTC(2026, 10, 22, 14, 2, 11);
  return {
    now: () => now,
    pass(milliseconds) {
      now += milliseconds;
    },
    async wait(milliseconds) {
      now += milliseconds;
    },
  };
}

/**
 * What a server does, asked twice per connection: with '' whether the connection comes about, with the requestedProtocols what is
 * received then. What is not scripted any more is a time-out.
 */
export type Script = (asked: string) => Connected['kind'] | readonly Received[];

export interface PlayedConnector extends Connector {
  /** The questions in order, `none` for one without negotiation data. */
  readonly asked: readonly string[];
  /** How many connections were closed. */
  closed(): number;
}

const CONNECTION_REQUEST = 0xe0;

export function playedConnector(script: Script, clock: PlayedClock): PlayedConnector {
  const asked: string[] = [];
  let closed = 0;
  return {
    asked,
    closed: () => closed,
    async connect(_target, timeoutMs) {
      const atOnce = script('');
      if (typeof atOnce === 'string' && atOnce !== 'connected') {
        if (atOnce === 'timeout') clock.pass(timeoutMs);
        return { kind: atOnce, systemCode: 'PLAYED' };
      }
      let left: Received[] = [];
      const connection: Connection = {
        remoteAddress: '192.0.2.7',
        write(bytes) {
          // What goes further than a Connection Request meets silence.
          if (bytes[5] !== CONNECTION_REQUEST) {
            left = [];
            return;
          }
          const wanted = bytes.length < 19 ? 'none' : String(bytes[15]);
          asked.push(wanted);
          const received = script(wanted);
          left = typeof received === 'string' ? [] : [...received];
        },
        async receive(answerTimeoutMs, signal) {
          if (signal.aborted) return { kind: 'cancelled' };
          const next = left.shift() ?? { kind: 'timeout' };
          if (next.kind === 'timeout') clock.pass(answerTimeoutMs);
          return next;
        },
        secure: () => Promise.resolve({ kind: 'failed', systemCode: 'PLAYED' }),
        close() {
          closed++;
        },
      };
      return { kind: 'connected', connection };
    },
  };
}

export const data = (hex: string): Received => ({ kind: 'data', bytes: Uint8Array.from(Buffer.from(hex, 'hex')) });

/** The script of a server that answers as recorded. */
export const recorded =
  (answers: Answers): Script =>
  (asked) =>
    asked === '' ? 'connected' : [data(answers[asked] ?? '')];

/** Ports of a check that plays: nothing but the connections and the clock is asked for. */
export function playedPorts(connector: Connector, clock: Clock): ProbePorts {
  return {
    connector,
    clock,
    random: { bytes: (length) => new Uint8Array(length) },
    certificates: { read: async () => ({ sha1: '', sha256: '', facts: null }) },
    resolver: { addresses: async () => ({ kind: 'unresolved', systemCode: 'PLAYED' }) },
    datagrams: { exchange: async () => ({ kind: 'timeout' }) },
  };
}
