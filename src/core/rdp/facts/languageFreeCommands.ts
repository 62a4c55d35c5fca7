// How to ask a Windows in any language: commands whose answers are numbers and constants, with the first Windows or PowerShell that has
// them. Source: Microsoft's references, schemas of Server 2019.

import type { Confidence } from '../setting';
import type { Sourced } from './fact';

export interface LanguageFreeCommand extends Sourced {
  readonly need: string;
  readonly command: string;
  readonly minimum: string;
}

function row(need: string, command: string, minimum: string, confidence: Confidence): LanguageFreeCommand {
  return { need, command, minimum, source: 'Microsoft, command and class references', confidence };
}

export function languageFreeCommands(): readonly LanguageFreeCommand[] {
  return [
    row('the listener and its process', 'Get-NetTCPConnection -State Listen -LocalPort <port>', 'Windows 8, Server 2012', 'M'),
    row('UDP', 'Get-NetUDPEndpoint -LocalPort <port>', 'Windows 8, Server 2012', 'M'),
    row('the listener, without those', 'netstat -ano; Get-CimInstance -Namespace root/StandardCimv2 MSFT_NetTCPConnection', 'any', 'M'),
    row('the service', `Get-CimInstance Win32_Service -Filter "Name='TermService'"`, 'PowerShell 3', 'H'),
    row('sessions', 'WTSEnumerateSessions', 'any', 'M'),
    row('sessions with a logon, no listeners', 'Get-CimInstance Win32_LogonSession', 'PowerShell 3', 'M'),
    row('sessions of a deployment', 'Get-RDUserSession', 'the Remote Desktop Services role', 'M'),
    row('values of the registry', 'Get-ItemProperty', 'PowerShell 2', 'H'),
    row('policy or local value', 'Win32_TSGeneralSetting, Win32_TerminalServiceSetting: PolicySource…', 'Windows Vista, Server 2008', 'H'),
    row('events', 'Get-WinEvent -FilterHashtable @{LogName=…;Id=…;StartTime=…}, then ToXml()', 'PowerShell 2, Windows Vista', 'H'),
    row('firewall', "Get-NetFirewallRule -Group '@FirewallAPI.dll,-28752'", 'Windows 8, Server 2012', 'H'),
    row('firewall, all policies merged', 'Get-NetFirewallRule -PolicyStore ActiveStore, with Get-NetFirewallPortFilter', 'Windows 8, Server 2012', 'M'),
    row('firewall of older systems', 'HNetCfg.FwPolicy2', 'Windows Vista', 'M'),
    row('members of Remote Desktop Users', "Get-LocalGroupMember -SID 'S-1-5-32-555'", 'Windows PowerShell 5.1; not on domain controllers, nor with members that no longer exist', 'M'),
    row('members, elsewhere', '[ADSI]"WinNT://./<translated name>,group"', 'PowerShell 2', 'M'),
    row('user rights', 'secedit /export /areas USER_RIGHTS /cfg <file>', 'Windows 2000; as administrator', 'H'),
    row('the system', 'Get-CimInstance Win32_OperatingSystem', 'PowerShell 3', 'H'),
    row('power', 'powercfg /q', 'Windows Vista', 'M'),
    row('power, by setting', 'Win32_PowerSettingDataIndex', 'Windows Vista', 'M'),
    row('policies in force', 'gpresult /x <file> /scope computer', 'Windows Vista SP1', 'M'),
    row('JSON', 'ConvertTo-Json -Depth <n> -Compress', 'PowerShell 3', 'H'),
    row('PowerShell over SSH', 'powershell -NoProfile -NonInteractive -EncodedCommand <UTF-16LE in base64>', 'OpenSSH for Windows', 'M'),
    row('PowerShell over SSH, without progress records', "$ProgressPreference='SilentlyContinue'", 'OpenSSH for Windows', 'M'),
    row('PowerShell over SSH, in UTF-8', '[Console]::OutputEncoding=[Text.Encoding]::UTF8', 'OpenSSH for Windows', 'M'),
    row('any of these', 'Windows PowerShell 5.1: version 7 has no Get-WmiObject and another Get-LocalGroupMember', 'PowerShell 7', 'M'),
  ];
}
