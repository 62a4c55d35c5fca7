// nmap's scripts and sslscan at a list of listeners, and what they say, in one shape. Whatever a program does not speak of is undefined.

import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import pLimit from 'p-limit';

/** Best of what was tried: the scripts of a host wait for each other, more hosts at a time do not. */
export const NMAP_TUNING = ['-T5', '--max-parallelism', '200', '--min-hostgroup', '256'];
const NMAP_SCRIPTS = ['rdp-enum-encryption', 'rdp-ntlm-info', 'ssl-cert'];
/** What else it does has nothing to do with a listener's verdict. */
const SSLSCAN = ['--rdp', '--no-ciphersuites', '--no-renegotiation', '--no-compression', '--no-heartbleed', '--no-groups', '--no-fallback', '--show-certificate', '--xml=-'];
const SSLSCANS_AT_ONCE = 8;

/** @returns {Promise<string>} what it printed; it has to end well */
export function runProgram(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    const streams = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (streams[name] += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(streams.stdout) : reject(new Error(`${program} ended with ${code}: ${streams.stderr}`))));
  });
}

/** The XML for many hosts on the port that RDP has. */
export function nmap(hosts, tuning) {
  return runProgram('nmap', ['-Pn', '-n', '-p3389', ...tuning, '--script', NMAP_SCRIPTS.join(), '-oX', '-', ...hosts]);
}

/** @returns {Promise<readonly string[]>} one XML for each address */
export function sslscan(addresses) {
  const atOnce = pLimit(SSLSCANS_AT_ONCE);
  return Promise.all(addresses.map((address) => atOnce(() => runProgram('sslscan', [...SSLSCAN, address]))));
}

/** What nmap says of one listener, on whichever port. Its scripts have to be forced where that is another one. */
export async function nmapSays(address) {
  const [host, port] = address.split(':');
  return nmapFacts(await runProgram('nmap', ['-Pn', '-n', `-p${port}`, '--script', NMAP_SCRIPTS.map((name) => `+${name}`).join(), '-oX', '-', host]));
}

const LEVELS = { None: 'none', Low: 'low', 'Client Compatible': 'clientCompatible', High: 'high', 'FIPS Compliant': 'fips' };
const METHODS = { '40-bit RC4': '40', '56-bit RC4': '56', '128-bit RC4': '128', 'FIPS 140-1': 'fips' };

function nmapFacts(xml) {
  const outputOf = (script) => new RegExp(`<script id="${script}" output="([^"]*)"`).exec(xml)?.[1]?.replaceAll('&#xa;', '\n');
  const said = outputOf('rdp-enum-encryption');
  const facts = { certificate: /<elem key="sha1">(\w+)</.exec(xml)?.[1] };
  if (said === undefined || said.includes('ERROR')) return { ...facts, failed: said?.trim() };
  // It prints what succeeded, and no heading where nothing did.
  const succeeded = (name) => said.includes(`${name}: SUCCESS`);
  const level = /Encryption level: (.*)/.exec(said)?.[1];
  const native = level === undefined ? {} : { level: LEVELS[level] ?? level, methods: Object.keys(METHODS).filter(succeeded).map((name) => METHODS[name]) };
  return { ...facts, rdp: succeeded('Native RDP'), tls: succeeded('SSL'), nla: succeeded('CredSSP (NLA)'), ...native };
}

export async function sslscanSays(address) {
  const [xml] = await sslscan([address]);
  const versions = [...xml.matchAll(/<protocol type="tls" version="([\d.]+)" enabled="1"/g)].map(([, version]) => version);
  const pem = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/.exec(xml)?.[0];
  const certificate = pem === undefined ? undefined : new X509Certificate(pem).fingerprint.replaceAll(':', '').toLowerCase();
  // Nothing at all where it could not begin.
  return { versions: xml.includes('<protocol ') ? versions : undefined, certificate };
}
