// Kinds of events as things to compare: which are new and which are gone. Only what speaks of trouble: errors, warnings, and what the
// table of events gives a symptom; ordinary traffic logs the rest. A count counts where it is ten times another, over the same period.

import { message, type Message } from '../../messages/message';
import { findEvents } from '../../rdp/events';
import type { EventFact } from '../../rdp/events/event';
import type { EventGroup, EventsSeen } from '../eventsSeen';
import type { SectionGap } from '../snapshot';
import type { Item, Items } from './item';

const WARNING = 3;

export function eventItems({ days, channels, groups }: EventsSeen, unseen: readonly SectionGap[], build: number | undefined): Items {
  const states = new Map(channels.map(({ channel, state }) => [channel.toLowerCase(), state]));
  const channelItems = channels.map(({ channel, state }): Item => {
    const label = message('comparison.channel', channel);
    const value = message('comparison.text', state);
    return { id: `channel ${channel.toLowerCase()}`, fact: 'events', label, symptom: null, whole: value, parts: { state: { label, value } } };
  });
  const misses = ({ id }: Item): Message | undefined => {
    const [kind = '', channel = '', provider = ''] = id.split('\n');
    if (kind !== 'event') return message('comparison.notSeen', 'notAsked', '');
    const state = states.get(channel);
    if (state !== 'read') return message('comparison.notSeen', state ?? 'notAsked', '');
    const gap = unseen.find(({ what }) => what.toLowerCase() === `groups.${channel}/${provider}`);
    return gap === undefined ? undefined : message('comparison.notSeen', gap.reason, gap.detail);
  };
  return { items: [...channelItems, ...groups.flatMap((group) => eventItem(group, days, build))], misses };
}

function eventItem({ channel, provider, id, level, qualifiers, count, last }: EventGroup, days: number, build: number | undefined): readonly Item[] {
  const known: readonly EventFact[] = findEvents({ id, provider, log: channel, ...(build === undefined ? {} : { build }) });
  const isTrouble = known.length > 0 ? known.some((fact) => fact.symptom !== undefined && fact.level !== 'information') : level > 0 && level <= WARNING;
  if (!isTrouble) return [];
  const label = message('comparison.event', provider, String(id));
  const whole = message('comparison.events', String(count), last);
  return [
    {
      id: `event\n${channel.toLowerCase()}\n${provider.toLowerCase()}\n${String(id)}\n${String(qualifiers)}`,
      fact: `event:${provider}/${String(id)}`,
      label,
      symptom: known[0]?.symptom ?? null,
      whole,
      parts: { count: { label, value: whole, perDay: count / Math.max(days, 1) } },
    },
  ];
}
