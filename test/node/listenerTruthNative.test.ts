// Ground truth, RDP's own encryption: level and methods of real servers in each of their configurations. xrdp has one method per level;
// FreeRDP takes every method at the one level it has.

import { deepEqual } from 'node:assert/strict';
import type { NativeEncryption } from '../../src/core/listener/verdictDetails';
import { startXrdp, type XrdpSetup } from '../lab/xrdp';
import { needs, needsRoot } from '../needs';
import { checkOf, fully } from './check';
import { shadowsForSuite, startedForSuite } from './truth';

const byCryptLevel = {
  none: { level: 'none', methods: [] },
  low: { level: 'low', methods: ['40'] },
  medium: { level: 'clientCompatible', methods: ['40'] },
  high: { level: 'high', methods: ['128'] },
  fips: { level: 'fips', methods: ['fips'] },
} as const satisfies Readonly<Record<string, NativeEncryption>>;

const cryptLevels = ['none', 'low', 'medium', 'high', 'fips'] as const;

const xrdpRows = (['rdp', 'negotiate', 'tls'] as const).flatMap((securityLayer, layer) =>
  cryptLevels.map((cryptLevel, level) => ({
    host: `127.0.43.${String(10 * (layer + 1) + level)}`,
    setup: { securityLayer, cryptLevel } satisfies XrdpSetup,
    // Behind TLS it is not to be had, and so not seen.
    nativeEncryption: securityLayer === 'tls' ? null : byCryptLevel[cryptLevel],
  })),
);

describe('the native encryption of xrdp', function () {
  this.timeout(60_000);
  before(function () {
    needs(this, 'xrdp');
    needsRoot(this); // xrdp reads its RSA keys from a file that only root may read
  });
  const listenerOf = startedForSuite(xrdpRows, ({ host, setup }) => startXrdp(host, setup));

  for (const row of xrdpRows) {
    it(`security_layer=${row.setup.securityLayer} crypt_level=${row.setup.cryptLevel}`, async () => {
      const { host, port } = listenerOf(row);
      const { state, nativeEncryption } = await checkOf(host, port, fully);
      deepEqual({ state, nativeEncryption }, { state: 'rdp', nativeEncryption: row.nativeEncryption });
    });
  }
});

const every: NativeEncryption = { level: 'clientCompatible', methods: ['40', '56', '128', 'fips'] };

const shadowRows: readonly { readonly options: readonly string[]; readonly nativeEncryption: NativeEncryption | null }[] = [
  { options: ['/sec:rdp'], nativeEncryption: every },
  { options: ['+sec-nla'], nativeEncryption: every },
  { options: [], nativeEncryption: every },
  { options: ['/sec:tls'], nativeEncryption: null },
  { options: ['/sec:nla'], nativeEncryption: null },
];

describe('the native encryption of FreeRDP', function () {
  this.timeout(60_000);
  const listenerOf = shadowsForSuite(shadowRows, '127.0.44');

  for (const row of shadowRows) {
    it(row.options.join(' ') || 'as it comes', async () => {
      const { host, port } = listenerOf(row);
      const { state, nativeEncryption } = await checkOf(host, port, fully);
      deepEqual({ state, nativeEncryption }, { state: 'rdp', nativeEncryption: row.nativeEncryption });
    });
  }
});
