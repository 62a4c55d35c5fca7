// Certificates as listeners are found with, good ones and every kind of bad one, made by openssl in a folder of the caller's. Each is there
// once per test process: a key takes longer to make than a listener takes to start.

import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from './supervised';

interface Recipe {
  /** For -newkey. */
  readonly key: readonly string[];
  readonly digest: string;
  readonly commonName: string;
  /** The day it was made on; today where there is none. */
  readonly madeOn?: string;
  readonly extensions: readonly string[];
  /** Signed by a CA of its own, which is in the file behind it. */
  readonly authority?: true;
}

const rsa2048 = ['rsa:2048'];
/** The name that the lab's listeners are meant to be asked by. */
export const labName = 'rds.lab.example';
const healthy: Recipe = { key: rsa2048, digest: 'sha256', commonName: labName, extensions: [`subjectAltName=DNS:${labName}`, 'extendedKeyUsage=serverAuth'] };

const recipes = {
  healthy,
  expired: { ...healthy, madeOn: '2020-03-01 12:00:00' },
  notYetValid: { ...healthy, madeOn: '2035-03-01 12:00:00' },
  otherName: { ...healthy, commonName: 'other.lab.example', extensions: ['subjectAltName=DNS:other.lab.example,DNS:*.farm.lab.example'] },
  signed: { ...healthy, authority: true },
  elliptic: { ...healthy, key: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] },
  clientOnly: { ...healthy, extensions: ['extendedKeyUsage=clientAuth'] },
  sha1Rsa1024: { ...healthy, key: ['rsa:1024'], digest: 'sha1' },
  md5Rsa1024: { ...healthy, key: ['rsa:1024'], digest: 'md5' },
  rsa512: { ...healthy, key: ['rsa:512'] },
} as const satisfies Readonly<Record<string, Recipe>>;

export type LabCertificate = keyof typeof recipes;

/** How long each is valid: long enough not to be one that ends soon. */
const validDays = 90;

const made = { folder: '' };

/** Puts the certificate (with the chain behind it) and its key, both PEM, into these files. */
export function placeCertificate(name: LabCertificate, certificateFile: string, keyFile: string): void {
  const file = placeOf(name);
  copyFileSync(`${file}.pem`, certificateFile);
  copyFileSync(`${file}.key`, keyFile);
}

/** What the runtime's own library says of the certificate and, where there is one, of its issuer's. */
export function certificatesOf(name: LabCertificate): readonly X509Certificate[] {
  const pems = readFileSync(`${placeOf(name)}.pem`, 'utf8').split(/(?<=-----END CERTIFICATE-----\n)/);
  return pems.map((pem) => new X509Certificate(pem));
}

function placeOf(name: LabCertificate): string {
  if (made.folder === '') {
    made.folder = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-certificates-'));
    process.once('exit', () => rmSync(made.folder, { recursive: true, force: true }));
  }
  const file = join(made.folder, name);
  if (!existsSync(`${file}.pem`)) make(file, recipes[name]);
  return file;
}

function make(file: string, recipe: Recipe): void {
  const extensions = recipe.extensions.flatMap((extension) => ['-addext', extension]);
  const issuer = recipe.authority === true ? authority(`${file}-ca`) : [];
  const request = ['req', '-x509', '-nodes', '-days', String(validDays), `-${recipe.digest}`, '-subj', `/CN=${recipe.commonName}`];
  const args = [...request, '-newkey', ...recipe.key, '-keyout', `${file}.key`, ...extensions, ...issuer];
  const pem = openssl(args, recipe.madeOn);
  const chain = recipe.authority === true ? openssl(['x509', '-in', `${file}-ca.pem`]) : '';
  writeFileSync(`${file}.pem`, pem + chain);
}

function authority(file: string): readonly string[] {
  const subject = ['-subj', '/CN=Lab Root', '-keyout', `${file}.key`, '-out', `${file}.pem`];
  openssl(['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-days', String(validDays), ...subject]);
  return ['-CA', `${file}.pem`, '-CAkey', `${file}.key`];
}

function openssl(args: readonly string[], on?: string): string {
  const program = programPath('openssl');
  const [file, dated] = on === undefined ? [program, args] : [programPath('faketime'), [on, program, ...args]];
  return execFileSync(file, dated, { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, TZ: 'UTC' } });
}
