// A firewall rule as it stands in the registry ([MS-GPFAS] 2.2.2), and whether it can bear on Remote Desktop. The same choice as the
// collector's (src/collector/collect.ps1), so that a snapshot holds the same rules whoever made it.

import { rangeHolds } from '../../rdp/portRange';

export interface RuleFields {
  readonly one: ReadonlyMap<string, string>;
  readonly ports: readonly string[];
  readonly from: readonly string[];
  /** A sum of profile bits; 7 where the rule names none. */
  readonly profiles: number;
}

const PROFILES: Readonly<Record<string, number>> = { Domain: 1, Private: 2, Public: 4 };

/** `v2.31|Action=Allow|Active=TRUE|Dir=In|…` */
export function ruleFields(text: string): RuleFields {
  const one = new Map<string, string>();
  const ports: string[] = [];
  const from: string[] = [];
  let profiles = 0;
  for (const part of text.split('|')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const [name, value] = [part.slice(0, at), part.slice(at + 1)];
    if (/^LPort(?:2_10|2_20|2_24)?$/.test(name)) ports.push(value);
    else if (/^RA(?:4|6|42|62)$/.test(name)) from.push(value);
    else if (name === 'Profile') profiles |= PROFILES[value] ?? 0;
    else one.set(name, value);
  }
  return { one, ports, from, profiles: profiles === 0 ? 7 : profiles };
}

/** Remote Desktop's own rules, and inbound ones for these ports that any program or a service host may use. */
export function concernsPorts(id: string, { one, ports: ranges }: RuleFields, ports: readonly number[]): boolean {
  if (/^RemoteDesktop/i.test(id) || /-287(?:52|82)$/.test(one.get('EmbedCtxt') ?? '')) return true;
  const protocol = one.get('Protocol');
  if (one.get('Dir') !== 'In' || (protocol !== undefined && protocol !== '6' && protocol !== '17')) return false;
  if (one.has('AppPkgId') || one.has('LUAuth')) return false;
  if (ranges.some((range) => ports.some((port) => rangeHolds(range, port)))) return true;
  if (ranges.length > 0) return false;
  const service = one.get('Svc');
  if (service !== undefined) return service.toLowerCase() === 'termservice';
  const program = one.get('App');
  return program === undefined || /\\svchost\.exe$|^System$/i.test(program);
}
