// The services section, from the registry and `sc queryex`. Its labels are translated and its order is not: type, state, exit code, own
// exit code, checkpoint, hint, PID, flags; `sc` ends with Windows' error code (1060: no such service).

import type { SectionGap } from '../snapshot';
import type { ServiceSeen, ServicesSeen } from '../servicesSeen';
import { linesOf, type ToolAnswer, type ToolAnswers } from './answers';
import { textIn } from './codePage';
import { gap, notAvailable, type Denied, type Reading } from './reading';
import { numberOf, type RegistryView } from './registryView';

/** As in the collector (src/collector/collect.ps1). */
export const listOfServices = [
  'TermService', 'UmRdpService', 'SessionEnv', 'CertPropSvc', 'LSM', 'RpcSs', 'RpcEptMapper', 'DcomLaunch', 'mpssvc', 'BFE', 'TermServLicensing',
  'Netlogon', 'W32Time',
] as const;

const KEY = 'SYSTEM\\CurrentControlSet\\Services';
const NO_SUCH_SERVICE = 1060;
const DENIED = 5;

export interface ServiceState {
  readonly state: number;
  readonly exitCode: number;
  /** Null from `sc query`, which leaves it out. */
  readonly pid: number | null;
}

/** Undefined where it is no such output. */
export function readServiceState(said: string): ServiceState | undefined {
  const numbers: number[] = [];
  for (const line of linesOf(said)) {
    const [, hexadecimal, digits = ''] = /^\s+\S.{0,60}?:\s*(0x)?([\da-f]+)(?![\da-z])/i.exec(line) ?? [];
    if (hexadecimal !== undefined) numbers.push(Number.parseInt(digits, 16));
    else if (/^\d+$/.test(digits)) numbers.push(Number(digits));
  }
  const [, state = 0, exitCode = 0] = numbers;
  if (numbers.length < 6 || state < 1 || state > 7) return undefined;
  return { state, exitCode, pid: numbers[6] ?? null };
}

export function servicesByTools(answers: ToolAnswers, view: RegistryView, codePage: number | undefined, denied: Denied): Reading<ServicesSeen> {
  const unseen: SectionGap[] = [];
  const listed = view.children(KEY);
  const services = listOfServices.flatMap((name): readonly ServiceSeen[] => {
    const answer = answers.get(`sc.${name}`);
    const seen = answer?.code === 0 ? readServiceState(answer.text) : undefined;
    const installed = isInstalled(name, seen, answer, listed);
    if (installed === undefined) {
      unseen.push(gap(`services.${name}`, 'notAvailable', 'neither reg query nor sc queryex told'));
      return [];
    }
    if (installed && seen === undefined) {
      unseen.push(gap(`services.${name}.state`, answer?.code === DENIED ? denied : 'notAvailable', saidBySc(answer)));
    } else if (installed && seen?.pid === null) unseen.push(gap(`services.${name}.pid`, 'notAvailable', 'sc query does not tell it'));
    const text = (path: string, value: string): string | null => {
      const found = view.value(path, value);
      return found === undefined || found.goesOn ? null : (textIn(found.text, codePage) ?? null) || null;
    };
    return [{
      name, installed, state: seen?.state ?? null, startType: numberOf(view.value(`${KEY}\\${name}`, 'Start')) ?? null, pid: seen?.pid ?? null,
      exitCode: seen?.exitCode ?? null, account: text(`${KEY}\\${name}`, 'ObjectName'), imagePath: text(`${KEY}\\${name}`, 'ImagePath'),
      serviceDll: text(`${KEY}\\${name}\\Parameters`, 'ServiceDll') ?? text(`${KEY}\\${name}`, 'ServiceDll'),
    }];
  });
  if (services.length === 0) return notAvailable('neither reg query nor sc queryex told of a single service');
  return { data: { services }, unseen };
}

function isInstalled(name: string, seen: ServiceState | undefined, answer: ToolAnswer | undefined, listed: readonly string[] | undefined): boolean | undefined {
  if (seen !== undefined) return true;
  if (listed !== undefined && listed.length > 0) return listed.some((key) => key.toLowerCase() === name.toLowerCase());
  return answer?.code === NO_SUCH_SERVICE ? false : answer?.code === DENIED ? true : undefined;
}

function saidBySc(answer: ToolAnswer | undefined): string {
  if (answer === undefined) return 'sc queryex was not heard of';
  return answer.code === 0 ? 'sc queryex said nothing that could be read' : `sc queryex ended with ${answer.code}`;
}
