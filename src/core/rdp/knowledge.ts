// One door to what is known about Remote Desktop and is no value in the registry: events, codes, rights, rules of the firewall, mistakes
// of the article. No rule asks for it: whoever needs it loads this file on first use, with `import()`, so that it becomes a part of its
// own beside the linter. A test of the bundles refuses it anywhere else.

export { eventNumbers, findEvents } from './events';
export { findArticleError, findFirewallRule, findLocalisedName, findPrincipal, findStartError, findSystemFact, findUserRight } from './facts';
export { findErrorInfo } from './facts/errorInfo';
export { findKeyFact } from './facts/keyFacts';
export { languageFreeCommands } from './facts/languageFreeCommands';
