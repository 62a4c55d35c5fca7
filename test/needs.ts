// A test that needs a program npm does not carry says so; without the program it is a visible skip, or an error where
// `CI=true`. The harness (test/lab/components.mjs) decides what is there and passes on the names of what is not.
import type { Context } from 'mocha';

export function needs(context: Context, component: string): void {
  const missing = (process.env['RDP_DIAGNOSTICS_MISSING'] ?? '').split(',');
  if (!missing.includes(component)) return;
  console.log(`skipped: needs ${component}`);
  context.skip();
}
