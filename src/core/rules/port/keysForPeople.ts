// Two keys as a message shows them: without the long beginning they share, but with the last three parts, so that
// `…\Remote Desktop server\WinStations` and `…\Terminal Server\WinStations\RDP-Tcp` stand side by side.

import { keyText, type RegistryKey } from '../../registry/place';

const SHOWN_PARTS = 3;

export function keysForPeople(from: RegistryKey, to: RegistryKey): { readonly from: string; readonly to: string } {
  const [a, b] = [keyText(from).split('\\'), keyText(to).split('\\')];
  const shared = a.findIndex((part, index) => part !== b[index]);
  const hidden = Math.min(shared < 0 ? a.length : shared, Math.max(a.length, b.length) - SHOWN_PARTS);
  return { from: withoutParts(a, hidden), to: withoutParts(b, hidden) };
}

export function lastPart(key: RegistryKey): string {
  return key.path.slice(key.path.lastIndexOf('\\') + 1);
}

function withoutParts(parts: readonly string[], hidden: number): string {
  return hidden <= 0 ? parts.join('\\') : ['…', ...parts.slice(hidden)].join('\\');
}
