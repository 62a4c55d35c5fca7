# A recording of a German Windows Server 2019, written for these tests in the shapes Windows answers in: it stands in for what exists
# only on Windows. Put at the end of the collector's library, it replaces the functions of the same names there. Nothing here is Windows.
class RecordedKey {
  [string]$path
  [hashtable]$tree
  RecordedKey([string]$path, [hashtable]$tree) { $this.path = $path; $this.tree = $tree }
  [object] OpenSubKey([string]$name) {
    $whole = "$($this.path)\$name".TrimStart('\')
    if ($whole -match 'Doomed$') { throw [IO.IOException]::new('Illegal operation attempted on a registry key that has been marked for deletion.') }
    if ($whole -match 'GracePeriod$') { throw [Security.SecurityException]::new('Der angeforderte Registrierungszugriff ist unzul' + [char]0xe4 + 'ssig.') }
    foreach ($key in $this.tree.GetEnumerator()) { if ($key.Key -eq $whole -or $key.Key.StartsWith("$whole\", 'OrdinalIgnoreCase')) { return [RecordedKey]::new($whole, $this.tree) } }
    return $null
  }
  [hashtable] Own() {
    foreach ($key in $this.tree.GetEnumerator()) { if ($key.Key -eq $this.path) { return $key.Value } }
    return @{}
  }
  [string[]] GetValueNames() { return @($this.Own().GetEnumerator() | ForEach-Object { $_.Key }) }
  [string[]] GetSubKeyNames() {
    $names = [Collections.Generic.SortedSet[string]]::new()
    foreach ($key in $this.tree.GetEnumerator()) {
      if (!$this.path) { [void]$names.Add($key.Key.Split('\')[0]) }
      elseif ($key.Key.StartsWith("$($this.path)\", 'OrdinalIgnoreCase')) { [void]$names.Add($key.Key.Substring($this.path.Length + 1).Split('\')[0]) }
    }
    return @($names)
  }
  [object] GetValue([string]$name) { return $this.GetValue($name, $null, 0) }
  [object] GetValue([string]$name, [object]$otherwise, [object]$options) {
    foreach ($value in $this.Own().GetEnumerator()) { if ($value.Key -eq $name) { return $value.Value } }
    return $otherwise
  }
  [int] GetValueKind([string]$name) {
    $data = $this.GetValue($name)
    if ($data -is [int]) { return 4 }
    if ($data -is [long]) { return 11 }
    if ($data -is [string[]]) { return 7 }
    # REG_NONE is -1 in .NET.
    if ($data -is [byte[]]) { if ($data.Length -eq 0) { return -1 }; return 3 }
    return 1
  }
  [void] Close() { }
}

class RecordedEvent {
  [int]$Id
  [object]$Qualifiers
  [byte]$Level
  [object]$TimeCreated
  [string]$xml
  [string] ToXml() { return $this.xml }
  [void] Dispose() { }
}

class RecordedReader {
  [object[]]$events
  [int]$at = 0
  [object] ReadEvent() { if ($this.at -ge $this.events.Count) { return $null }; $this.at++; return $this.events[$this.at - 1] }
  [void] Dispose() { }
}

$umlaut = [char]0xe4
$listener = 'SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp'
$recordedTree = @{
  'SYSTEM\CurrentControlSet\Control\Terminal Server' = @{ fDenyTSConnections = 0; ProductVersion = '5.1'; RCDependentServices = [string[]]@('CertPropSvc') }
  $listener = @{ PortNumber = 3390; UserAuthentication = 1; Comment = "L$($umlaut)uft `"gut`"$([char]::ConvertFromUtf32(0x1F600))"; Password = 'geheim'; fResetBroken = -2; Odd = [long]-2; Odder = [byte[]]@(); SSLCertificateSHA1Hash = [byte[]](171, 205) }
  'SYSTEM\CurrentControlSet\Control\Terminal Server\Doomed' = @{}
  'SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\Console' = @{ fEnableWinStation = 1 }
  'SYSTEM\CurrentControlSet\Control\Terminal Server\RCM' = @{ 'X509 Certificate' = [byte[]](1, 2, 3) }
  'SYSTEM\CurrentControlSet\Control\Terminal Server\RCM\GracePeriod' = @{}
  'SYSTEM\CurrentControlSet\Control\Terminal Server\RCM\Licensing Core' = @{ LicensingMode = 4 }
  'SYSTEM\CurrentControlSet\Services\TermService' = @{ Start = 3; ImagePath = '%SystemRoot%\System32\svchost.exe -k NetworkService'; ObjectName = 'NT Authority\NetworkService' }
  'SYSTEM\CurrentControlSet\Services\TermService\Parameters' = @{ ServiceDll = '%SystemRoot%\System32\termsrv.dll' }
  'SYSTEM\CurrentControlSet\Services\TermServLicensing' = @{ Start = 2 }
  'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules' = @{ 'RemoteDesktop-UserMode-In-TCP' = 'v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Svc=termservice|EmbedCtxt=@FirewallAPI.dll,-28752|'; Web = 'v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=80|' }
  'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\DomainProfile' = @{ EnableFirewall = 1; DefaultInboundAction = 1 }
  'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\StandardProfile' = @{ EnableFirewall = 1; DoNotAllowExceptions = 1 }
  'SYSTEM\CurrentControlSet\Control\ProductOptions' = @{ ProductType = 'ServerNT' }
  'SOFTWARE\Microsoft\Windows NT\CurrentVersion' = @{ CurrentBuildNumber = '17763'; CurrentMajorVersionNumber = 10; CurrentMinorVersionNumber = 0; UBR = 5458; EditionID = 'ServerStandard'; InstallationType = 'Server' }
  'SOFTWARE\Policies\Microsoft\WindowsFirewall\PublicProfile' = @{ AllowLocalPolicyMerge = 0 }
  'SOFTWARE\Policies\Microsoft\Power\PowerSettings\29f6c1db-86da-48c5-9fdb-f2b67b1f44da' = @{ AcSettingIndex = -1 }
  'S-1-5-21-1-2-3-1001\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' = @{ MaxIdleTime = 60000 }
  'S-1-5-21-1-2-3-1001_Classes\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' = @{ MaxIdleTime = 1 }
}
function Hive([string]$name) { [RecordedKey]::new('', $recordedTree) }
function ControllerState([string]$name) { 4 }

function Get-CimInstance {
  param($Namespace, $ClassName, $Filter, $OperationTimeoutSec)
  switch ($ClassName) {
    'Win32_ComputerSystem' { [pscustomobject]@{ Domain = "b$($umlaut)cker.example"; PartOfDomain = $true } }
    'Win32_OperatingSystem' { [pscustomobject]@{ OperatingSystemSKU = [uint32]7; LastBootUpTime = [DateTime]::new(2026, 11, 1, 3, 4, 5, [DateTimeKind]::Utc) } }
    'Win32_TerminalServiceSetting' { [pscustomobject]@{ TerminalServerMode = [uint32]1; LicensingType = [uint32]4; PolicySourceLicensingType = [uint32]1 } }
    'Win32_Service' { if ("$Filter" -match 'ProcessId') { [pscustomobject]@{ Name = 'TermService' } } else { [pscustomobject]@{ Name = 'TermService'; State = 'Running'; ProcessId = [uint32]4; ExitCode = [uint32]0 } } }
    'MSFT_NetTCPConnection' { [pscustomobject]@{ LocalAddress = '::'; LocalPort = [uint16]3390; OwningProcess = [uint32]4; State = [byte]2 } }
    'MSFT_NetConnectionProfile' { [pscustomobject]@{ NetworkCategory = [uint32]2 } }
    'Win32_Group' { [pscustomobject]@{ Name = 'Gruppe' + $Filter.Contains('544') } }
    'RSOP_GPO' { [pscustomobject]@{ id = 'CN={1}'; name = 'Terminalserver' } }
    'RSOP_RegistryPolicySetting' { [pscustomobject]@{ registryKey = 'Software\Policies\Microsoft\Windows NT\Terminal Services'; valueName = 'LicensingMode'; GPOID = 'CN={1}'; precedence = [uint32]1; deleted = $false } }
    'Win32_TSLicenseServer' { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
  }
}
function Get-CimAssociatedInstance {
  param($InputObject, $Association, $OperationTimeoutSec)
  if ($InputObject.Name -eq 'GruppeTrue') { [pscustomobject]@{ SID = 'S-1-5-21-1-2-3-500'; Domain = 'RDS'; Name = 'Administrator' } }
}
function MembersByAdsi([string]$sid) { Refuse 'notAvailable' 'not in the recording' }
function Invoke-CimMethod {
  param($InputObject, $MethodName, $Arguments, $OperationTimeoutSec)
  switch ($MethodName) {
    'GetGracePeriodDays' { [pscustomobject]@{ ReturnValue = [uint32]0; DaysLeft = [uint32]17 } }
    'GetSpecifiedLicenseServerList' { [pscustomobject]@{ ReturnValue = [uint32]0; SpecifiedLSList = [string[]]@('lic.example') } }
    'GetTStoLSConnectivityStatus' { [pscustomobject]@{ ReturnValue = [uint32]0; TsToLsConnectivityStatus = [uint32]6 } }
  }
}
function Run([string]$program, [string]$arguments) {
  if ($program -eq 'secedit.exe' -and $arguments -match '/cfg "([^"]+)"') {
    [IO.File]::WriteAllText($Matches[1], "[Unicode]`r`nUnicode=yes`r`n[Privilege Rights]`r`nSeNetworkLogonRight = *S-1-1-0`r`nSeRemoteInteractiveLogonRight = *S-1-5-32-544,B$($umlaut)cker`r`n", [Text.Encoding]::Unicode)
    return @{ code = 0; out = ''; err = '' }
  }
  if ($program -eq 'qwinsta.exe') {
    return @{ code = 0; err = ''; out = " SITZUNGSNAME      BENUTZERNAME             ID  STATUS  TYP         GER$($umlaut)T`r`n services                                    0  Getr.`r`n console           Leo                       3  Aktiv`r`n>rdp-tcp#2         Mia                       4  Aktiv`r`n                   Ida                       5  Getr.`r`n rdp-tcp                                 65537  Abh.`r`n" }
  }
  Refuse 'notAvailable' "$program is not in the recording"
}

function ChannelEnabled([string]$channel) {
  if ($channel -match 'Licensing/Operational') { throw [IO.FileNotFoundException]::new('Der angegebene Kanal wurde nicht gefunden.') }
  if ($channel -match 'Licensing/Admin') { return $false }
  if ($channel -match 'LocalSession') { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
  $true
}
function Recorded([int]$id, [int]$age, $qualifiers, [string]$body) {
  $one = [RecordedEvent]::new()
  $one.Id = $id
  $one.Level = 2
  $one.Qualifiers = $qualifiers
  $one.TimeCreated = [DateTime]::new(2026, 11, 20, 0, 0, 0, [DateTimeKind]::Utc).AddSeconds(-$age)
  $one.xml = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System/>$body</Event>"
  $one
}
$recordedEvents = @{
  'System/TermDD' = @(Recorded 56 5 49162 '<EventData><Data>\Device\Termdd</Data><Data>192.0.2.7</Data><Binary>0000B50000D0</Binary></EventData>')
  'System/Service Control Manager' = @(
    (Recorded 7036 1 16384 '<EventData><Data Name="param1">Remotedesktopdienste</Data><Binary>5400650072006D0053006500720076006900630065002F0031000000</Binary></EventData>'),
    (Recorded 7036 2 16384 '<EventData><Data Name="param1">Druckwarteschlange</Data><Binary>530070006F006F006C00650072002F0031000000</Binary></EventData>')
  )
  'Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational/Microsoft-Windows-TerminalServices-RemoteConnectionManager' = @(
    (Recorded 1149 3 $null "<UserData><EventXML xmlns='Event_NS'><Param1>Leo</Param1><Param2>RDS</Param2><Param3>192.0.2.9</Param3></EventXML></UserData>"),
    (Recorded 1136 4 $null '<EventData></EventData>'),
    (Recorded 20508 5 $null "<UserData><EventXML xmlns='Event_NS'><Param1>Leo</Param1><Param2>Mia</Param2></EventXML></UserData>")
  )
  'Microsoft-Windows-CAPI2/Operational/Microsoft-Windows-CAPI2' = @(
    (Recorded 30 1 $null "<UserData><CertVerifyCertificateChainPolicy><EventAuxInfo ProcessName='svchost.exe'/><Result value='0'></Result></CertVerifyCertificateChainPolicy></UserData>"),
    (Recorded 11 2 $null "<UserData><CertGetCertificateChain><ErrorStatus value='10000'/><EventAuxInfo ProcessName='svchost.exe'/><Result value='800B010A'>x</Result></CertGetCertificateChain></UserData>")
  )
}
function OpenEvents([string]$channel, [string]$query, [bool]$newestFirst) {
  $reader = [RecordedReader]::new()
  if ($query -notmatch "Name='([^']+)'") { $reader.events = @(Recorded 1 900000 $null ''); return $reader }
  # Only where it is asked for: ten thousand take a while.
  if ($channel -eq 'System' -and $Matches[1] -eq 'Schannel' -and !$recordedEvents.ContainsKey('System/Schannel')) {
    $recordedEvents['System/Schannel'] = @(1..10000 | ForEach-Object { Recorded 36887 $_ $null "<EventData><Data Name='AlertDesc'>$($_)</Data></EventData>" }) + @(Recorded 36870 9000 $null '<EventData><Data Name="Type">server</Data></EventData>')
  }
  $all = @($recordedEvents["$channel/$($Matches[1])"])
  $without = @([regex]::Matches($query, 'EventID!=([0-9]+)') | ForEach-Object { [int]$_.Groups[1].Value })
  $only = @([regex]::Matches($query, 'EventID=([0-9]+)') | ForEach-Object { [int]$_.Groups[1].Value })
  $reader.events = @($all | Where-Object { $null -ne $_ -and $without -notcontains $_.Id -and ($only.Count -eq 0 -or $only -contains $_.Id) })
  $reader
}
