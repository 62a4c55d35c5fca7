// Patterns as ssh writes them: `*` and `?`, lists by comma in which `!` says no. Source: ssh_config(5), "PATTERNS". There are no classes
// and no escapes. No regular expression is made: a hostile file could choose one that takes for ever.

/** Case counts. Takes at most the product of both lengths. */
export function matchesPattern(text: string, pattern: string): boolean {
  let at = 0;
  let star = -1;
  let resumeAt = 0;
  let p = 0;
  while (at < text.length) {
    const wanted = pattern[p];
    if (wanted === '*') {
      star = p++;
      resumeAt = at;
    } else if (wanted === '?' || wanted === text[at]) {
      p++;
      at++;
    } else if (star >= 0) {
      // The last star takes one more character. Earlier stars need not: they have already matched as little as they could.
      p = star + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Whether one of `patterns` accepts and none of those with `!` does. Names of hosts are compared in lower case by the caller. */
export function matchesList(text: string, patterns: readonly string[]): boolean {
  let accepted = false;
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) {
      if (matchesPattern(text, pattern.slice(1))) return false;
    } else {
      accepted ||= matchesPattern(text, pattern);
    }
  }
  return accepted;
}
