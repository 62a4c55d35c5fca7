// Keys that look like `…\Control\Terminal Server\WinStations\RDP-Tcp` and are not: Windows reads nothing there and says nothing.
// One of them, `…\Control\Remote Desktop server\WinStations`, stands in Microsoft's own article 2477176, where a rename of the product
// also renamed the key. Any child of WinStations may be a listener of its own, so only slips of `RDP-Tcp` are taken for slips.

import type { Hive } from '../registry/hives';
import { numberedControlSet, type RegistryKey } from '../registry/place';
import { editDistance } from '../text/editDistance';

export interface NearMiss {
  /** The key that was meant, with the control set as spelled. */
  readonly to: RegistryKey;
  /**
   * `article`: the key of Microsoft's article. `path`: another slip on the way to the listeners. `listener`: a slip in the listener's
   * own name, the one part that may also be a name on purpose. `hive`: right but for the root key.
   */
  readonly slip: 'article' | 'path' | 'listener' | 'hive';
}

const MACHINE: Hive = 'HKEY_LOCAL_MACHINE';
const ARTICLE_NAME = 'remote desktop server';
// Names the product has or had, which people put where the key kept its first one.
const otherNames: ReadonlySet<string> = new Set([ARTICLE_NAME, 'remote desktop services', 'remote desktop', 'terminal services']);
const SLIPS = 2;
// SYSTEM, the control set, Control, Terminal Server, WinStations.
const UP_TO_WINSTATIONS = 5;

/** The key that was probably meant, or undefined where the key is right, or is another key altogether. */
export function findNearMiss(key: RegistryKey): NearMiss | undefined {
  const found = key.path.split('\\');
  const [system = '', set = '', control = '', server = '', ...below] = found;
  if (system.toLowerCase() !== 'system' || server === '') return undefined; // HKLM\SYSTEM1 and its like are loaded offline hives
  const above = [fixSet(set, key.path), fix(control, 'Control', 1), fixServer(server)];
  if (above.includes(undefined)) return undefined;
  const meant = [system, ...above, ...fixBelow(below)];
  const to: RegistryKey = { hive: MACHINE, path: meant.join('\\') };
  if (key.hive === 'HKEY_CURRENT_USER') return to.path === key.path ? { to, slip: 'hive' } : undefined;
  if (key.hive !== MACHINE || to.path === key.path) return undefined;
  if (server.toLowerCase() === ARTICLE_NAME) return { to, slip: 'article' };
  const rightUpToListener = meant.slice(0, UP_TO_WINSTATIONS).every((part, index) => part === found[index]);
  return { to, slip: rightUpToListener ? 'listener' : 'path' };
}

function fixSet(set: string, path: string): string | undefined {
  return numberedControlSet({ hive: MACHINE, path }) === undefined ? fix(set, 'CurrentControlSet', SLIPS) : set;
}

function fixServer(server: string): string | undefined {
  return otherNames.has(server.toLowerCase()) ? 'Terminal Server' : fix(server, 'Terminal Server', SLIPS);
}

/** What follows `Terminal Server`: WinStations and the listener, either of which may be misspelt, and WinStations may be missing. */
function fixBelow(below: readonly string[]): readonly string[] {
  const [first, second, ...rest] = below;
  if (first === undefined) return below;
  if (isListenerSlip(first) || first.toLowerCase() === 'rdp-tcp') return ['WinStations', 'RDP-Tcp', ...below.slice(1)];
  const winStations = fix(first, 'WinStations', SLIPS);
  if (winStations === undefined || second === undefined) return [winStations ?? first, ...below.slice(1)];
  return [winStations, isListenerSlip(second) ? 'RDP-Tcp' : second, ...rest];
}

/** `RDP_Tcp`, `RDPTcp`, `RDP-Tpc`, `RDP-Tcp ` with its blank; not `RDP-Tcp 2`, which is how people call a second listener. */
function isListenerSlip(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.trim() === 'rdp-tcp') return lower !== 'rdp-tcp';
  if (lower.startsWith('rdp-tcp')) return false;
  return editDistance(lower.replace(/[^a-z0-9]/g, ''), 'rdptcp', 1) !== undefined;
}

/** The name as spelled where it is right in all but case, the wanted name where it is a slip of it, else undefined. */
function fix(name: string, wanted: string, slips: number): string | undefined {
  const lower = name.toLowerCase();
  if (lower === wanted.toLowerCase()) return name;
  return editDistance(lower, wanted.toLowerCase(), slips) === undefined ? undefined : wanted;
}
