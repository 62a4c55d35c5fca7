// FIPS mode overrides MinEncryptionLevel: native RDP security then uses FIPS encryption, whatever level stands there, and clients
// without it are refused. The level does nothing then, which is worth knowing and no fault. Source: Microsoft, System cryptography:
// Use FIPS compliant algorithms for encryption, hashing, and signing; Microsoft article 2477176.

import { message } from '../../messages/message';
import { dwordOf } from '../../registry/valueData';
import { numberRule } from '../settingRule';

const FIPS_LEVEL = 4;
const ON = 1;

export const rdp305FipsOverLevel = numberRule({
  code: 'RDP305',
  title: message('RDP305.title'),
  severity: 'information',
  symptom: 3,
  settings: ['listener.minEncryptionLevel'],
  say: (level, _seen, statements) => {
    const fips = statements.final('fips.enabled').find(({ observation }) => dwordOf(observation.data) === ON);
    if (fips === undefined || level >= FIPS_LEVEL) return undefined;
    return {
      message: message('RDP305.message', level),
      related: [{ message: message('RDP305.related'), evidence: fips.observation.evidence }],
    };
  },
});
