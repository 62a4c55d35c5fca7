// The groups section, from `net localgroup`. The program wants the translated name of a group; only where `wmic` finds it by its SID is it
// asked at all. It prints members between a line of dashes and one sentence, and never a SID.

import type { GroupMember, GroupsSeen } from '../accessSeen';
import type { SectionGap } from '../snapshot';
import { linesOf, type ToolAnswers } from './answers';
import { textIn } from './codePage';
import { gap, notAvailable, type Reading } from './reading';

/** Names as printed, one letter a byte; undefined where it is no such answer. */
export function readMembers(said: string): readonly string[] | undefined {
  const lines = linesOf(said).map((line) => line.trimEnd());
  const rule = lines.findLastIndex((line) => /^-{20,}$/.test(line));
  if (rule === -1) return undefined;
  const rest = lines.slice(rule + 1).filter((line) => line !== '');
  // Without the sentence the list was cut: then nobody knows who is missing.
  return rest.length === 0 ? undefined : rest.slice(0, -1);
}

export function groupsByTools(answers: ToolAnswers, codePage: number | undefined): Reading<GroupsSeen> {
  const unseen: SectionGap[] = [];
  function membersOf(what: string, name: string): readonly GroupMember[] | null {
    const said = readMembers(answers.get(name)?.text ?? '');
    const names = said?.map((one) => textIn(one, codePage));
    if (names === undefined) unseen.push(gap(what, 'notAvailable', 'the group was not found by its SID, or net localgroup did not list it'));
    else if (names.includes(undefined)) unseen.push(gap(what, 'notAvailable', 'a name is in a code page that is not known'));
    else return names.flatMap((one): readonly GroupMember[] => (one === undefined ? [] : [{ sid: null, name: one }]));
    return null;
  }
  const administrators = membersOf('administrators', 'net.administrators');
  const remoteDesktopUsers = membersOf('remoteDesktopUsers', 'net.remoteDesktopUsers');
  // No machine is without administrators: a way that finds none finds nothing.
  if ((administrators ?? []).length === 0) return notAvailable('no group was found by its SID, or net localgroup listed no administrator');
  return { data: { remoteDesktopUsers, administrators }, unseen };
}
