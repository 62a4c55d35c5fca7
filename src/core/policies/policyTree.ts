// The Policies view as plain data: conflicts first, then each GPO with what it sets about Remote Desktop by the article's symptoms, then
// the GPOs that say nothing about it. A node says its verdict in words; where it can be pointed at, it names the statement.

import type { FileBeside } from '../diagnosis/serverSight';
import { message, type Message } from '../messages/message';
import type { Finding, Severity } from '../rules/rule';
import { targetIn, type Target } from './readPolicyFile';
import { conflictsOf, placeOf, type Conflict } from './conflicts';
import { symptomTitles } from './effectiveText';
import type { Gpo } from './gpo';
import { factsOf, looseFindings, targetOf, type PolicyFact, type Said } from './policyFacts';

export interface PolicyNode {
  /** Unique in the tree, and the same after it was read again. */
  readonly id: string;
  readonly kind: 'conflicts' | 'conflict' | 'side' | 'gpo' | 'symptom' | 'fact' | 'finding' | 'silent';
  readonly label: Said;
  /** Joined with a dot. */
  readonly description: readonly Said[];
  /** Lines of the tooltip. */
  readonly details: readonly Said[];
  /** `none`: nothing was found to say about it, or nothing is looked for. */
  readonly state: Severity | 'none';
  /** What a click opens. */
  readonly target: Target | undefined;
  readonly children: readonly PolicyNode[];
}

const weights: Readonly<Record<PolicyNode['state'], number>> = { error: 4, warning: 3, information: 2, hint: 1, none: 0 };

export function policyTree(gpos: readonly Gpo[], locals: readonly FileBeside[]): readonly PolicyNode[] {
  const conflicts = conflictsOf(gpos, locals).map(conflictNode);
  const nodes = gpos.map(gpoNode);
  const silent = nodes.filter(({ children }) => children.length === 0);
  return [
    ...(conflicts.length === 0 ? [] : [{ ...bare('conflicts', 'conflicts', message('policies.conflicts')), description: [message('policies.places', conflicts.length)], state: 'warning' as const, children: conflicts }]),
    ...nodes.filter(({ children }) => children.length > 0),
    ...(silent.length === 0 ? [] : [{ ...bare('silent', 'silent', message('policies.silent')), description: [String(silent.length)], children: silent }]),
  ];
}

function bare(id: string, kind: PolicyNode['kind'], label: Said): PolicyNode {
  return { id, kind, label, description: [], details: [], state: 'none', target: undefined, children: [] };
}

function worst(nodes: readonly Pick<PolicyNode, 'state'>[]): PolicyNode['state'] {
  return nodes.reduce<PolicyNode['state']>((found, { state }) => (weights[state] > weights[found] ? state : found), 'none');
}

function conflictNode({ id, kind, title, name, where, sides, outcomes }: Conflict): PolicyNode {
  const told = sides.map(({ source, local, data, meaning, at, target }, index): PolicyNode => ({
    ...bare(`${id}\n${String(index)} ${at}`, 'side', source),
    description: [...(meaning === undefined ? [] : [meaning]), data],
    details: [local ? message('policies.localFile') : message('policies.ofGpo', source), at],
    target,
  }));
  // Several files may set one value: without theirs, such rows would look the same.
  const file = kind === 'overridden' ? sides.slice(0, 1).map(({ source }) => source) : [];
  return {
    ...bare(id, 'conflict', title),
    description: [...file, ...(name === '' ? [] : [name]), kind === 'differ' ? message('policies.differ', outcomes, sides.length) : message('policies.overridden')],
    details: [where],
    state: 'warning',
    target: sides[0]?.target,
    children: told,
  };
}

function gpoNode(gpo: Gpo): PolicyNode {
  const facts = factsOf(gpo);
  const id = `gpo ${gpo.id}`;
  const groups = symptomTitles.flatMap(({ symptom, title }): readonly PolicyNode[] => {
    const children = facts.filter((fact) => fact.symptom === symptom).map((fact, index) => factNode(`${id}\n${String(symptom)} ${String(index)} ${fact.id}`, fact));
    return children.length === 0 ? [] : [{ ...bare(`${id}\nsymptom ${String(symptom)}`, 'symptom', title), state: worst(children), children }];
  });
  const loose = looseFindings(gpo, facts).map((finding, index) => findingNode(`${id}\nfinding ${String(index)}`, finding, gpo));
  const other = loose.length === 0 ? [] : [{ ...bare(`${id}\nfindings`, 'symptom', message('policies.inFiles')), state: worst(loose), children: loose }];
  const count = facts.length === 0 ? message('policies.nothing') : facts.length === 1 ? message('policies.setting') : message('policies.settings', facts.length);
  return {
    ...bare(id, 'gpo', gpo.name),
    description: [count, ...gpo.disabled.map((half) => message(`policies.disabled.${half}`)), ...(gpo.kind === 'merged' ? [message('policies.merged')] : []), ...verdicts(gpo.findings)],
    details: [...(gpo.guid === undefined ? [] : [gpo.guid]), gpo.where],
    state: worst(gpo.findings.map(({ severity }) => ({ state: severity }))),
    children: [...groups, ...other],
  };
}

function verdicts(findings: readonly Finding[]): readonly Message[] {
  const of = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [of('error'), of('warning')];
  return [
    ...(errors === 0 ? [] : [errors === 1 ? message('policies.error') : message('policies.errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? message('policies.warning') : message('policies.warnings', warnings)]),
  ];
}

function factNode(id: string, fact: PolicyFact): PolicyNode {
  const data = typeof fact.data === 'string' && fact.name !== '' ? `${fact.name} = ${fact.data}` : fact.data;
  const name = typeof fact.data === 'string' || fact.name === '' ? [] : [fact.name];
  const gives = fact.effect === 'ifAbsent' ? [message('policies.ifAbsent')] : [];
  return {
    ...bare(id, 'fact', fact.title),
    description: [...(fact.meaning === undefined ? [] : [fact.meaning]), ...name, data, ...gives],
    details: [fact.where, message(`policies.phase.${fact.phase}`), placeOf(fact), ...fact.findings.map(({ message: says }) => says)],
    state: worst(fact.findings.map(({ severity }) => ({ state: severity }))),
    target: targetOf(fact),
  };
}

function findingNode(id: string, { message: says, code, severity, evidence }: Finding, { files }: Gpo): PolicyNode {
  const file = files.find(({ document }) => document === evidence.document);
  return { ...bare(id, 'finding', says), description: [code], state: severity, target: file === undefined ? undefined : targetIn(file, evidence.range.start) };
}
