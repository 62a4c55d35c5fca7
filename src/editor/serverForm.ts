// The form of one server, four questions one after the other, with a way back. It asks for no secret: what logs in asks for it.

import { defaultRdpPort } from '../core/listener/address';
import { message, type Message } from '../core/messages/message';
import { doorText, readTarget } from '../core/servers/address';
import type { ServerFields } from '../core/servers/entries';
import type { Via } from '../core/servers/server';
import { askText, pickOne, type Answer, type Choice } from './prompts';
import { askSshTarget, reachChoices, type Reach } from './reachForm';

export type { Reach } from './reachForm';

interface Draft {
  readonly address: string;
  readonly label: string;
  readonly group: string | undefined;
  readonly via: Via;
  readonly ssh: string | undefined;
}

/** What the answers are chosen from. */
export interface FormChoices {
  /** Groups in use. */
  readonly groups: readonly string[];
  readonly reach: Reach;
}

interface Place extends FormChoices {
  readonly title: Message;
  readonly step: number;
  readonly steps: number;
}

type Step = (draft: Draft, place: Place) => Promise<Answer<Draft>>;

const changed = <T>(answer: Answer<T>, change: (value: T) => Draft): Answer<Draft> =>
  answer.kind === 'answer' ? { kind: 'answer', value: change(answer.value) } : answer;

const askAddress: Step = async (draft, place) => {
  const answer = await askText({
    ...place,
    prompt: message('server.form.address'),
    placeholder: message('server.form.address.example'),
    value: draft.address,
    fault: (text) => {
      const read = readTarget(text);
      return read.ok ? undefined : read.fault;
    },
  });
  return changed(answer, (address) => ({ ...draft, address: address.trim() }));
};

const askReach: Step = async (draft, place) => {
  const choices = reachChoices(place.reach);
  // As it is comes first: Enter keeps it.
  const ordered = [...choices.filter(({ value }) => value === draft.via), ...choices.filter(({ value }) => value !== draft.via)];
  const answer = await pickOne({ ...place, placeholder: message('server.form.reach'), choices: ordered });
  if (answer.kind !== 'answer' || answer.value !== 'ssh') return changed(answer, (via) => ({ ...draft, via, ssh: via === draft.via ? draft.ssh : undefined }));
  const target = await askSshTarget(draft.ssh, place);
  if (target.kind === 'back') return askReach(draft, place);
  return changed(target, (ssh) => ({ ...draft, via: 'ssh', ssh }));
};

const askLabel: Step = async (draft, place) => {
  const answer = await askText({
    ...place,
    prompt: message('server.form.label'),
    value: draft.label === '' ? draft.address : draft.label,
    fault: (text) => (text.trim() === '' ? message('server.form.label.empty') : undefined),
  });
  return changed(answer, (label) => ({ ...draft, label: label.trim() }));
};

async function askNewGroup(draft: Draft, place: Place): Promise<Answer<Draft>> {
  const answer = await askText({ ...place, prompt: message('server.form.group.name'), value: draft.group ?? '', fault: () => undefined });
  return changed(answer, (group) => ({ ...draft, group: group.trim() === '' ? undefined : group.trim() }));
}

interface GroupChoice {
  readonly group: string | undefined;
  readonly isNew: boolean;
}

const askGroup: Step = async (draft, place) => {
  if (place.groups.length === 0) return askNewGroup(draft, place);
  const known: readonly Choice<GroupChoice>[] = [
    { label: message('server.form.group.none'), value: { group: undefined, isNew: false } },
    ...place.groups.map((group) => ({ label: group, icon: 'folder', value: { group, isNew: false } })),
    { label: message('server.form.group.new'), icon: 'new-folder', value: { group: undefined, isNew: true } },
  ];
  // The group a server has comes first: Enter keeps it.
  const isKept = ({ value }: Choice<GroupChoice>): boolean => !value.isNew && value.group === draft.group;
  const choices = [...known.filter(isKept), ...known.filter((choice) => !isKept(choice))];
  const answer = await pickOne({ ...place, placeholder: message('server.form.group'), choices });
  if (answer.kind === 'answer' && answer.value.isNew) return askNewGroup({ ...draft, group: undefined }, place);
  return changed(answer, ({ group }) => ({ ...draft, group }));
};

const steps: readonly Step[] = [askAddress, askReach, askLabel, askGroup];

/** The fields a person filled in, or undefined where they left the form. `old` fills it beforehand. */
export async function askServer(title: Message, old: ServerFields | undefined, choices: FormChoices): Promise<ServerFields | undefined> {
  const address = old === undefined ? '' : old.port === defaultRdpPort ? old.address : doorText(old);
  let draft: Draft = { address, label: old?.label ?? '', group: old?.group, via: old?.via ?? 'none', ssh: old?.ssh };
  for (let at = 0; at < steps.length; ) {
    const answer = await steps[at]?.(draft, { ...choices, title, step: at + 1, steps: steps.length });
    if (answer === undefined || answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'answer') draft = answer.value;
    at += answer.kind === 'back' ? -1 : 1;
  }
  const read = readTarget(draft.address);
  if (!read.ok) return undefined;
  const { label, group, via, ssh } = draft;
  // What says nothing beyond the default is not written.
  return { label, address: read.target.host, port: read.target.port ?? defaultRdpPort, group, via: via === 'none' ? undefined : via, ssh };
}
