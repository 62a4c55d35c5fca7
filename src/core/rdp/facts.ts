// Look-ups over the facts that are no registry values: the article's mistakes, codes of a failed start, rights, accounts, rules of the
// firewall, translated names of policies. Numbers and ids in, a row of its table out.

import { articleErrors, type ArticleError } from './facts/articleErrors';
import { firewallRules, type KnownFirewallRule } from './facts/firewallRules';
import { localisedNames, reportLanguages, type LocalisedName } from './facts/localisedNames';
import { startErrors, type StartError } from './facts/serviceFacts';
import { systemFacts, type SystemFact } from './facts/systemFacts';
import { principals, userRights, type Principal, type UserRight } from './facts/userRights';
import { once } from './once';

const articleErrorByNumber = /* @__PURE__ */ once(() => new Map<number, ArticleError>(articleErrors.map((row) => [row.number, row])));
const startErrorByCode = /* @__PURE__ */ once(() => new Map<number, StartError>(startErrors.map((row) => [row.code, row])));
const rightById = /* @__PURE__ */ once(() => new Map<string, UserRight>(userRights.map((row) => [row.id.toLowerCase(), row])));
const principalBySid = /* @__PURE__ */ once(() => new Map<string, Principal>(principals.map((row) => [row.sid, row])));
const ruleById = /* @__PURE__ */ once(() => new Map<string, KnownFirewallRule>(firewallRules.map((row) => [row.id.toLowerCase(), row])));
const systemFactById = /* @__PURE__ */ once(() => new Map<string, SystemFact>(systemFacts.map((row) => [row.id, row])));
const nameByText = /* @__PURE__ */ once(() => {
  const found = new Map<string, LocalisedName>();
  for (const row of localisedNames) {
    for (const language of reportLanguages) found.set(row.names[language].toLowerCase(), row);
  }
  return found;
});

export function findArticleError(number: number): ArticleError | undefined {
  return articleErrorByNumber().get(number);
}

/** The meaning of the code with which TermService did not start. */
export function findStartError(code: number): StartError | undefined {
  return startErrorByCode().get(code);
}

export function findUserRight(id: string): UserRight | undefined {
  return rightById().get(id.toLowerCase());
}

/** `sid` with or without the asterisk of a security template. */
export function findPrincipal(sid: string): Principal | undefined {
  return principalBySid().get(sid.replace(/^\*/, '').toUpperCase());
}

export function findFirewallRule(id: string): KnownFirewallRule | undefined {
  return ruleById().get(id.toLowerCase());
}

export function findSystemFact(id: string): SystemFact | undefined {
  return systemFactById().get(id);
}

/** The folder or policy that a report in one of the known languages calls so. */
export function findLocalisedName(name: string): LocalisedName | undefined {
  return nameByText().get(name.toLowerCase());
}
