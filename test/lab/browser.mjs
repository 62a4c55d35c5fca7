// The browser the workbench runs in: Debian's Chromium (or any other found by components.mjs) through playwright-core.
import { findChromium } from './components.mjs';

const ARGUMENTS = [
  '--no-sandbox', // root in a container cannot have one; the only pages opened are our own, on loopback
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<import("playwright-core").Browser>} */
export async function launchBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge was found; set CHROMIUM_PATH');
  const { chromium } = await import('playwright-core'); // late: this file is also imported before dependencies exist
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
