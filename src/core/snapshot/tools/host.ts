// The host section, from the registry and, where it still exists, `wmic` (removed from Windows 11 24H2 and Server 2025). wmic's times are
// the only ones of the old programs that are the same in every language; without it there is no clock, and that is said.

import type { HostSeen } from '../hostSeen';
import type { SectionGap } from '../snapshot';
import type { ToolAnswers } from './answers';
import { textIn } from './codePage';
import { gap, notAvailable, type Reading } from './reading';
import { control, currentVersion, services, servicing, updates } from './registryQuestions';
import { numberOf, type RegistryView } from './registryView';

const PRODUCT_TYPES = { winnt: 1, lanmannt: 2, servernt: 3 } as const;

export interface ClockRead {
  /** ISO 8601, UTC. */
  readonly clock: string;
  readonly bootedAt: string;
}

/** `20261128094512.123000+060` (Wine cuts the last digit), twice: the start and, later, now. Undefined where there are not exactly two. */
export function readWmicClock(said: string): ClockRead | undefined {
  const times = Array.from(said.matchAll(/\b(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})\d{3}([+-]\d{2,3})/g), (found) => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, thousandth = 0, offset = 0] = found.slice(1).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second, thousandth) - offset * 60_000;
  }).sort((a, b) => a - b);
  const [boot, now] = times;
  if (boot === undefined || now === undefined || times.length !== 2) return undefined;
  return { clock: new Date(now).toISOString(), bootedAt: new Date(boot).toISOString() };
}

export function hostByTools(answers: ToolAnswers, view: RegistryView, codePage: number | undefined): Reading<HostSeen> {
  const text = (path: string, name: string): string | null => {
    const value = view.value(path, name);
    return value === undefined || value.goesOn ? null : textIn(value.text, codePage) || null;
  };
  const build = Number(text(currentVersion, 'CurrentBuildNumber') ?? Number.NaN);
  if (!Number.isInteger(build)) return notAvailable(view.genuine ? `no build number in ${currentVersion}` : 'reg query printed no value of any key');
  const unseen: SectionGap[] = [];
  const miss = (what: string, detail: string): null => {
    unseen.push(gap(what, 'notAvailable', detail));
    return null;
  };
  const machine = saidBy(answers, 'wmic.os');
  const computer = saidBy(answers, 'wmic.computersystem');
  const time = readWmicClock(machine);
  const joined = /PartOfDomain=(TRUE|FALSE)/i.exec(computer)?.[1];
  const name = text(`${control}\\ComputerName\\ActiveComputerName`, 'ComputerName');
  const { dnsName, domain } = namesOf(text);
  const languages = view.children(`${control}\\MUI\\UILanguages`) ?? [];
  const productType = text(`${control}\\ProductOptions`, 'ProductType')?.toLowerCase();
  return {
    data: {
      name: name ?? miss('name', 'no name in ActiveComputerName') ?? '',
      dnsName,
      domain,
      domainJoined: joined === undefined ? miss('domainJoined', 'wmic did not tell') : joined.toUpperCase() === 'TRUE',
      version: versionOf(view, text(currentVersion, 'CurrentVersion'), build),
      build,
      edition: text(currentVersion, 'EditionID'),
      sku: numberIn(/OperatingSystemSKU=(\d+)/.exec(machine)?.[1]) ?? miss('sku', 'wmic did not tell'),
      productType: productTypeOf(productType),
      installationType: text(currentVersion, 'InstallationType'),
      language: (languages.length === 1 ? languages[0] : null) ?? miss('language', 'no or several languages are installed'),
      bootedAt: time?.bootedAt ?? miss('bootedAt', 'wmic did not tell'),
      clock: time?.clock ?? miss('clock', 'wmic did not tell, and no other program does in every language') ?? '',
      sessionHost: miss('sessionHost', 'no program of Windows tells it'),
      restartPending: pending(view) ?? miss('restartPending', 'reg query did not tell'),
    },
    unseen,
  };
}

function saidBy(answers: ToolAnswers, name: string): string {
  const answer = answers.get(name);
  return answer?.code === 0 ? answer.text : '';
}

function versionOf(view: RegistryView, old: string | null, build: number): string {
  const number = (name: string): number | undefined => numberOf(view.value(currentVersion, name));
  const [major, minor, revision] = [number('CurrentMajorVersionNumber'), number('CurrentMinorVersionNumber'), number('UBR')];
  const version = major === undefined ? `${old ?? '0.0'}.${build}` : `${major}.${minor ?? 0}.${build}`;
  return revision === undefined ? version : `${version}.${revision}`;
}

function namesOf(text: (path: string, name: string) => string | null): Pick<HostSeen, 'dnsName' | 'domain'> {
  const tcpip = `${services}\\Tcpip\\Parameters`;
  const domain = text(tcpip, 'Domain') ?? text(tcpip, 'NV Domain');
  const name = text(tcpip, 'Hostname');
  return { dnsName: name === null || domain === null ? null : `${name}.${domain}`, domain };
}

function productTypeOf(text: string | undefined): HostSeen['productType'] {
  return text !== undefined && isProductType(text) ? PRODUCT_TYPES[text] : null;
}

function isProductType(text: string): text is keyof typeof PRODUCT_TYPES {
  return Object.hasOwn(PRODUCT_TYPES, text);
}

function numberIn(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function pending(view: RegistryView): boolean | undefined {
  const lists = [
    { names: view.children(servicing), mark: 'RebootPending' },
    { names: view.children(updates), mark: 'RebootRequired' },
  ];
  if (lists.some(({ names, mark }) => names?.includes(mark) === true)) return true;
  return lists.every(({ names }) => names !== undefined) ? false : undefined;
}
