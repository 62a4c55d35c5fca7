// The form of one server, three questions one after the other, with a way back. It asks for no secret: there is nothing to log in to.

import { defaultRdpPort } from '../core/listener/address';
import { message, type Message } from '../core/messages/message';
import { doorText, readTarget } from '../core/servers/address';
import type { ServerFields } from '../core/servers/entries';
import { askText, pickOne, type Answer, type Choice } from './prompts';

interface Draft {
  readonly address: string;
  readonly label: string;
  readonly group: string | undefined;
}

interface Place {
  readonly title: Message;
  readonly step: number;
  readonly steps: number;
  /** Groups in use. */
  readonly groups: readonly string[];
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

const steps: readonly Step[] = [askAddress, askLabel, askGroup];

/** The fields a person filled in, or undefined where they left the form. `old` fills it beforehand. */
export async function askServer(title: Message, old: ServerFields | undefined, groups: readonly string[]): Promise<ServerFields | undefined> {
  const address = old === undefined ? '' : old.port === defaultRdpPort ? old.address : doorText(old);
  let draft: Draft = { address, label: old?.label ?? '', group: old?.group };
  for (let at = 0; at < steps.length; ) {
    const answer = await steps[at]?.(draft, { title, step: at + 1, steps: steps.length, groups });
    if (answer === undefined || answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'answer') draft = answer.value;
    at += answer.kind === 'back' ? -1 : 1;
  }
  const read = readTarget(draft.address);
  if (!read.ok) return undefined;
  return { label: draft.label, address: read.target.host, port: read.target.port ?? defaultRdpPort, group: draft.group };
}
