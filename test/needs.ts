// A test that needs a program npm does not carry says so; without the program it is a visible skip, or an error where
// `CI=true`. The harness (test/lab/components.mjs) decides what is there and passes on the names of what is not.
import type { Context } from 'mocha';
import { networkInterfaces } from 'node:os';

export function needs(context: Context, component: string): void {
  const missing = (process.env['RDP_DIAGNOSTICS_MISSING'] ?? '').split(',');
  if (missing.includes(component)) skipWithout(context, component);
}

/** What is missing is said where the skip is counted: a silent one looks like a test that passed. */
export function skipWithout(context: Context, what: string): never {
  console.log(`skipped: needs ${what}`);
  return context.skip();
}

/** For tests of what only one family of systems does; elsewhere there is nothing to be installed. */
export function needsSystem(context: Context, system: 'Linux' | 'Unix'): void {
  const here = system === 'Linux' ? process.platform === 'linux' : process.platform !== 'win32';
  if (!here) skipWithout(context, system);
}

/** For tests that make users of this machine. */
export function needsRoot(context: Context): void {
  if (process.getuid?.() === 0) return;
  if (process.env['CI'] === 'true') throw new Error('needs root (with CI=true a skipped test is an error)');
  skipWithout(context, 'root');
}

/** For tests that listen at ::1, which a machine can have switched off. */
export function needsIpv6(context: Context): void {
  const addresses = Object.values(networkInterfaces()).flatMap((ofInterface) => ofInterface ?? []);
  if (!addresses.some(({ address }) => address === '::1')) skipWithout(context, 'IPv6');
}
