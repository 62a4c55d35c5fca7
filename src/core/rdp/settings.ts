// THE table: every RDP setting this product knows, one row each, from the files of settings/. Sources are Microsoft's documentation,
// the administrative templates of Windows Server 2025 and exports of real machines, named per row. The policies that override a
// setting are in policies/, and settingTable.ts joins the two.

import { licensingSettings } from './settings/licensing';
import { listenerSettings } from './settings/listener';
import { listenerInheritance } from './settings/listenerInheritance';
import { listenerRedirection } from './settings/listenerRedirection';
import { listenerSessionSettings } from './settings/listenerSessions';
import { listenerStack } from './settings/listenerStack';
import { networkSettings } from './settings/network';
import { schannelSettings } from './settings/schannel';
import { securitySettings } from './settings/security';
import { terminalServerSettings } from './settings/terminalServer';
import { terminalServerState } from './settings/terminalServerState';
import { termServiceSettings } from './settings/termService';
import { winStationsSettings } from './settings/winStations';

export const settings = [
  ...terminalServerSettings,
  ...terminalServerState,
  ...listenerSettings,
  ...listenerSessionSettings,
  ...listenerInheritance,
  ...listenerRedirection,
  ...listenerStack,
  ...winStationsSettings,
  ...termServiceSettings,
  ...licensingSettings,
  ...securitySettings,
  ...schannelSettings,
  ...networkSettings,
] as const;

export type SettingId = (typeof settings)[number]['id'];
