// Real xrdp listeners on loopback for the tests: each process has addresses of its own, all on one port that the system had free.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeCertificate, type LabCertificate } from './listenerCertificates';
import { startServer } from './supervised';

export interface XrdpSetup {
  readonly securityLayer: 'rdp' | 'negotiate' | 'tls';
  /** `absent`: the configured file does not exist. */
  readonly certificate?: LabCertificate | 'absent';
  readonly cryptLevel?: 'none' | 'low' | 'medium' | 'high' | 'fips';
  /** ssl_protocols, separated by commas. */
  readonly protocols?: string;
  /** tls_ciphers. Without `ALL:@SECLEVEL=0` old versions of TLS and weak certificates make the handshake die in the server. */
  readonly ciphers?: string;
  /** One that is free where there is none. */
  readonly port?: number;
}

export interface XrdpListener {
  /** The first of the addresses. */
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Beyond this many addresses the line of the configuration is cut, and nobody says so. */
const mostHosts = 40;

/** Starts one process that listens at every host (loopback addresses) and waits until all accept. */
export async function startXrdp(hosts: string | readonly [string, ...string[]], setup: XrdpSetup): Promise<XrdpListener> {
  const addresses: readonly [string, ...string[]] = typeof hosts === 'string' ? [hosts] : hosts;
  if (addresses.length > mostHosts) throw new Error(`${String(addresses.length)} addresses in one xrdp`);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-xrdp-'));
  const file = (name: string): string => join(folder, name);
  const { certificate = 'healthy' } = setup;
  if (certificate !== 'absent') placeCertificate(certificate, file('cert.pem'), file('key.pem'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const { port, end } = await startServer(addresses, (port) => {
      writeFileSync(file('xrdp.ini'), configuration(file, addresses, port, setup));
      return { program: 'xrdp', args: ['-n', '-c', file('xrdp.ini')], log: file('output') };
    }, setup.port);
    return { host: addresses[0], port, stop: () => end().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function configuration(file: (name: string) => string, hosts: readonly string[], port: number, setup: XrdpSetup): string {
  return [
    '[Globals]',
    'ini_version=1',
    'fork=true',
    `port=${hosts.map((host) => (host.includes(':') ? `tcp6://{${host}}:${String(port)}` : `tcp://${host}:${String(port)}`)).join(' ')}`,
    `security_layer=${setup.securityLayer}`,
    `crypt_level=${setup.cryptLevel ?? 'high'}`,
    `certificate=${file('cert.pem')}`,
    `key_file=${file('key.pem')}`,
    `ssl_protocols=${setup.protocols ?? 'TLSv1.2, TLSv1.3'}`,
    ...(setup.ciphers === undefined ? [] : [`tls_ciphers=${setup.ciphers}`]),
    '[Logging]',
    `LogFile=${file('xrdp.log')}`,
    'LogLevel=INFO',
    'EnableSyslog=false',
    '[Xorg]',
    'name=Xorg',
    'lib=libxup.so',
    'username=ask',
    'password=ask',
    'ip=127.0.0.1',
    'port=-1',
    'code=20',
    '',
  ].join('\n');
}
