// The part of a server's form about its host: how it is reached, and as what over SSH.

import { message, type Message } from '../core/messages/message';
import type { Via } from '../core/servers/server';
import type { SshAlias } from '../core/shell/desktopShells';
import { readSshTarget } from '../core/ssh/target';
import { askText, pickOrType, type Answer, type Choice } from './prompts';

/** The computer that "this computer" means: in a remote window it is either end. */
export interface ThisComputer {
  readonly name: string;
  readonly end: 'only' | 'remote' | 'here';
}

/** What a door knows of hosts. */
export interface Reach {
  /** Undefined where nothing can run. */
  readonly thisComputer: ThisComputer | undefined;
  readonly aliases: () => Promise<readonly SshAlias[]>;
}

function localChoice({ name, end }: ThisComputer): Choice<Via> {
  switch (end) {
    case 'only':
      return { label: message('server.form.reach.local', name), description: message('server.form.reach.local.detail'), icon: 'vm', value: 'local' };
    case 'remote':
      return {
        label: message('server.form.reach.local.remote', name),
        description: message('server.form.reach.local.remote.detail'),
        icon: 'vm',
        value: 'local',
      };
    case 'here':
      return {
        label: message('server.form.reach.local.here', name),
        description: message('server.form.reach.local.here.detail'),
        icon: 'vm',
        value: 'local',
      };
  }
}

export function reachChoices({ thisComputer }: Reach): readonly Choice<Via>[] {
  return [
    { label: message('server.form.reach.none'), description: message('server.form.reach.none.detail'), icon: 'globe', value: 'none' },
    { label: message('server.form.reach.ssh'), description: message('server.form.reach.ssh.detail'), icon: 'terminal', value: 'ssh' },
    ...(thisComputer === undefined ? [] : [localChoice(thisComputer)]),
  ];
}

interface Place {
  readonly title: Message;
  readonly step: number;
  readonly steps: number;
  readonly reach: Reach;
}

function faultOf(text: string): Message | undefined {
  const read = readSshTarget(text);
  return read.ok ? undefined : read.failure.message;
}

/** A host of the ssh configuration, or what was typed. `old` comes first: Enter keeps it. */
export async function askSshTarget(old: string | undefined, place: Place): Promise<Answer<string>> {
  const known = (await place.reach.aliases()).map(({ alias, hostName }) => ({ label: alias, description: hostName, icon: 'terminal', value: alias }));
  if (known.length === 0) {
    const answer = await askText({ ...place, prompt: message('server.form.ssh'), value: old ?? '', fault: faultOf });
    return answer.kind === 'answer' ? { kind: 'answer', value: answer.value.trim() } : answer;
  }
  const isOld = ({ value }: Choice<string>): boolean => value === old;
  const kept = old === undefined || known.some(isOld) ? known.filter(isOld) : [{ label: old, icon: 'terminal', value: old }];
  return pickOrType({
    ...place,
    placeholder: message('server.form.ssh.pick'),
    choices: [...kept, ...known.filter((choice) => !isOld(choice))],
    typed: (text) => message('server.form.ssh.typed', text),
    fault: faultOf,
  });
}
