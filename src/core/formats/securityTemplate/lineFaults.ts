// What is wrong with one line of a security template, told for the rules: a line that is none, a name that is nobody's, a right that is
// nearly one. Arguments: templateLine [why, what was written, section's word for it], templatePrincipal [why, name, right or group],
// templateRight [written, meant], templateRepeated [name, same | different, line], templateHead [missing | wrong, written],
// templateEncoding [which].

import { message, type Message } from '../../messages/message';
import { isPlaceholder } from '../../rdp/accountNames';
import type { Certainty } from '../../registry/certainty';
import type { Remedy } from '../../remedies/remedy';
import type { TextEdit } from '../../text/edits';
import type { TextRange } from '../../text/range';
import { isSidWithoutStar } from './principals';
import type { MeantRight } from './rightNames';
import { removePrincipalAt } from './spelling';
import type { ListLine, RefusedLine, TemplateStatement } from './statements';

export interface FaultSeen {
  readonly at: TextRange;
  readonly args: readonly (string | number)[];
  /** Where absent, `assumed`: what Windows does with such a line was not seen. */
  readonly certainty?: Certainty;
  readonly remedies?: readonly Remedy[];
  readonly related?: TextRange;
}

const EXCERPT = 200;

const excerpt = (text: string, { start, end }: TextRange): string => text.slice(start, Math.min(end, start + EXCERPT));

/** The roots of other formats, which somebody may have carried over. */
const foreignRoots: Readonly<Record<string, string>> = {
  hklm: 'MACHINE', hkey_local_machine: 'MACHINE', hku: 'USERS', hkey_users: 'USERS', hkcr: 'CLASSES_ROOT', hkey_classes_root: 'CLASSES_ROOT',
};

export function refusedFault(text: string, { why, at }: RefusedLine): FaultSeen {
  const written = excerpt(text, at);
  const root = why === 'root' ? foreignRoots[written.toLowerCase()] : undefined;
  const remedies = root === undefined ? [] : [repair(message('repair.writeRoot', root), [{ range: at, newText: root }])];
  // The types are the specification's; so is the form of a line.
  return { at, args: [why, written], remedies, certainty: why === 'type' ? 'confirmed' : 'assumed' };
}

/** Names that no account can have, and SIDs with their star forgotten. */
export function principalFaults(text: string, statement: TemplateStatement): readonly FaultSeen[] {
  const list = statement.kind === 'right' ? statement.right : statement.kind === 'group' ? statement.members : undefined;
  if (list === undefined) return [];
  const of = excerpt(text, list.name);
  return list.principals.flatMap(({ name, evidence }, at): readonly FaultSeen[] => {
    if (name === undefined) return [];
    const written = name.slice(0, EXCERPT);
    if (isSidWithoutStar(name)) {
      const edits = [{ range: evidence.range, newText: `*${name.toUpperCase()}` }];
      return [{ at: evidence.range, args: ['sidWithoutStar', written, of], remedies: [repair(message('repair.addStar'), edits)] }];
    }
    if (name.startsWith('*')) return [{ at: evidence.range, args: ['star', written, of] }];
    if (isPlaceholder(name)) return [{ at: evidence.range, args: ['placeholder', written, of], remedies: [leaveOut(list, at, written)] }];
    return [];
  });
}

function leaveOut(list: ListLine, at: number, name: string): Remedy {
  const actions = [{ kind: 'editText', edits: [removePrincipalAt(list, at)] }] as const;
  return { title: message('repair.leaveOut', name), effect: 'changes-behaviour', preferred: false, actions };
}

export function rightFault(text: string, { name }: ListLine, meantRight: MeantRight): FaultSeen | undefined {
  const written = text.slice(name.start, name.end);
  const meant = meantRight(written);
  if (meant === undefined) return undefined;
  return { at: name, args: [written, meant], remedies: [repair(message('repair.writeRight', meant), [{ range: name, newText: meant }])] };
}

function repair(title: Message, edits: readonly TextEdit[]): Remedy {
  return { title, effect: 'repairs-line', preferred: true, actions: [{ kind: 'editText', edits }] };
}
