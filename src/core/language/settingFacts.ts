// What the table of settings says about one setting, as sentences: for hovers and for the documentation of completions.

import { message, type Message, type MessageKey } from '../messages/message';
import type { KnownPlace } from '../rdp/lookup';
import { isOpenList } from '../rdp/openList';
import type { Domain, Restart, Setting, Standard } from '../rdp/setting';
import { sourceParts, type SourcePart } from '../rdp/sources';
import { keyText } from '../registry/place';
import { textOf, type ValueData } from '../registry/valueData';
import { numberOf } from './dataText';

/** A place of the table, as findSetting and settingsIn answer. */
export type Known = Pick<KnownPlace, 'setting' | 'side' | 'domain' | 'policies'>;

/** A sentence; `sources` are the documents its argument {0} names, joined with "; ", for doors that can link. */
export interface Fact extends Message {
  readonly sources?: readonly SourcePart[];
}

const MINUTE_MS = 60_000;

const restartTexts: Readonly<Record<Restart, MessageKey & `restart.${string}`>> = {
  none: 'restart.none',
  nextConnection: 'restart.nextConnection',
  nextLogon: 'restart.nextLogon',
  policyRefresh: 'restart.policyRefresh',
  termService: 'restart.termService',
  computer: 'restart.computer',
  unknown: 'restart.unknown',
};

function amount(value: number, unit: Extract<Domain, { kind: 'range' }>['unit']): string {
  switch (unit) {
    case 'milliseconds':
      return value >= MINUTE_MS && value % MINUTE_MS === 0 ? `${value} ms = ${value / MINUTE_MS} min` : `${value} ms`;
    case 'minutes':
      return `${value} min`;
    case 'seconds':
      return `${value} s`;
    case 'pixels':
      return `${value} px`;
    case 'port':
    case 'sessions':
    case 'none':
      return String(value);
  }
}

/** What this data means for the setting; undefined where there is nothing to add to the data itself. */
export function meaningOf({ domain, setting }: Known, data: ValueData): Message | undefined {
  const number = Number(numberOf(data) ?? textNumber(data));
  if (!Number.isFinite(number)) return undefined;
  if (domain.kind !== 'choices') return meaningIn(domain, number);
  const choice = domain.choices.find(({ value }) => value === number);
  if (choice !== undefined) return message('setting.means', choice.meaning);
  // A policy offers some times of many, and Windows keeps to others as well.
  if (setting.domain.kind === 'range') return meaningIn(setting.domain, number);
  return isOpenList(domain.choices) ? undefined : message('setting.notListed', number);
}

function meaningIn(domain: Domain, number: number): Message | undefined {
  if (domain.kind !== 'range') return undefined;
  const special = domain.special?.find(({ value }) => value === number);
  if (special !== undefined) return message('setting.means', special.meaning);
  if (number < domain.min || number > domain.max) return message('setting.outside', number, domain.min, domain.max);
  return domain.unit === 'none' || domain.unit === 'port' || domain.unit === 'sessions' ? undefined : message('setting.means', amount(number, domain.unit));
}

function textNumber(data: ValueData): number {
  const text = textOf(data);
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : NaN;
}

/** The allowed data in one line; undefined where any data is allowed. */
function allowedText(domain: Domain): Message | undefined {
  if (domain.kind === 'choices') return message('setting.values', domain.choices.map(({ value, meaning }) => `${value}: ${meaning}`).join('; '));
  if (domain.kind !== 'range') return undefined;
  const special = (domain.special ?? []).map(({ value, meaning }) => `; ${value}: ${meaning}`).join('');
  return message('setting.range', amount(domain.min, domain.unit), amount(domain.max, domain.unit), special);
}

function standardText(standard: Standard): string {
  return typeof standard === 'number' ? String(standard) : JSON.stringify(standard);
}

function policyFacts({ setting, side, policies }: Known): readonly Message[] {
  if (side === 'policy') return policies.map(({ title, category }) => message('setting.isPolicy', title, category));
  const { policy } = setting;
  if (policy === undefined) return [];
  const [hive = 'HKEY_LOCAL_MACHINE'] = policy.hives;
  return [message('setting.policyTwin', policy.title, `${keyText({ hive, path: policy.path })}\\${policy.name}`)];
}

function standardFacts({ standard, standardByWindows = [], absent }: Setting): readonly Message[] {
  return [
    ...(standard === undefined ? [] : [message('setting.standard', standardText(standard))]),
    ...standardByWindows.map((other) => message('setting.standardOn', other.windows, standardText(other.standard))),
    ...(absent === undefined ? [] : [message('setting.absent', absent)]),
  ];
}

/** Where a fact is from, and how sure that is. */
export function sourceFact({ source, confidence }: Pick<Setting, 'source' | 'confidence'>): Fact {
  const key = confidence === 'H' ? 'setting.source' : confidence === 'M' ? 'setting.sourceSecondary' : 'setting.sourceWeak';
  return { ...message(key, source), sources: sourceParts(source) };
}

/** Everything but the data of one line. */
export function settingFacts(known: Known): readonly Fact[] {
  const { setting, side, domain } = known;
  const allowed = allowedText(domain);
  return [
    ...(allowed === undefined ? [] : [allowed]),
    ...(side === 'policy' ? [] : standardFacts(setting)),
    ...policyFacts(known),
    ...(setting.trap === undefined ? [] : [message('setting.trap', setting.trap)]),
    message(restartTexts[setting.restart]),
    sourceFact(setting),
  ];
}
