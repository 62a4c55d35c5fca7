// A policy of a report as the registry values it stands for, through the table of policies: both encodings, and the elements of an enabled
// one. What a policy of the table leaves open, and a policy that is not in the table, becomes a statement of its own: its name and state.

import { whenDisabled } from '../../rdp/policies';
import type { Encoded, Policy, PolicyWrite } from '../../rdp/policies/policy';
import { dwordData, stringData, type ValueData } from '../../registry/valueData';
import type { Evidence } from '../../registry/observation';
import type { TextRange } from '../../text/range';
import type { Entry, PolicyEntry, RegistryAction, RegistryEntry } from '../entry';
import { childNamed, childText, innerRange, type XmlElement } from '../xml/element';
import { xmlFault } from '../xml/xmlFaults';
import type { Fault } from '../fault';
import { namedPolicy } from './namedPolicy';
import { contentOf, hasElement, pairElements } from './policyElements';
import type { ReportContext } from './reportContext';

const states: ReadonlyMap<string, PolicyEntry['state']> = new Map([
  ['Enabled', 'enabled'],
  ['Disabled', 'disabled'],
  ['NotConfigured', 'notConfigured'],
]);

export interface PolicyRead {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  readonly name: string;
  readonly category: string;
  /** All that it does is told by entries of the registry. */
  readonly mapped: boolean;
  readonly language: string | undefined;
}

export function readReportPolicy(element: XmlElement, context: ReportContext): PolicyRead {
  const nameElement = childNamed(element, 'Name') ?? element;
  const nameRange = innerRange(nameElement, context.text);
  const stateElement = childNamed(element, 'State');
  const [name, category] = [childText(element, 'Name'), childText(element, 'Category')];
  const state = states.get(childText(element, 'State')) ?? 'notConfigured';
  const evidence = (data: TextRange | undefined): Evidence => ({
    document: context.document,
    range: nameRange,
    nameRange,
    ...(data === undefined ? {} : { dataRange: data }),
  });
  const stateRange = stateElement === undefined ? undefined : innerRange(stateElement, context.text);
  const itself: PolicyEntry = { kind: 'policy', name, category, state, evidence: evidence(stateRange), ...context.common };
  const found = context.side === undefined ? undefined : namedPolicy(context.side, category, name);
  if (found === undefined || context.side === undefined || state === 'notConfigured') {
    return { entries: [itself], faults: [], name, category, mapped: found !== undefined, language: found?.language };
  }
  const make = registryEntries(found.policy, context.side, context);
  const open: ('choice' | 'several' | 'none')[] = [];
  const entries = state === 'disabled' ? found.policy.writes.flatMap((write) => make.disabled(write, evidence(stateRange))) : enabled();
  function enabled(): readonly RegistryEntry[] {
    const pairs = pairElements(element, found?.policy.writes ?? []);
    return (found?.policy.writes ?? []).flatMap((write) => {
      if (write.kind === 'switch') return make.encoded(write.name, write.enabled, evidence(stateRange));
      const given = pairs.get(write);
      const content = given === undefined ? undefined : contentOf(given);
      if (given === undefined || content === undefined || content.kind === 'unknown') {
        open.push(given !== undefined ? 'choice' : hasElement(element, write) ? 'several' : 'none');
        return [];
      }
      const told = evidence(contentRange(given.element, context.text));
      if (content.kind === 'data' && write.kind !== 'list') return [make.set(write.name, content.data, told)];
      if (content.kind === 'nothing') return content.deleted && write.kind !== 'list' ? [make.act('deleteValue', found?.policy.key ?? '', write.name, told)] : [];
      return content.kind === 'list' && write.kind === 'list' ? make.list(write, content.names, content.additive, told) : [];
    });
  }
  const isEnglish = found.language === 'en';
  const [why] = open;
  return {
    entries: why === undefined ? entries : [...entries, itself],
    // In another language nothing can be said of a choice but that it is in another language, which is told once for the report.
    faults: why === undefined || !isEnglish ? [] : [xmlFault(context.document, 'reportChoiceUnknown', stateRange ?? nameRange, [name, why])],
    name,
    category,
    mapped: why === undefined,
    language: found.language,
  };
}

/** The text of a choice or of an input; the state of what has neither. */
function contentRange(element: XmlElement, text: string): TextRange | undefined {
  const value = childNamed(element, 'Value');
  const shown = value === undefined ? childNamed(element, 'State') : (childNamed(value, 'Name') ?? value);
  return shown === undefined ? undefined : innerRange(shown, text);
}

interface Maker {
  set(name: string, data: ValueData, evidence: Evidence): RegistryEntry;
  act(action: RegistryAction, key: string, name: string, evidence: Evidence): RegistryEntry;
  encoded(name: string, value: Encoded, evidence: Evidence): readonly RegistryEntry[];
  disabled(write: PolicyWrite, evidence: Evidence): readonly RegistryEntry[];
  list(write: Extract<PolicyWrite, { kind: 'list' }>, items: readonly (readonly [string, string])[], additive: boolean, evidence: Evidence): readonly RegistryEntry[];
}

function registryEntries({ key }: Policy, hive: 'machine' | 'user', { common }: ReportContext): Maker {
  const entry = (action: RegistryAction, at: string, name: string, evidence: Evidence, data?: ValueData): RegistryEntry => ({
    kind: 'registry', hive, key: at, name, type: data?.type, data: data?.bytes ?? new Uint8Array(), action, evidence, ...common,
  });
  const maker: Maker = {
    set: (name, data, evidence) => entry('set', key, name, evidence, data),
    act: entry,
    encoded: (name, value, evidence) =>
      value === null ? [entry('deleteValue', key, name, evidence)] : [entry('set', key, name, evidence, typeof value === 'number' ? dwordData(value) : stringData(value))],
    disabled: (write, evidence) =>
      write.kind === 'list' ? [entry('deleteAllValues', `${key}\\${write.key}`, '', evidence)] : maker.encoded(write.name, whenDisabled(write), evidence),
    list: (write, items, additive, evidence) => {
      const at = `${key}\\${write.key}`;
      const cleared = additive ? [] : [entry('deleteAllValues', at, '', evidence)];
      return [...cleared, ...items.map(([name, text]) => entry('set', at, name, evidence, stringData(text)))];
    },
  };
  return maker;
}
