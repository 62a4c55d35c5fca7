// A rule that failed is a bug of ours: it is said with its stack, and the other rules still speak.

export function ruleErrorText(code: string, error: unknown): string {
  return `internal error in ${code}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
