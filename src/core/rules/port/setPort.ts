// The one repair all port rules offer: PortNumber of a listener set to a port, titled by the port and its spelling.

import { message } from '../../messages/message';
import { dwordSpelling } from '../../rdp/portNumber';
import type { Place } from '../../registry/place';
import { dwordData } from '../../registry/valueData';
import type { Remedy } from '../../remedies/remedy';

export function setPort(place: Place, port: number, preferred: boolean): Remedy {
  return {
    title: message('fix.setPort', port, dwordSpelling(port)),
    effect: 'changes-behaviour',
    preferred,
    actions: [{ kind: 'setValue', place, data: dwordData(port) }],
  };
}
