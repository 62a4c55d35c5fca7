// The listeners of the bench: two hundred xrdp to be timed with, and one of each configuration whose truth is known to be right or wrong about.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const lab = (name) => require(`../../out/test/lab/${name}.js`);

const XRDP_HOSTS = 40;
/** nmap's scripts look at no other port unless they are forced to. */
const RDP_PORT = 3389;

const timedSetups = [
  { securityLayer: 'rdp', cryptLevel: 'low' },
  { securityLayer: 'negotiate', cryptLevel: 'high' },
  { securityLayer: 'tls', cryptLevel: 'high' },
  { securityLayer: 'negotiate', cryptLevel: 'medium' },
  { securityLayer: 'rdp', cryptLevel: 'fips' },
];

/**
 * Five processes with forty addresses each.
 * @returns {Promise<{ addresses: readonly string[], stop: () => Promise<unknown> }>} addresses as HOST:PORT, the configurations mixed
 */
export async function startTimed() {
  const { startXrdp } = lab('xrdp');
  const hostsOf = (index) => Array.from({ length: XRDP_HOSTS }, (_, host) => `127.0.2.${index * XRDP_HOSTS + host + 1}`);
  const listeners = await startAll(timedSetups, (setup, index) => startXrdp(hostsOf(index), { ...setup, port: RDP_PORT }));
  // Fifty of them are ten of each.
  const addresses = Array.from({ length: XRDP_HOSTS }, (_, host) => timedSetups.map((_setup, index) => `${hostsOf(index)[host]}:${RDP_PORT}`)).flat();
  return { addresses, stop: () => Promise.all(listeners.map((listener) => listener.stop())) };
}

const NATIVE = {
  none: { level: 'none', methods: [] },
  low: { level: 'low', methods: ['40'] },
  medium: { level: 'clientCompatible', methods: ['40'] },
  high: { level: 'high', methods: ['128'] },
  fips: { level: 'fips', methods: ['fips'] },
};
const EVERY_METHOD = { level: 'clientCompatible', methods: ['40', '56', '128', 'fips'] };
const WITHOUT_TLS = { versions: [], certificate: null };
const NEW_TLS = ['1.2', '1.3'];

function xrdpRow(name, setup, facts) {
  const tls = setup.securityLayer !== 'rdp' && setup.certificate !== 'absent';
  const rdp = setup.securityLayer !== 'tls';
  const native = rdp ? NATIVE[setup.cryptLevel ?? 'high'] : { level: null, methods: [] };
  const inside = tls ? { versions: NEW_TLS, certificate: setup.certificate ?? 'healthy' } : WITHOUT_TLS;
  return { name: `xrdp ${name}`, setup, truth: { rdp, tls, nla: false, ...native, ...inside, ...facts } };
}

const xrdpRows = [
  ...['rdp', 'negotiate', 'tls'].flatMap((securityLayer) =>
    Object.keys(NATIVE).map((cryptLevel) => xrdpRow(`${securityLayer} ${cryptLevel}`, { securityLayer, cryptLevel })),
  ),
  ...['negotiate', 'tls'].map((securityLayer) => xrdpRow(`${securityLayer}, certificate missing`, { securityLayer, certificate: 'absent' })),
  ...[['1.0'], ['1.1'], ['1.2'], ['1.3'], ['1.0', '1.1', '1.2', '1.3']].map((versions) =>
    xrdpRow(`TLS ${versions.join(' ')}`, { securityLayer: 'tls', ciphers: 'ALL:@SECLEVEL=0', protocols: versions.map((version) => `TLSv${version.replace(/\.0$/, '')}`).join(', ') }, { versions }),
  ),
  ...['expired', 'notYetValid', 'otherName', 'signed', 'elliptic', 'clientOnly', 'sha1Rsa1024', 'md5Rsa1024'].map((certificate) =>
    xrdpRow(`certificate ${certificate}`, { securityLayer: 'tls', ciphers: 'ALL:@SECLEVEL=0', certificate }),
  ),
  // OpenSSL has no signature for such a key in TLS 1.3.
  xrdpRow('certificate rsa512', { securityLayer: 'tls', ciphers: 'ALL:@SECLEVEL=0', certificate: 'rsa512' }, { versions: ['1.2'] }),
];

function shadowRow(options, [rdp, tls, nla]) {
  const native = rdp ? EVERY_METHOD : { level: null, methods: [] };
  const inside = tls || nla ? { versions: NEW_TLS, certificate: 'healthy' } : WITHOUT_TLS;
  return { name: `FreeRDP ${options.join(' ') || 'as it comes'}`, setup: { options }, truth: { rdp, tls, nla, ...native, ...inside } };
}

const shadowRows = [
  shadowRow(['/sec:rdp'], [true, false, false]),
  shadowRow(['/sec:tls'], [false, true, false]),
  shadowRow(['/sec:nla'], [false, false, true]),
  shadowRow(['+sec-nla'], [true, true, true]),
  shadowRow(['/sec:nla', '+sec-tls'], [false, true, true]),
  shadowRow([], [true, true, false]),
  shadowRow(['/sec:ext'], [false, false, false]),
];

/**
 * One listener of each configuration.
 * @param {boolean} withShadows whether FreeRDP's server is here
 * @returns {Promise<{ rows: readonly object[], stop: () => Promise<void> }>} each row with its `address` (HOST:PORT), `name` and `truth`
 */
export async function startKnown(withShadows) {
  const { startXrdp } = lab('xrdp');
  const { startDisplay, startShadow } = lab('shadow');
  const display = withShadows ? await startDisplay() : undefined;
  const starts = [
    ...xrdpRows.map((row, index) => [row, () => startXrdp(`127.0.11.${index + 1}`, row.setup)]),
    ...(display === undefined ? [] : shadowRows.map((row, index) => [row, () => startShadow(`127.0.11.${index + 101}`, `127.0.11.${index + 151}`, display, row.setup)])),
  ];
  const stopDisplay = () => display?.stop();
  const listeners = await startAll(starts, ([, start]) => start()).catch(async (error) => {
    await stopDisplay();
    throw error;
  });
  const rows = starts.map(([{ name, truth }], index) => ({ name, truth: withThumbprint(truth), address: `${listeners[index].host}:${listeners[index].port}` }));
  return { rows, stop: () => Promise.all(listeners.map((listener) => listener.stop())).then(stopDisplay) };
}

function withThumbprint(truth) {
  if (truth.certificate === null) return truth;
  const [leaf] = lab('listenerCertificates').certificatesOf(truth.certificate);
  return { ...truth, certificate: leaf.fingerprint.replaceAll(':', '').toLowerCase() };
}

/** All, or none of them stays. */
async function startAll(rows, start) {
  const starts = await Promise.allSettled(rows.map(start));
  const failed = starts.find(({ status }) => status === 'rejected');
  if (failed === undefined) return starts.map(({ value }) => value);
  await Promise.all(starts.map(({ value }) => value?.stop()));
  throw failed.reason;
}
