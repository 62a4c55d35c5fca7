// The settings in force on a server, a line each: what it comes to, and where it comes from (own value or policy, which GPO, which open
// file). Those an administrator asks for first stand with their symptom; the others follow in a section of their own.

import { message, type Message, type Say } from '../../messages/message';
import { numberOf, plainDataText } from '../../language/dataText';
import type { Domain, Setting, Standard } from '../../rdp/setting';
import type { SettingId } from '../../rdp/settings';
import type { Symptom } from '../../rdp/symptom';
import { keyText, type Place } from '../../registry/place';
import { hexText, type ValueData } from '../../registry/valueData';
import type { SettingSeen } from '../../rules/statements';
import type { EffectiveValue } from '../effectiveValues';
import type { ReportLine } from '../reportText';

/** What an administrator asks for first, told with its symptom, in this order, even where nothing sets it; under a short name. */
const shortNames = {
  denyConnections: message('report.short.connections'),
  'listener.enabled': message('report.short.listener'),
  'listener.logonDisabled': message('report.short.logons'),
  drainMode: message('report.short.drainMode'),
  singleSessionPerUser: message('report.short.sessionsPerUser'),
  'listener.maxInstanceCount': message('report.short.sessionLimit'),
  'listener.portNumber': message('report.short.port'),
  'listener.lanAdapter': message('report.short.adapter'),
  'listener.userAuthentication': message('report.short.nla'),
  'listener.securityLayer': message('report.short.layer'),
  'listener.minEncryptionLevel': message('report.short.level'),
  'listener.certificateHash': message('report.short.certificate'),
  keepAliveEnable: message('report.short.keepAlive'),
  keepAliveInterval: message('report.short.keepAliveInterval'),
  'credssp.encryptionOracle': message('report.short.oracle'),
  'fips.enabled': message('report.short.fips'),
  'licensing.mode': message('report.short.mode'),
  'licensing.specifiedServers': message('report.short.servers'),
} as const satisfies Partial<Readonly<Record<SettingId, Message>>>;

export const askedFirst = Object.keys(shortNames) as readonly (keyof typeof shortNames)[];

const order: ReadonlyMap<string, { readonly rank: number; readonly name: Message }> = new Map(askedFirst.map((id, rank) => [id, { rank, name: shortNames[id] }]));

const LONGEST = 60;

export function valueFact({ key, name }: Place): string {
  return `value:${keyText(key)}\\${name}`;
}

/** The lines of one symptom: those asked for first, of the listeners of Remote Desktop. */
export function symptomSettings(values: readonly EffectiveValue[], symptom: Symptom, listeners: readonly string[], say: Say): readonly ReportLine[] {
  return values
    .filter((value) => value.setting.symptom === symptom && isAskedFirst(value, listeners))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((value) => settingLine(value, say));
}

/** All others that are set. */
export function otherSettings(values: readonly EffectiveValue[], listeners: readonly string[], say: Say): readonly ReportLine[] {
  return values.filter((value) => value.setting.symptom === null || !isAskedFirst(value, listeners)).map((value) => settingLine(value, say));
}

function isAskedFirst({ setting, listener }: EffectiveValue, listeners: readonly string[]): boolean {
  return order.has(setting.id) && (listener === undefined || isUsual(listener) || listeners.some((name) => name.toLowerCase() === listener.toLowerCase()));
}

function isUsual(listener: string): boolean {
  return listener.toLowerCase() === 'rdp-tcp';
}

/** By setting; the usual listener before others. */
function rankOf({ setting, listener }: EffectiveValue): number {
  return 2 * (order.get(setting.id)?.rank ?? 0) + (listener === undefined || isUsual(listener) ? 0 : 1);
}

function settingLine(value: EffectiveValue, say: Say): ReportLine {
  const { setting, listener, winner, overridden } = value;
  const short = order.get(setting.id)?.name;
  const title = short === undefined ? setting.title : say(short);
  const label = listener === undefined || isUsual(listener) ? title : `${title} (${listener})`;
  const facts = [...(winner === undefined ? [] : [winner]), ...overridden].map(({ observation }) => valueFact(observation.place));
  const also = setting.id === 'listener.portNumber' && label === title ? [...facts, 'port'] : facts;
  if (winner === undefined) return { also, label, value: say(message('report.notSet')), source: absentText(value, say) };
  const { data } = winner.observation;
  return { also, label, value: meaningText(winner.domain, data), source: sourceText(value, winner, say) };
}

/** What the number means, in the words of the table; else the data. */
export function meaningText(domain: Domain, data: ValueData): string {
  const number = numberOf(data);
  const choices = domain.kind === 'choices' ? domain.choices : domain.kind === 'range' ? (domain.special ?? []) : [];
  const choice = number === undefined ? undefined : choices.find(({ value }) => BigInt(value) === number);
  return choice?.meaning ?? rawText(data);
}

/** Data in one short piece. */
export function rawText(data: ValueData): string {
  const text = plainDataText(data) ?? (data.bytes.length === 0 ? '-' : hexText(data.bytes));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function sourceText(value: EffectiveValue, winner: SettingSeen, say: Say): string {
  const { place, data } = winner.observation;
  const set = `${place.name} = ${rawText(data)}`;
  const parts = [say(originText(value, winner, set)), ...value.overridden.map((other) => overriddenText(other, say)), ...fileTexts(value, say)];
  return parts.join('; ');
}

function originText({ setting, gpo }: EffectiveValue, { side }: SettingSeen, set: string): Message {
  if (side === 'policy') {
    const name = gpo?.gpoName ?? gpo?.gpoId;
    return name === undefined ? message('report.byPolicy', set) : message('report.byGpo', set, name);
  }
  return setting.policy === undefined ? message('report.byOwnValue', set) : message('report.byOwnValueNoPolicy', set);
}

function overriddenText({ observation: { place, data }, side }: SettingSeen, say: Say): string {
  const set = `${place.name} = ${rawText(data)}`;
  return say(side === 'policy' ? message('report.policyNotCounting', set) : message('report.ownNotCounting', set));
}

function absentText({ setting, ...value }: EffectiveValue, say: Say): string {
  const standard = standardText(setting);
  const parts = [standard === undefined ? message('report.absent', setting.place.name) : message('report.absentMeans', setting.place.name, standard)].map(say);
  return [...parts, ...fileTexts(value, say)].join('; ');
}

function standardText({ absent, standard, domain }: Setting): string | undefined {
  if (absent !== undefined) return absent;
  if (standard === undefined) return undefined;
  const choice = domain.kind === 'choices' ? domain.choices.find(({ value }) => value === standard) : undefined;
  return choice?.meaning ?? plainStandard(standard);
}

function plainStandard(standard: Standard): string {
  return typeof standard === 'object' ? standard.join(', ') : String(standard);
}

function fileTexts({ files }: Pick<EffectiveValue, 'files'>, say: Say): readonly string[] {
  return files.map(({ file, at, observation }) =>
    say(message('report.inFile', `${file.name}:${at}`, observation.kind === 'set' ? rawText(observation.data) : '-')),
  );
}
