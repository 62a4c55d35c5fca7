// The account of Remote Desktop Services in the spellings Windows and its tools give it, and accounts that only look like it.

import { equal } from 'node:assert/strict';
import { isNetworkService } from '../../../src/core/rdp/networkService';

describe('NETWORK SERVICE', () => {
  for (const account of [
    'NT Authority\\NetworkService',
    'NT AUTHORITY\\NETWORK SERVICE',
    'NT-AUTORITÄT\\Netzwerkdienst',
    'AUTORITE NT\\SERVICE RÉSEAU',
    'ZARZĄDZANIE NT\\USŁUGA SIECIOWA',
    'NT AUTHORITY\\Сетевая служба',
    ' nt authority\\networkservice ',
    'S-1-5-20',
  ]) {
    it(`is ${account}`, () => equal(isNetworkService(account), true));
  }

  for (const account of ['LocalSystem', 'NT Authority\\LocalService', '.\\NetworkService', 'CORP\\NetworkService', 'NETWORK SERVICE', 'S-1-5-19', '']) {
    it(`is not "${account}"`, () => equal(isNetworkService(account), false));
  }
});
