// A test that needs a program npm does not carry says so; without the program it is a visible skip, or an error where
// `CI=true`. The harness (test/lab/components.mjs) decides what is there and passes on the names of what is not.
import type { Context } from 'mocha';

export function needs(context: Context, component: string): void {
  const missing = (process.env['RDP_DIAGNOSTICS_MISSING'] ?? '').split(',');
  if (!missing.includes(component)) return;
  console.log(`skipped: needs ${component}`);
  context.skip();
}

/** For tests that make users of this machine. */
export function needsRoot(context: Context): void {
  if (process.getuid?.() === 0) return;
  if (process.env['CI'] === 'true') throw new Error('needs root (with CI=true a skipped test is an error)');
  console.log('skipped: needs root');
  context.skip();
}
