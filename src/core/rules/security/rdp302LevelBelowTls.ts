// SecurityLayer 2 with MinEncryptionLevel 1: WMI refuses the pair, and the server corrects it by itself and writes event 1050. Nothing
// breaks, hence information; RDP503 leaves the pair to this rule. Sources: Win32_TSGeneralSetting; texts of event 1050 (assumed).

import { message } from '../../messages/message';
import { changeTo, effective, numberRule } from '../settingRule';
import { dwordOf } from '../../registry/valueData';

const LOW = 1;
const HIGH = 3;
const TLS = 2;

export const rdp302LevelBelowTls = numberRule({
  code: 'RDP302',
  title: message('RDP302.title'),
  severity: 'information',
  symptom: 3,
  settings: ['listener.minEncryptionLevel'],
  say: (level, seen, statements) => {
    const layer = effective(statements, 'listener.securityLayer', seen.listener);
    if (level !== LOW || layer === undefined || dwordOf(layer.observation.data) !== TLS) return undefined;
    return {
      message: message('RDP302.message'),
      certainty: 'assumed',
      related: [{ message: message('RDP302.related'), evidence: layer.observation.evidence }],
      remedies: [changeTo(seen, HIGH, message('RDP302.fix'))],
    };
  },
});
