// Policies of Remote Desktop below SOFTWARE\Wow6432Node\Policies, where nothing reads them (rdp/policyView.ts). Such keys come from
// exports of a 32-bit program and from guides that name both views. Not seen on a live system, hence assumed.

import { message } from '../../messages/message';
import { isSettingKey } from '../../rdp/lookup';
import { isPolicyIn32BitView, sharedView } from '../../rdp/policyView';
import { keyGroups } from '../port/keyGroups';
import type { Rule } from '../rule';

export const rdp036PolicyIn32BitView: Rule = {
  code: 'RDP036',
  title: message('RDP036.title'),
  severity: 'warning',
  symptom: null,
  *check({ observations }) {
    for (const { key, about: to, named, sets } of keyGroups(observations, (key) => (isPolicyIn32BitView(key) && isSettingKey(key) ? sharedView(key) : undefined))) {
      if (sets.length === 0) continue;
      // A server has no key lines: there it is said once.
      const told = named.length > 0 ? named : sets.some(({ origin }) => origin === 'live') ? sets.slice(0, 1) : sets;
      // Once for all: a registry.pol names the key in each of its entries.
      const places = sets.map(({ place }) => place);
      for (const { evidence } of told) {
        yield {
          message: message('RDP036.message'),
          evidence,
          places,
          certainty: 'assumed',
          remedies: [{ title: message('RDP036.fix'), effect: 'changes-behaviour', preferred: true, actions: [{ kind: 'renameKey', from: key, to }] }],
        };
      }
    }
  },
};
