// The power section, from `powercfg /q` for the plan and the registry for a policy. The last two numbers with 0x of each answer are the
// seconds on mains and on battery, in every language.

import type { PowerSeen } from '../powerSeen';
import type { SectionGap } from '../snapshot';
import type { ToolAnswer, ToolAnswers } from './answers';
import { gap, notAvailable, type Reading } from './reading';
import { powerByPolicy } from './registryQuestions';
import { numberOf, type RegistryView } from './registryView';

const SLEEP = '29f6c1db-86da-48c5-9fdb-f2b67b1f44da';
const HIBERNATE = '9d7815a6-7ee4-497e-8888-515a05f02364';

/** Mains, battery; undefined where it is no such answer. */
export function readPowercfg(said: string): readonly [number, number] | undefined {
  const [ac, dc] = Array.from(said.matchAll(/0x([\da-f]{8})\b/gi), ([, digits = '']) => Number.parseInt(digits, 16)).slice(-2);
  return ac === undefined || dc === undefined ? undefined : [ac, dc];
}

export function powerByTools(answers: ToolAnswers, view: RegistryView): Reading<PowerSeen> {
  const plan = (answer: ToolAnswer | undefined): readonly [number, number] | undefined => (answer?.code === 0 ? readPowercfg(answer.text) : undefined);
  const policy = (id: string, name: string): number | undefined => numberOf(view.value(`${powerByPolicy}\\PowerSettings\\${id}`, name));
  const [sleep, hibernate] = [plan(answers.get('powercfg.sleep')), plan(answers.get('powercfg.hibernate'))];
  const byPolicy = [SLEEP, HIBERNATE].map((id) => [policy(id, 'ACSettingIndex'), policy(id, 'DCSettingIndex')] as const);
  const [sleepPolicy = [], hibernatePolicy = []] = byPolicy;
  const values = {
    sleepAc: sleepPolicy[0] ?? sleep?.[0] ?? null, sleepDc: sleepPolicy[1] ?? sleep?.[1] ?? null,
    hibernateAc: hibernatePolicy[0] ?? hibernate?.[0] ?? null, hibernateDc: hibernatePolicy[1] ?? hibernate?.[1] ?? null,
  };
  const missing = Object.entries(values).filter(([, value]) => value === null).map(([name]) => name);
  if (missing.length === Object.keys(values).length) return notAvailable('powercfg said nothing that could be read');
  const unseen = missing.map((name): SectionGap => gap(name, 'notAvailable', 'neither powercfg nor a policy tells it'));
  return { data: { ...values, source: byPolicy.flat().some((value) => value !== undefined) ? 'policy' : 'plan' }, unseen };
}
