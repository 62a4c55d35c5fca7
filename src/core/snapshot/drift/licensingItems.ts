// Licensing as things to compare. Days left of the grace period are a clock and not compared; that they ran out is.

import { message, type Message } from '../../messages/message';
import type { LicensingSeen } from '../licensingSeen';
import type { SectionGap } from '../snapshot';
import { gapIn, plain, yesNo, type Item, type Items } from './item';

export function licensingItems(licensing: LicensingSeen, unseen: readonly SectionGap[]): Items {
  const { mode, modeSource, servers, graceDays, certificateValues, licenceServer } = licensing;
  const one = (id: string, fact: string, label: Message, value: Message | null): Item => ({
    id, fact, label, symptom: 4, whole: value ?? message('comparison.present'), parts: { value: { label, value } },
  });
  const items = [
    one('mode', 'licensing:mode', message('comparison.licensing.mode'), plain(mode)),
    one('modeSource', 'licensing:mode', message('comparison.licensing.modeSource'), plain(modeSource)),
    one('grace', 'licensing:grace', message('comparison.licensing.grace'), yesNo(graceDays === null ? null : graceDays === 0)),
    ...servers.map(({ name, status }) =>
      one(`server ${name.toLowerCase()}`, `licensing:server:${name}`, message('comparison.licensing.server', name), status === null ? null : message('comparison.status', String(status))),
    ),
    ...certificateValues.map(({ name, length }) =>
      one(`value ${name.toLowerCase()}`, 'licensing:certificates', message('comparison.licensing.certificate', name), plain(length)),
    ),
    ...(licenceServer === null
      ? []
      : [one('role', 'licensing:servers', message('comparison.licensing.role'), plain(`${String(licenceServer.activation)}/${String(licenceServer.role)}`))]),
  ];
  const misses = ({ id }: Item): Message | undefined => {
    if (id.startsWith('server ')) return gapIn(unseen, 'servers');
    return id === 'role' ? gapIn(unseen, 'licenceServer') : gapIn(unseen, 'certificateValues');
  };
  return { items, misses };
}
