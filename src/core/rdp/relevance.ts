// Which keys can matter to Remote Desktop at all: a cheap test by words, so that an export of a whole hive becomes observations only
// where some rule could look. Wider than the table of settings, because near misses of its keys count too.

import type { RegistryKey } from '../registry/place';

const WORDS =
  /terminal|remote ?desktop|win-?stations?|rdp|firewall|term ?serv|umrdpservice|sessionenv|certpropsvc|\\lsa|schannel|credssp|power|tcpip|licens|openssh|select$|session manager\\quota|policies\\explorer|workspaces|credentialsdelegation/i;

export function mayConcernRdp(key: RegistryKey): boolean {
  return WORDS.test(key.path);
}
