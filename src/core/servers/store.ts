// What is known about each server beyond its settings: the last check, and whether one is running. The store tells which server
// changed, so that only its node is drawn again.

import type { Message } from '../messages/message';
import { readCheck, type ServerCheck } from './check';
import type { Server } from './server';

export interface CheckStore {
  /** The last check, where it is about the address and port the server has now. */
  lastCheck(server: Server): ServerCheck | undefined;
  /** What a running check is doing; undefined where none runs. */
  running(id: string): Message | undefined;
  setRunning(id: string, phase: Message | undefined): void;
  setCheck(id: string, check: ServerCheck): void;
  forget(id: string): void;
}

function readKept(kept: unknown): Map<string, ServerCheck> {
  const checks = new Map<string, ServerCheck>();
  if (typeof kept !== 'object' || kept === null) return checks;
  for (const [id, value] of Object.entries(kept)) {
    const check = readCheck(value);
    if (check !== undefined) checks.set(id, check);
  }
  return checks;
}

/** `kept` is what earlier sessions left, by the servers' ids, or anything else. */
export function createCheckStore(kept: unknown, onChange: (id: string) => void): CheckStore {
  const checks = readKept(kept);
  const phases = new Map<string, Message>();
  return {
    lastCheck(server) {
      const check = checks.get(server.id);
      return check?.address === server.address && check.port === server.port ? check : undefined;
    },
    running: (id) => phases.get(id),
    setRunning(id, phase) {
      if (phase === undefined) phases.delete(id);
      else phases.set(id, phase);
      onChange(id);
    },
    setCheck(id, check) {
      checks.set(id, check);
      onChange(id);
    },
    forget(id) {
      checks.delete(id);
      phases.delete(id);
      onChange(id);
    },
  };
}
