// THE table: every RDP setting this product knows, one row each. Sources are Microsoft's documentation, the ADMX templates of
// Windows Server 2025 and exports of real machines, named per row.

import type { Setting } from './setting';
import { valueType } from '../registry/valueData';

const localMachine = ['HKEY_LOCAL_MACHINE'] as const;
const terminalServer = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
const listener = `${terminalServer}\\WinStations\\{listener}`;
const policyPath = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';
const dword = [valueType.dword] as const;

export const settings = [
  {
    id: 'denyConnections',
    title: 'Remote Desktop connections refused',
    place: { hives: localMachine, path: terminalServer, name: 'fDenyTSConnections' },
    policy: {
      hives: localMachine,
      path: policyPath,
      name: 'fDenyTSConnections',
      id: 'TS_DISABLE_CONNECTIONS',
      title: 'Allow users to connect remotely by using Remote Desktop Services',
      category: 'Remote Desktop Session Host > Connections',
    },
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'new connections are accepted' },
        { value: 1, meaning: 'new connections are refused, existing sessions stay' },
      ],
    },
    standard: 1,
    restart: 'none',
    symptom: 1,
    confidence: 'H',
    source: 'TerminalServer.admx 2025; Microsoft, Troubleshoot an RDP general error',
  },
  {
    id: 'listener.portNumber',
    title: 'Port of the listener, TCP and UDP',
    place: { hives: localMachine, path: listener, name: 'PortNumber' },
    types: dword,
    domain: { kind: 'range', min: 1, max: 65535, unit: 'port' },
    standard: 3389,
    restart: 'termService',
    symptom: 2,
    confidence: 'H',
    source: 'Microsoft, Change the listening port for Remote Desktop; registry export',
  },
  {
    id: 'listener.securityLayer',
    title: 'Security layer of the listener',
    place: { hives: localMachine, path: listener, name: 'SecurityLayer' },
    policy: {
      hives: localMachine,
      path: policyPath,
      name: 'SecurityLayer',
      id: 'TS_SECURITY_LAYER_POLICY',
      title: 'Require use of specific security layer for remote (RDP) connections',
      category: 'Remote Desktop Session Host > Security',
    },
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'RDP security: the server is not authenticated' },
        { value: 1, meaning: 'Negotiate: TLS if the client can, otherwise RDP security' },
        { value: 2, meaning: 'TLS required' },
      ],
    },
    standard: 2,
    restart: 'nextConnection',
    symptom: 3,
    confidence: 'H',
    source: 'TerminalServer.admx 2025; Win32_TSGeneralSetting.SetSecurityLayer; registry export',
  },
  {
    id: 'listener.minEncryptionLevel',
    title: 'Encryption level of native RDP security',
    place: { hives: localMachine, path: listener, name: 'MinEncryptionLevel' },
    policy: {
      hives: localMachine,
      path: policyPath,
      name: 'MinEncryptionLevel',
      id: 'TS_ENCRYPTION_POLICY',
      title: 'Set client connection encryption level',
      category: 'Remote Desktop Session Host > Security',
    },
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 1, meaning: 'Low: 56-bit, from client to server only' },
        { value: 2, meaning: 'Client Compatible: the strongest the client supports' },
        { value: 3, meaning: 'High: 128-bit both ways' },
        { value: 4, meaning: 'FIPS Compliant' },
      ],
    },
    standard: 2,
    restart: 'nextLogon',
    symptom: 3,
    confidence: 'H',
    source: 'TerminalServer.admx 2025; Win32_TSGeneralSetting; registry export',
  },
  {
    id: 'listener.userAuthentication',
    title: 'Network Level Authentication required',
    place: { hives: localMachine, path: listener, name: 'UserAuthentication' },
    policy: {
      hives: localMachine,
      path: policyPath,
      name: 'UserAuthentication',
      id: 'TS_USER_AUTHENTICATION_POLICY',
      title: 'Require user authentication for remote connections by using Network Level Authentication',
      category: 'Remote Desktop Session Host > Security',
    },
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'not required' },
        { value: 1, meaning: 'required' },
      ],
    },
    standard: 1,
    restart: 'nextConnection',
    symptom: 3,
    confidence: 'H',
    source: 'TerminalServer.admx 2025; registry export',
  },
  {
    id: 'listener.enabled',
    title: 'Listener enabled',
    place: { hives: localMachine, path: listener, name: 'fEnableWinStation' },
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 0, meaning: 'the listener is off' },
        { value: 1, meaning: 'the listener is on' },
      ],
    },
    standard: 1,
    restart: 'termService',
    symptom: 1,
    confidence: 'H',
    source: 'Microsoft, Troubleshoot an RDP general error; Win32_Terminal',
  },
] as const satisfies readonly Setting[];

export type SettingId = (typeof settings)[number]['id'];
