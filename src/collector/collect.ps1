# RDP Diagnostics: the collector. Looks at one Windows machine and prints a snapshot as JSON; changes nothing. The one exception:
# secedit writes its export and its log to two temporary files, which are removed in the same step.
# Runs in Windows PowerShell 5.1 and PowerShell 7. Each section runs in a worker runspace with a limit of time and of size; one that
# hangs is left behind with its worker and the next begins in a new one. A section that fails gives a reason; the run goes on.

$watch = [Diagnostics.Stopwatch]::StartNew()

$library = {
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$gaps = [Collections.Generic.List[object]]::new()
$cimHung = [Collections.Generic.List[object]]::new()
# A 32-bit PowerShell finds the programs of the 64-bit Windows under this name only.
$folder = 'System32'
if ([Environment]::Is64BitOperatingSystem -and ![Environment]::Is64BitProcess) { $folder = 'Sysnative' }
$system32 = [IO.Path]::Combine("$env:SystemRoot", $folder)
$invariant = [Globalization.CultureInfo]::InvariantCulture
$termServer = 'SYSTEM\CurrentControlSet\Control\Terminal Server'
$policies = 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services'
$firewallPolicy = 'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy'

# --- JSON, because ConvertTo-Json differs between versions in depth, arrays and order ---

function Quote([string]$text) {
  if ($text -cnotmatch '[^ !#-\[\]-~]') { return '"' + $text + '"' }
  $to = [Text.StringBuilder]::new('"')
  foreach ($letter in $text.ToCharArray()) {
    $code = [int]$letter
    if ($code -eq 34 -or $code -eq 92) { [void]$to.Append('\').Append($letter) }
    elseif ($code -lt 32 -or $code -gt 126) { [void]$to.Append('\u').Append($code.ToString('x4')) }
    else { [void]$to.Append($letter) }
  }
  [void]$to.Append('"')
  $to.ToString()
}

function WriteJson($value, [Text.StringBuilder]$to) {
  if ($null -eq $value) { [void]$to.Append('null'); return }
  if ($value -is [bool]) { if ($value) { [void]$to.Append('true') } else { [void]$to.Append('false') }; return }
  if ($value -is [string]) { [void]$to.Append((Quote $value)); return }
  $first = $true
  if ($value -is [Collections.IDictionary]) {
    [void]$to.Append('{')
    # Not by the property Keys: a key of that name would stand before it.
    foreach ($entry in $value.GetEnumerator()) {
      if (!$first) { [void]$to.Append(',') }
      $first = $false
      [void]$to.Append((Quote "$($entry.Key)")).Append(':')
      WriteJson $entry.Value $to
    }
    [void]$to.Append('}')
    return
  }
  if ($value -is [Collections.IEnumerable]) {
    [void]$to.Append('[')
    foreach ($item in $value) {
      if (!$first) { [void]$to.Append(',') }
      $first = $false
      WriteJson $item $to
    }
    [void]$to.Append(']')
    return
  }
  if ($value -is [ValueType] -and $value -isnot [DateTime] -and $value -isnot [Guid] -and $value -isnot [char] -and $value -isnot [Enum]) {
    [void]$to.Append([Convert]::ToString($value, $invariant))
    return
  }
  [void]$to.Append((Quote "$value"))
}

function ToJson($value) {
  $to = [Text.StringBuilder]::new()
  WriteJson $value $to
  $to.ToString()
}

# --- Reasons ---

function Refuse([string]$reason, [string]$detail) {
  $problem = [InvalidOperationException]::new($detail)
  $problem.Data['reason'] = $reason
  throw $problem
}

# An access denied to a login without administrative rights is "notElevated": with them it may be seen.
function ReasonOf($problem) {
  $exception = $problem
  if ($problem -is [Management.Automation.ErrorRecord]) { $exception = $problem.Exception }
  $reason = 'failed'
  $last = $exception
  for ($inner = $exception; $null -ne $inner; $inner = $inner.InnerException) {
    $last = $inner
    if ($inner.Data.Contains('reason')) { return [ordered]@{ reason = "$($inner.Data['reason'])"; detail = $inner.Message } }
    $type = $inner.GetType().FullName
    if ($type -match 'UnauthorizedAccess|SecurityException|PrivilegeNotHeld') { $reason = 'accessDenied' }
    if ($type -match 'CommandNotFound|TypeLoad|DllNotFound|EntryPointNotFound|PlatformNotSupported|EventLogNotFound|FileNotFound|DirectoryNotFound|BadImageFormat') { $reason = 'notAvailable' }
    if ($type -match 'TimeoutException') { $reason = 'timedOut' }
    # ERROR_ACCESS_DENIED, ERROR_SERVICE_DOES_NOT_EXIST
    if ($type -match 'Win32Exception' -and $inner.NativeErrorCode -eq 5) { $reason = 'accessDenied' }
    if ($type -match 'Win32Exception' -and $inner.NativeErrorCode -eq 1060) { $reason = 'notAvailable' }
    if ("$($problem.FullyQualifiedErrorId)" -match '^TypeNotFound|CouldNotAutoLoadModule|CommandNotFound') { $reason = 'notAvailable' }
    if ($type -match 'CimException') {
      $code = "$($inner.NativeErrorCode)"
      if ($code -eq 'AccessDenied') { $reason = 'accessDenied' }
      if ($code -match '^(InvalidNamespace|InvalidClass|NotFound|NotSupported|MethodNotFound|MethodNotAvailable)$') { $reason = 'notAvailable' }
      # WBEM_S_TIMEDOUT, WBEM_E_TIMED_OUT
      if ($code -match 'Timeout|TimedOut' -or "$($inner.MessageId)" -match '0x0*40004$|0x80041069$') { $reason = 'timedOut' }
    }
    # E_ACCESSDENIED, WBEM_E_ACCESS_DENIED; WBEM_E_INVALID_NAMESPACE, _INVALID_CLASS, _NOT_FOUND,
    # ERROR_CALL_NOT_IMPLEMENTED, REGDB_E_CLASSNOTREG
    if (@(-2147024891, -2147217405) -contains $inner.HResult) { $reason = 'accessDenied' }
    if (@(-2147217394, -2147217392, -2147217406, -2147024776, -2147221164) -contains $inner.HResult) { $reason = 'notAvailable' }
  }
  if ($reason -eq 'accessDenied' -and $asked.elevated -eq $false) { $reason = 'notElevated' }
  $detail = "$($last.GetType().Name) 0x$($last.HResult.ToString('x8')): $($last.Message.Split("`n")[0].Trim())"
  if ($detail.Length -gt 300) { $detail = $detail.Substring(0, 300) }
  [ordered]@{ reason = $reason; detail = $detail }
}

function Miss([string]$what, $problem) {
  $gap = ReasonOf $problem
  $gap['what'] = $what
  $gaps.Add($gap)
}

function MissBecause([string]$what, [string]$reason, [string]$detail) {
  $gaps.Add([ordered]@{ what = $what; reason = $reason; detail = $detail })
}

# --- Programs, by full path, with a limit of time; only the process started here is ever ended ---

# Milliseconds until the section is left behind, less what it takes to tidy up.
function MsLeft { [Math]::Max(0, 1000 * $asked.sectionSeconds - 1500 - [int]$took.ElapsedMilliseconds) }

function Run([string]$program, [string]$arguments) {
  $path = [IO.Path]::Combine($system32, $program)
  if (![IO.File]::Exists($path)) { Refuse 'notAvailable' "$program is not there" }
  $start = [Diagnostics.ProcessStartInfo]::new($path, $arguments)
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $start.RedirectStandardInput = $true
  $process = [Diagnostics.Process]::Start($start)
  try {
    $process.StandardInput.Close()
    $out = $process.StandardOutput.ReadToEndAsync()
    $err = $process.StandardError.ReadToEndAsync()
    if (!$process.WaitForExit([Math]::Max(500, (MsLeft)))) {
      try { $process.Kill(); [void]$process.WaitForExit(500) } catch { }
      Refuse 'timedOut' "$program did not end in time"
    }
    if (!$out.Wait(1000)) { Refuse 'timedOut' "$program left its output open" }
    @{ code = $process.ExitCode; out = "$($out.Result)"; err = $(if ($err.Wait(500)) { "$($err.Result)" } else { '' }) }
  } finally { $process.Dispose() }
}

# --- CIM. One that hangs gets a third of the section's time, and is asked no more: what is known without it is still told ---

function CimSeconds {
  $left = [int][Math]::Floor((MsLeft) / 1000)
  if ($left -lt 1 -or $cimHung.Count -gt 0) { Refuse 'timedOut' 'no time is left to ask CIM' }
  [Math]::Min($left, [Math]::Max(1, [int]($asked.sectionSeconds / 3)))
}

function NoteHung($problem) { if ((ReasonOf $problem).reason -eq 'timedOut') { $cimHung.Add($true) } }

function Cim([string]$space, [string]$class, [string]$filter) {
  $seconds = CimSeconds
  try {
    if ($filter) { @(Get-CimInstance -Namespace $space -ClassName $class -Filter $filter -OperationTimeoutSec $seconds -ErrorAction Stop) }
    else { @(Get-CimInstance -Namespace $space -ClassName $class -OperationTimeoutSec $seconds -ErrorAction Stop) }
  } catch { NoteHung $_; throw }
}

# Only methods that ask: their names stand where it is called. @param $arguments a hash table, empty for none
function CimMethod($instance, [string]$name, $arguments) {
  Invoke-CimMethod -InputObject $instance -MethodName $name -Arguments $arguments -OperationTimeoutSec (CimSeconds) -ErrorAction Stop
}

function Whole($value) { if ($null -eq $value -or "$value" -notmatch '^-?[0-9]+$') { $null } else { [long]$value } }
function Word($value) { if ($null -eq $value -or "$value" -eq '') { $null } else { "$value" } }
function Utc([DateTime]$time) { $time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ', $invariant) }

# --- Registry: the 64-bit view everywhere; the 32-bit one stands under Wow6432Node ---

function Hive([string]$name) {
  $hive = [Microsoft.Win32.RegistryHive]::LocalMachine
  if ($name -eq 'HKEY_USERS') { $hive = [Microsoft.Win32.RegistryHive]::Users }
  [Microsoft.Win32.RegistryKey]::OpenBaseKey($hive, [Microsoft.Win32.RegistryView]::Registry64)
}

function Peek([string]$path, [string]$name) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return $null }
  # With the comma, because a function hands out what is in an array, not the array.
  try { , $key.GetValue($name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames) } finally { $key.Close() }
}

function IsKey([string]$path) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return $false }
  $key.Close()
  $true
}

function SubKeys([string]$path) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return }
  try { $key.GetSubKeyNames() } finally { $key.Close() }
}

function BytesOf($data, [int]$kind) {
  if ($data -is [byte[]]) { return , $data }
  if ($data -is [string[]]) {
    $text = ''
    foreach ($line in $data) { $text += $line + "`0" }
    return , [Text.Encoding]::Unicode.GetBytes($text + "`0")
  }
  if ($data -is [int]) { return , [BitConverter]::GetBytes($data) }
  if ($data -is [long]) { return , [BitConverter]::GetBytes($data) }
  if ($null -eq $data) { return , [byte[]]@() }
  , [Text.Encoding]::Unicode.GetBytes("$data" + "`0")
}

function Hex([byte[]]$bytes) { [BitConverter]::ToString($bytes).Replace('-', '').ToLowerInvariant() }

# Of secrets only the length is taken: key material of licensing, and whatever is called a password; of a name a listener logs on, too.
function ValueOf($key, [string]$name, [bool]$lengthsOnly) {
  $kind = [int]$key.GetValueKind($name)
  if ($kind -lt 0) { $kind = 0 }
  $bytes = BytesOf $key.GetValue($name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames) $kind
  $data = $null
  $secret = $lengthsOnly -or ($kind -ne 4 -and $name -match 'password|passwd|secret|^user ?name$|^callbacknumber$')
  if (!$secret -and $bytes.Length -le 32768) { $data = Hex $bytes }
  [ordered]@{ name = $name; type = $kind; data = $data; length = $bytes.Length }
}

# @{ hive; path; depth; lengths (pattern of paths), names (pattern of values), optional (leave out where absent), skip (pattern of sub-keys) }
function ReadKeys([hashtable]$wanted, $to) {
  $hiveName = 'HKEY_LOCAL_MACHINE'
  if ($wanted.hive) { $hiveName = $wanted.hive }
  $root = Hive $hiveName
  try { ReadKey $root $hiveName $wanted.path $wanted ([int]$wanted.depth) $to } finally { $root.Close() }
}

function ReadKey($root, [string]$hiveName, [string]$path, [hashtable]$wanted, [int]$depth, $to) {
  $values = [Collections.Generic.List[object]]::new()
  $seen = [ordered]@{ key = "$hiveName\$path"; state = 'present'; values = $values }
  if ($to.Count -ge 3000) {
    foreach ($gap in $gaps) { if ($gap.reason -eq 'tooLarge') { return } }
    MissBecause 'keys' 'tooLarge' "more than 3000 keys; the first one left out: $path"
    return
  }
  $key = $null
  try {
    $key = $root.OpenSubKey($path)
    if ($null -eq $key) {
      $seen['state'] = 'absent'
      if (!$wanted.optional) { $to.Add($seen) }
      return
    }
    $lengthsOnly = $false
    if ($wanted.lengths) { $lengthsOnly = $path -match $wanted.lengths }
    foreach ($name in $key.GetValueNames()) {
      if ($wanted.names -and $name -notmatch $wanted.names) { continue }
      try { $values.Add((ValueOf $key $name $lengthsOnly)) } catch { Miss "keys.$hiveName\$path\$name" $_ }
    }
    $to.Add($seen)
    if ($depth -gt 0) {
      foreach ($name in $key.GetSubKeyNames()) {
        if ($wanted.skip -and $name -match $wanted.skip) { continue }
        ReadKey $root $hiveName "$path\$name" $wanted ($depth - 1) $to
      }
    }
  } catch {
    $why = ReasonOf $_
    if ($why.reason -eq 'accessDenied' -or $why.reason -eq 'notElevated') { $seen['state'] = 'denied'; $to.Add($seen) }
    # Somebody may be deleting it right now.
    else { Miss "keys.$hiveName\$path" $_ }
  } finally { if ($null -ne $key) { $key.Close() } }
}

# Sub-keys that are listeners. An incomplete one has lost its port, so its name speaks for it.
function Listeners {
  foreach ($name in @(SubKeys "$termServer\WinStations")) {
    if ($name -eq 'Console') { continue }
    $path = "$termServer\WinStations\$name"
    if ($name -like 'RDP*' -or $null -ne (Peek $path 'PortNumber') -or $null -ne (Peek $path 'LoadableProtocol_Object')) { $name }
  }
}

function WantedPorts {
  $ports = [Collections.Generic.SortedSet[int]]::new()
  [void]$ports.Add(3389)
  if ($null -ne $asked.port) { [void]$ports.Add($asked.port) }
  foreach ($name in @(Listeners)) {
    $port = Peek "$termServer\WinStations\$name" 'PortNumber'
    if ($port -is [int] -and $port -gt 0 -and $port -lt 65536) { [void]$ports.Add($port) }
  }
  , $ports
}

function GetRegistry {
  $keys = [Collections.Generic.List[object]]::new()
  ReadKeys @{ path = $termServer; depth = 4; lengths = '\\RCM(\\(?!Licensing Core)|$)'; skip = '^(KeyboardType Mapping|VIDEO|SysProcs|TerminalTypes|AddIns|Utilities)$' } $keys
  foreach ($service in @('TermService', 'UmRdpService', 'SessionEnv')) {
    ReadKeys @{ path = "SYSTEM\CurrentControlSet\Services\$service" } $keys
    ReadKeys @{ path = "SYSTEM\CurrentControlSet\Services\$service\Parameters"; depth = 2; lengths = '\\Parameters$(?<=TermService\\Parameters)'; optional = $true } $keys
  }
  # Certificates stand there on Windows 2000 and 2003 only, the name of the DLL on every Windows.
  foreach ($seen in $keys) {
    if ($seen.key -notmatch '\\Services\\TermService\\Parameters$') { continue }
    foreach ($value in $seen.values) {
      if ($value.name -notmatch 'certificate' -and $value.type -ne 3) {
        $value['data'] = Hex (BytesOf (Peek 'SYSTEM\CurrentControlSet\Services\TermService\Parameters' $value.name) $value.type)
      }
    }
  }
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Services\TermServLicensing\Parameters'; optional = $true; names = '^(?!.*(Key|Secret))' } $keys
  ReadKeys @{ path = $policies; depth = 3 } $keys
  # Windows shows one key in both views; a difference is what somebody wrote by hand.
  $views = @{}
  foreach ($view in @('Policies', 'Wow6432Node\Policies')) {
    $views[$view] = [Collections.Generic.List[object]]::new()
    ReadKeys @{ path = "SOFTWARE\$view\Microsoft\Windows NT\Terminal Services"; depth = 1; optional = $true } $views[$view]
  }
  if ((ToJson $views['Policies']) -ne (ToJson $views['Wow6432Node\Policies']).Replace('SOFTWARE\\Wow6432Node\\', 'SOFTWARE\\')) { $keys.AddRange($views['Wow6432Node\Policies']) }
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Control\Lsa'; names = '^(disabledomaincreds|CrashOnAuditFail|LmCompatibilityLevel|RestrictSendingNTLMTraffic|DisableRestrictedAdmin|LimitBlankPasswordUse|NoLMHash|forceguest|SecureBoot|LsaCfgFlags|RunAsPPL)$' } $keys
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Control\Lsa\FIPSAlgorithmPolicy' } $keys
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Control\Lsa\MSV1_0'; optional = $true; names = '^(Restrict|NtlmMin)' } $keys
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL'; depth = 3 } $keys
  ReadKeys @{ path = 'SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002'; optional = $true } $keys
  ReadKeys @{ path = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System\CredSSP\Parameters' } $keys
  ReadKeys @{ path = 'SOFTWARE\Policies\Microsoft\Power\PowerSettings'; depth = 1 } $keys
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Control\Power'; names = '^Hib(ernateEnabled|ernateEnabledDefault)$' } $keys
  ReadKeys @{ path = 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'; names = '^KeepAlive(Time|Interval)$' } $keys
  ReadKeys @{ path = 'SYSTEM\Select'; optional = $true } $keys
  foreach ($path in @("$firewallPolicy\FirewallRules", 'SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules')) {
    try { ReadRuleValues $path $keys } catch { Miss "keys.HKEY_LOCAL_MACHINE\$path" $_ }
  }
  try {
    $users = Hive 'HKEY_USERS'
    foreach ($sid in $users.GetSubKeyNames()) {
      if ($sid -notmatch '^S-1-(5-21|12-1)-[0-9-]+$') { continue }
      ReadKeys @{ hive = 'HKEY_USERS'; path = "$sid\$policies"; depth = 2; optional = $true } $keys
      ReadKeys @{ hive = 'HKEY_USERS'; path = "$sid\Software\Microsoft\Windows\CurrentVersion\Policies\Explorer"; names = '^(NoDisconnect|NoNTSecurity)$'; optional = $true } $keys
    }
    $users.Close()
  } catch { Miss 'keys.HKEY_USERS' $_ }
  [ordered]@{ keys = $keys; listeners = @(Listeners) }
}

# --- Services ---

function ServiceNames { 'TermService', 'UmRdpService', 'SessionEnv', 'CertPropSvc', 'LSM', 'RpcSs', 'RpcEptMapper', 'DcomLaunch', 'mpssvc', 'BFE', 'TermServLicensing', 'Netlogon', 'W32Time' }

# sc queryex is translated in its labels, not in its order: type, state, exit code, own exit code, checkpoint, hint, PID, flags.
function ScQuery([string]$name) {
  $numbers = @()
  foreach ($line in (Run 'sc.exe' "queryex $name").out.Split("`n")) {
    if ($line -match '^\s+\S.*?:\s*0x([0-9a-fA-F]+)\b') { $numbers += [Convert]::ToInt64($Matches[1], 16) }
    elseif ($line -match '^\s+\S.*?:\s*([0-9]+)\b') { $numbers += [long]$Matches[1] }
  }
  if ($numbers.Count -lt 7) { Refuse 'notAvailable' 'sc queryex said nothing that could be read' }
  @{ state = $numbers[1]; exitCode = $numbers[2]; pid = $numbers[6] }
}

function StateNumber([string]$word) {
  $at = @('Stopped', 'Start Pending', 'Stop Pending', 'Running', 'Continue Pending', 'Pause Pending', 'Paused').IndexOf($word)
  if ($at -lt 0) { $null } else { $at + 1 }
}

function GetServices {
  $cim = $null
  $why = $null
  try {
    $cim = @{}
    $filter = (@(ServiceNames) | ForEach-Object { "Name='$_'" }) -join ' OR '
    foreach ($one in @(Cim 'root/cimv2' 'Win32_Service' $filter)) { if ($null -ne $one) { $cim["$($one.Name)"] = $one } }
    if ($cim.Count -eq 0) { Refuse 'notAvailable' 'Win32_Service had no instance' }
  } catch { $cim = $null; $why = $_ }
  $services = [Collections.Generic.List[object]]::new()
  $told = $false
  foreach ($name in @(ServiceNames)) {
    $path = "SYSTEM\CurrentControlSet\Services\$name"
    $key = $machine.OpenSubKey($path)
    $seen = [ordered]@{ name = $name; installed = $null -ne $key; state = $null; startType = $null; pid = $null; exitCode = $null; account = $null; imagePath = $null; serviceDll = $null }
    if ($null -ne $key) {
      $key.Close()
      $seen['startType'] = Whole (Peek $path 'Start')
      $seen['account'] = Word (Peek $path 'ObjectName')
      $seen['imagePath'] = Word (Peek $path 'ImagePath')
      try {
        $seen['serviceDll'] = Word (Peek "$path\Parameters" 'ServiceDll')
        if ($null -eq $seen.serviceDll) { $seen['serviceDll'] = Word (Peek $path 'ServiceDll') }
      } catch { Miss "services.$name.serviceDll" $_ }
      try {
        $one = $null
        if ($null -ne $cim) { $one = $cim[$name] }
        if ($null -ne $one) { $seen['state'] = StateNumber "$($one.State)"; $seen['pid'] = Whole $one.ProcessId; $seen['exitCode'] = Whole $one.ExitCode }
        else {
          $asNamed = $null
          try { $asNamed = ScQuery $name } catch { $asNamed = $null }
          if ($null -ne $asNamed) { foreach ($part in @('state', 'pid', 'exitCode')) { $seen[$part] = $asNamed[$part] } }
          else { $seen['state'] = ControllerState $name }
        }
      } catch { Miss "services.$name.state" $_ }
    }
    $services.Add($seen)
    if ($seen.installed -and $null -eq $seen.pid) {
      if ($null -eq $cim -and !$told) { Miss 'services.pid' $why; $told = $true }
      if ($null -ne $cim) { MissBecause "services.$name.pid" 'notAvailable' 'Win32_Service does not list it' }
    }
  }
  [ordered]@{ services = $services }
}

# In PowerShell a property that throws is $null. Where that could be taken for an answer, here and below, its getter is called.
function ControllerState([string]$name) {
  try { [void][Reflection.Assembly]::Load('System.ServiceProcess, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a') } catch { }
  $controller = [ServiceProcess.ServiceController]::new($name)
  try { [int]$controller.get_Status() } finally { $controller.Close() }
}

# --- Sockets ---

function AddSocket($to, [string]$protocol, [string]$address, [int]$port, $processId) {
  $to.Add([ordered]@{ protocol = $protocol; address = $address; port = $port; pid = $processId; process = $null; path = $null; services = [Collections.Generic.List[object]]::new() })
}

# Translated in its words, not in its shape: a listener's foreign address ends in :0, the owner is the last word of the line.
function NetstatSockets($ports, $to) {
  $lines = 0
  foreach ($line in (Run 'netstat.exe' '-ano').out.Split("`n")) {
    $words = @($line.Trim() -split '\s+')
    if ($words.Count -lt 4 -or $words[0] -notmatch '^(TCP|UDP)' -or $words[-1] -notmatch '^[0-9]+$' -or $words[1] -notmatch '^(.+):([0-9]+)$') { continue }
    $address = $Matches[1].Trim('[', ']')
    $port = [int]$Matches[2]
    $lines++
    $udp = $words[0] -like 'UDP*'
    if (!$ports.Contains($port) -or (!$udp -and $words[2] -notmatch ':0$')) { continue }
    AddSocket $to $(if ($udp) { 'udp' } else { 'tcp' }) $address $port ([long]$words[-1])
  }
  if ($lines -eq 0) { Refuse 'notAvailable' 'netstat listed no socket at all' }
}

function CimSockets($ports, $to) {
  $filter = (@($ports) | ForEach-Object { "LocalPort=$_" }) -join ' OR '
  foreach ($one in @(Cim 'root/StandardCimv2' 'MSFT_NetTCPConnection' "State=2 AND ($filter)")) {
    if ($null -ne $one) { AddSocket $to 'tcp' "$($one.LocalAddress)" ([int]$one.LocalPort) (Whole $one.OwningProcess) }
  }
  foreach ($one in @(Cim 'root/StandardCimv2' 'MSFT_NetUDPEndpoint' $filter)) {
    if ($null -ne $one) { AddSocket $to 'udp' "$($one.LocalAddress)" ([int]$one.LocalPort) (Whole $one.OwningProcess) }
  }
}

function GetSockets {
  $ports = WantedPorts
  $found = [Collections.Generic.List[object]]::new()
  $why = $null
  try { CimSockets $ports $found } catch {
    $why = $_
    $found.Clear()
    try { NetstatSockets $ports $found; $why = $null } catch { $found.Clear() }
  }
  # Whatever was asked first, what .NET sees must be in it: a listener that is missing there is one whose owner is unknown.
  $properties = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
  $unowned = $false
  try {
    foreach ($protocol in @('tcp', 'udp')) {
      $points = @(if ($protocol -eq 'tcp') { $properties.GetActiveTcpListeners() } else { $properties.GetActiveUdpListeners() })
      foreach ($point in $points) {
        if (!$ports.Contains($point.Port)) { continue }
        $known = $false
        foreach ($one in $found) { if ($one.protocol -eq $protocol -and $one.port -eq $point.Port) { $known = $true } }
        if (!$known -or $null -ne $why) { AddSocket $found $protocol "$($point.Address)" $point.Port $null; $unowned = $true }
      }
    }
  } catch {
    # Then nobody saw any socket.
    if ($null -ne $why) { throw }
    Miss 'listening' $_
  }
  if ($null -ne $why) { Miss 'listening.pid' $why }
  elseif ($unowned) { MissBecause 'listening.pid' 'failed' 'a socket whose owner was not listed' }
  $byPid = @{}
  foreach ($one in $found) {
    if ($null -eq $one.pid -or $one.pid -eq 0) { continue }
    if (!$byPid.ContainsKey("$($one.pid)")) { $byPid["$($one.pid)"] = OwnerOf $one.pid }
    $owner = $byPid["$($one.pid)"]
    $one['process'] = $owner.process
    $one['path'] = $owner.path
    $one['services'] = $owner.services
  }
  $established = $null
  try {
    $established = 0
    foreach ($one in $properties.GetActiveTcpConnections()) {
      if ($ports.Contains($one.LocalEndPoint.Port) -and "$($one.State)" -eq 'Established') { $established++ }
    }
  } catch { $established = $null; Miss 'established' $_ }
  [ordered]@{ ports = @($ports); listening = $found; established = $established }
}

function OwnerOf([long]$processId) {
  $owner = @{ process = $null; path = $null; services = [Collections.Generic.List[object]]::new() }
  if ($processId -eq 4) { $owner['process'] = 'System'; return $owner }
  try {
    $process = [Diagnostics.Process]::GetProcessById([int]$processId)
    $owner['process'] = "$($process.get_ProcessName()).exe"
    try { $owner['path'] = Word $process.get_MainModule().get_FileName() } catch { Miss 'listening.path' $_ }
    if ($null -ne $owner.path) { $owner['process'] = [IO.Path]::GetFileName($owner.path) }
  } catch { Miss 'listening.process' $_ }
  try {
    foreach ($one in @(Cim 'root/cimv2' 'Win32_Service' "ProcessId=$processId")) { if ($null -ne $one) { $owner.services.Add("$($one.Name)") } }
  } catch {
    $problem = $_
    try {
      $said = (Run 'tasklist.exe' "/svc /fo csv /nh /fi `"PID eq $processId`"").out.Trim()
      if ($said -notmatch '^"([^"]*)","([0-9]+)","([^"]*)"') { Refuse 'notAvailable' 'tasklist said nothing that could be read' }
      if ($null -eq $owner.process) { $owner['process'] = $Matches[1] }
      # A process without services has one translated word there, with no comma and nothing a service could be called.
      foreach ($name in $Matches[3].Split(',')) { if ($name.Trim() -and (IsKey "SYSTEM\CurrentControlSet\Services\$($name.Trim())")) { $owner.services.Add($name.Trim()) } }
    } catch { Miss 'listening.services' $problem }
  }
  $owner
}

# --- Sessions: P/Invoke without a compiler, because nothing else tells states as numbers in every language ---

function WtsType {
  $name = [Reflection.AssemblyName]::new('RdpDiagnosticsSessions')
  $assembly = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($name, [Reflection.Emit.AssemblyBuilderAccess]::Run)
  $type = $assembly.DefineDynamicModule('RdpDiagnosticsSessions').DefineType('Wts', [Reflection.TypeAttributes]'Public, Class')
  $byRef = [IntPtr].MakeByRefType()
  $intByRef = [int].MakeByRefType()
  $functions = @(
    @{ name = 'WTSEnumerateSessionsW'; takes = [Type[]]@([IntPtr], [int], [int], $byRef, $intByRef); gives = [int] },
    @{ name = 'WTSQuerySessionInformationW'; takes = [Type[]]@([IntPtr], [int], [int], $byRef, $intByRef); gives = [int] },
    @{ name = 'WTSFreeMemory'; takes = [Type[]]@([IntPtr]); gives = [void] }
  )
  foreach ($one in $functions) {
    $method = $type.DefinePInvokeMethod($one.name, 'wtsapi32.dll', [Reflection.MethodAttributes]'Public, Static, PinvokeImpl', [Reflection.CallingConventions]::Standard, $one.gives, $one.takes, [Runtime.InteropServices.CallingConvention]::Winapi, [Runtime.InteropServices.CharSet]::Unicode)
    $method.SetImplementationFlags($method.GetMethodImplementationFlags() -bor [Reflection.MethodImplAttributes]::PreserveSig)
  }
  $type.CreateType()
}

function WtsSessions($to) {
  if ([Environment]::OSVersion.Platform -ne 'Win32NT') { Refuse 'notAvailable' 'not Windows' }
  $wts = WtsType
  $list = [IntPtr]::Zero
  $count = 0
  if ($wts::WTSEnumerateSessionsW([IntPtr]::Zero, 0, 1, [ref]$list, [ref]$count) -eq 0) { Refuse 'failed' 'WTSEnumerateSessions failed' }
  if ($count -eq 0) { Refuse 'notAvailable' 'WTSEnumerateSessions listed no session at all' }
  try {
    $step = 8 + 2 * [IntPtr]::Size
    if ([IntPtr]::Size -eq 4) { $step = 12 }
    for ($at = 0; $at -lt $count; $at++) {
      $record = [IntPtr]($list.ToInt64() + $at * $step)
      $id = [Runtime.InteropServices.Marshal]::ReadInt32($record)
      $station = [Runtime.InteropServices.Marshal]::PtrToStringUni([Runtime.InteropServices.Marshal]::ReadIntPtr($record, [IntPtr]::Size))
      $state = [Runtime.InteropServices.Marshal]::ReadInt32($record, 2 * [IntPtr]::Size)
      $hasUser = $null
      $text = [IntPtr]::Zero
      $length = 0
      # 5: the name of the user, of which only whether there is one is kept.
      if ($wts::WTSQuerySessionInformationW([IntPtr]::Zero, $id, 5, [ref]$text, [ref]$length) -ne 0) {
        $hasUser = [Runtime.InteropServices.Marshal]::PtrToStringUni($text).Length -gt 0
        $wts::WTSFreeMemory($text)
      }
      $to.Add([ordered]@{ id = $id; station = "$station"; state = $state; hasUser = $hasUser })
    }
  } finally { $wts::WTSFreeMemory($list) }
}

# The words for states are translated, so only what the shape tells is told: no station is disconnected, a listener has an id above 65535.
function QwinstaSessions($to) {
  $first = $true
  foreach ($line in (Run 'qwinsta.exe' '').out.Split("`n")) {
    if ($first -or $line.Trim() -eq '') { $first = $false; continue }
    $words = @($line.TrimStart('>', ' ').TrimEnd() -split '\s+')
    $at = -1
    for ($word = 0; $word -lt [Math]::Min(3, $words.Count); $word++) { if ($at -lt 0 -and $words[$word] -match '^[0-9]+$') { $at = $word } }
    if ($at -lt 0) { continue }
    $named = $line.Length -gt 1 -and $line[1] -ne ' '
    $station = ''
    if ($named) { $station = $words[0] }
    $id = [long]$words[$at]
    $state = 0
    if ($id -ge 65536) { $state = 6 } elseif (!$named -or $id -eq 0) { $state = 4 } elseif ($at -lt 2) { $state = 1 }
    $to.Add([ordered]@{ id = $id; station = $station; state = $state; hasUser = $at - [int]$named -gt 0 })
  }
  if ($to.Count -eq 0) { Refuse 'notAvailable' 'qwinsta listed no session at all' }
}

function GetSessions {
  $sessions = [Collections.Generic.List[object]]::new()
  if ($asked.elevated -eq $false) { MissBecause 'sessions' 'notElevated' 'sessions of others may be left out of the list' }
  try { WtsSessions $sessions; return [ordered]@{ sessions = $sessions; by = 'wts' } } catch { $why = $_ }
  $sessions.Clear()
  try { QwinstaSessions $sessions } catch { throw $why }
  Miss 'sessions.state' $why
  [ordered]@{ sessions = $sessions; by = 'qwinsta' }
}

# --- Firewall: the stores themselves. Reading them needs no rights, and CIM without a policy store shows the local one only ---

function RuleFields([string]$text) {
  $fields = @{ ports = [Collections.Generic.List[object]]::new(); from = [Collections.Generic.List[object]]::new(); profiles = 0 }
  foreach ($part in $text.Split('|')) {
    $at = $part.IndexOf('=')
    if ($at -lt 1) { continue }
    $name = $part.Substring(0, $at)
    $value = $part.Substring($at + 1)
    if ($name -match '^LPort(2_10|2_20|2_24)?$') { $fields.ports.Add($value) }
    elseif ($name -match '^RA(4|6|42|62)$') { $fields.from.Add($value) }
    elseif ($name -eq 'Profile') { $fields['profiles'] = $fields.profiles -bor $(switch ($value) { 'Domain' { 1 } 'Private' { 2 } 'Public' { 4 } default { 0 } }) }
    else { $fields[$name] = $value }
  }
  if ($fields.profiles -eq 0) { $fields['profiles'] = 7 }
  $fields
}

# Of the many rules of a machine those that can bear on Remote Desktop: its own, and inbound ones for its ports that any program or a
# service host may use.
function Concerns([string]$id, [hashtable]$fields, $ports) {
  if ($id -match '^RemoteDesktop' -or "$($fields.EmbedCtxt)" -match '-287(52|82)$') { return $true }
  if ($fields.Dir -ne 'In') { return $false }
  if ($fields.Protocol -and @('6', '17') -notcontains $fields.Protocol) { return $false }
  if ($fields.AppPkgId -or $fields.LUAuth) { return $false }
  $byPort = $false
  foreach ($range in $fields.ports) {
    $low, $high = $range.Split('-')
    if ($low -notmatch '^[0-9]+$') { continue }
    if (!$high) { $high = $low }
    foreach ($port in $ports) { if ($port -ge [int]$low -and $port -le [int]$high) { $byPort = $true } }
  }
  if ($byPort) { return $true }
  if ($fields.ports.Count -gt 0) { return $false }
  if ($fields.Svc) { return $fields.Svc -eq 'TermService' }
  !$fields.App -or $fields.App -match '\\svchost\.exe$|^System$'
}

function ReadRuleValues([string]$path, $to) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return }
  try {
    $ports = WantedPorts
    $values = [Collections.Generic.List[object]]::new()
    foreach ($id in $key.GetValueNames()) {
      $text = "$($key.GetValue($id))"
      if ($values.Count -lt 500 -and (Concerns $id (RuleFields $text) $ports)) { $values.Add((ValueOf $key $id $false)) }
    }
    $to.Add([ordered]@{ key = "HKEY_LOCAL_MACHINE\$path"; state = 'present'; values = $values })
  } finally { $key.Close() }
}

function GetFirewall {
  $ports = WantedPorts
  $rules = [Collections.Generic.List[object]]::new()
  $stores = @(
    @{ store = 'local'; path = "$firewallPolicy\FirewallRules" },
    @{ store = 'policy'; path = 'SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules' },
    @{ store = 'other'; path = "$firewallPolicy\Mdm\FirewallRules" }
  )
  $unmerged = 0
  $shielded = 0
  foreach ($one in @(@(1, 'DomainProfile'), @(2, 'StandardProfile'), @(2, 'PrivateProfile'), @(4, 'PublicProfile'))) {
    $policy = "SOFTWARE\Policies\Microsoft\WindowsFirewall\$($one[1])"
    if ((Peek $policy 'AllowLocalPolicyMerge') -eq 0) { $unmerged = $unmerged -bor $one[0] }
    $shield = Peek $policy 'DoNotAllowExceptions'
    if ($null -eq $shield) { $shield = Peek "$firewallPolicy\$($one[1])" 'DoNotAllowExceptions' }
    if ($shield -eq 1) { $shielded = $shielded -bor $one[0] }
  }
  $read = 0
  foreach ($one in $stores) {
    try {
      $key = $machine.OpenSubKey($one.path)
      if ($null -eq $key) { continue }
      foreach ($id in $key.GetValueNames()) {
        $read++
        $fields = RuleFields "$($key.GetValue($id))"
        if ($rules.Count -ge 500) { MissBecause 'rules' 'tooLarge' 'more than 500 rules concern these ports'; break }
        if (!(Concerns $id $fields $ports)) { continue }
        # Where policy forbids local rules they are in the store and without effect; so are all that allow, where everything incoming is blocked.
        if ($one.store -eq 'local') { $fields['profiles'] = $fields.profiles -band -bnot $unmerged }
        if ($fields.Action -ne 'Block') { $fields['profiles'] = $fields.profiles -band -bnot $shielded }
        $rules.Add([ordered]@{
          id = $id; enabled = $fields.Active -eq 'TRUE' -and $fields.profiles -ne 0; action = $(if ($fields.Action -eq 'Block') { 'block' } else { 'allow' })
          profiles = $fields.profiles; protocol = Whole $fields.Protocol; ports = $fields.ports; remoteAddresses = $fields.from
          program = Word $fields.App; service = Word $fields.Svc; store = $one.store
        })
      }
      $key.Close()
    } catch { Miss "rules.$($one.store)" $_ }
  }
  $profiles = [Collections.Generic.List[object]]::new()
  $active = 0
  try { $active = ActiveProfiles } catch {
    $why = $_
    try { $active = ActiveProfilesByFirewall } catch { Miss 'profiles.active' $why }
  }
  foreach ($one in @(@(1, 'DomainProfile', 'DomainProfile'), @(2, 'StandardProfile', 'PrivateProfile'), @(4, 'PublicProfile', 'PublicProfile'))) {
    $enabled = $null
    $inbound = $null
    $paths = @("$firewallPolicy\$($one[1])", "SOFTWARE\Policies\Microsoft\WindowsFirewall\$($one[1])", "SOFTWARE\Policies\Microsoft\WindowsFirewall\$($one[2])")
    foreach ($path in $paths) {
      $on = Peek $path 'EnableFirewall'
      if ($null -ne $on) { $enabled = $on -ne 0 }
      $action = Peek $path 'DefaultInboundAction'
      if ($null -ne $action) { $inbound = $(if ($action -eq 0) { 'allow' } else { 'block' }) }
    }
    if ($null -eq $enabled) { MissBecause "profiles.$($one[0])" 'notAvailable' 'no EnableFirewall'; continue }
    if ($null -eq $inbound) { $inbound = 'block' }
    $profiles.Add([ordered]@{ profile = $one[0]; enabled = $enabled; active = ($active -band $one[0]) -ne 0; inbound = $inbound })
  }
  if ($read -eq 0 -and $profiles.Count -eq 0) { Refuse 'notAvailable' 'this Windows has no firewall store' }
  if ($read -eq 0) { MissBecause 'rules' 'notAvailable' 'no store holds a single rule' }
  $running = $null
  try { $running = (ControllerState 'mpssvc') -eq 4 } catch { Miss 'serviceRunning' $_ }
  [ordered]@{ serviceRunning = $running; profiles = $profiles; rules = $rules }
}

# NetworkCategory: 0 public, 1 private, 2 domain.
function ActiveProfiles {
  $active = 0
  foreach ($one in @(Cim 'root/StandardCimv2' 'MSFT_NetConnectionProfile')) {
    if ($null -eq $one) { continue }
    $active = $active -bor $(switch ([int]$one.NetworkCategory) { 2 { 1 } 1 { 2 } default { 4 } })
  }
  if ($active -eq 0) { Refuse 'notAvailable' 'no network is connected, or none was listed' }
  $active
}

# The firewall's own answer: the sum of its profiles, with the same bits.
function ActiveProfilesByFirewall {
  $type = [Type]::GetTypeFromProgID('HNetCfg.FwPolicy2')
  if ($null -eq $type) { Refuse 'notAvailable' 'no HNetCfg.FwPolicy2' }
  $active = [int][Activator]::CreateInstance($type).CurrentProfileTypes -band 7
  if ($active -eq 0) { Refuse 'notAvailable' 'the firewall names no active profile' }
  $active
}

# --- Certificates ---

function AclOf($security) {
  $entries = [Collections.Generic.List[object]]::new()
  foreach ($rule in $security.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])) {
    $entries.Add([ordered]@{ sid = $rule.IdentityReference.Value; allow = "$($rule.AccessControlType)" -eq 'Allow'; rights = [int]$rule.FileSystemRights })
  }
  , $entries
}

function KeyFile($certificate, [string]$store) {
  $crypto = [IO.Path]::Combine([Environment]::GetFolderPath([Environment+SpecialFolder]::CommonApplicationData), 'Microsoft\Crypto')
  $names = @()
  $problem = $null
  # Not in the .NET Framework 4.5 of an old Server 2012 R2: then only the file with the well-known name is looked at.
  try {
    $private = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
    if ($null -ne $private.Key) { $names += "$($private.Key.UniqueName)" } else { $names += "$($private.CspKeyContainerInfo.UniqueKeyContainerName)" }
  } catch { $problem = $_ }
  # The name of the key of the self-signed certificate is the same on every machine, but for the end.
  if ($store -eq 'Remote Desktop') { $names += 'f686aace6942fb7f7ceb231212eef4a4_' + (Peek 'SOFTWARE\Microsoft\Cryptography' 'MachineGuid') }
  foreach ($name in $names) {
    if (!$name) { continue }
    foreach ($folder in @('RSA\MachineKeys', 'Keys', 'SystemKeys')) {
      $path = [IO.Path]::Combine($crypto, $folder, $name)
      if ([IO.File]::Exists($path)) { return $path }
    }
  }
  if ($null -ne $problem) { throw $problem }
  Refuse 'notAvailable' 'the file of the key was not found'
}

# Who the service is: NETWORK SERVICE, its own service SID, and the groups every service is in.
function ServiceSids {
  'S-1-5-20', 'S-1-1-0', 'S-1-5-11', 'S-1-5-6', 'S-1-5-32-545', 'S-1-5-80-0'
  try { [Security.Principal.NTAccount]::new('NT SERVICE\TermService').Translate([Security.Principal.SecurityIdentifier]).Value } catch { }
}

function Readable([string]$path) {
  $sids = @(ServiceSids)
  $readable = $false
  foreach ($entry in (AclOf ([Security.AccessControl.FileSecurity]::new($path, [Security.AccessControl.AccessControlSections]::Access)))) {
    if ($sids -notcontains $entry.sid) { continue }
    # Read data, or generic read, or generic all.
    if (($entry.rights -band 1) -eq 0 -and ($entry.rights -band 0x10000000) -eq 0 -and $entry.rights -ge 0) { continue }
    if (!$entry.allow) { return $false }
    $readable = $true
  }
  $readable
}

function GetCertificates {
  $bound = @()
  foreach ($name in @(Listeners)) {
    $hash = Peek "$termServer\WinStations\$name" 'SSLCertificateSHA1Hash'
    if ($hash -is [byte[]]) { $bound += (Hex $hash).ToUpperInvariant() }
  }
  $certificates = [Collections.Generic.List[object]]::new()
  $opened = 0
  foreach ($store in @('Remote Desktop', 'My')) {
    try {
      $from = [Security.Cryptography.X509Certificates.X509Store]::new($store, [Security.Cryptography.X509Certificates.StoreLocation]::LocalMachine)
      try { $from.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadOnly, OpenExistingOnly') } catch [Security.Cryptography.CryptographicException] {
        if ($store -eq 'My') { throw }
        MissBecause "certificates.$store" 'notAvailable' $_.Exception.Message
        continue
      }
      $opened++
      foreach ($one in $from.get_Certificates()) {
        if ($certificates.Count -ge 200) { MissBecause 'certificates' 'tooLarge' 'more than 200 certificates'; break }
        $seen = $null
        try { $seen = CertificateOf $one $store } catch { Miss "certificates.$($one.Thumbprint)" $_; continue }
        if ($store -eq 'Remote Desktop' -or $seen.serverAuthentication -ne $false -or $bound -contains $seen.thumbprint) { $certificates.Add($seen) }
      }
      $from.Close()
    } catch { Miss "certificates.$store" $_ }
  }
  $acl = $null
  try {
    $folder = [IO.Path]::Combine([Environment]::GetFolderPath([Environment+SpecialFolder]::CommonApplicationData), 'Microsoft\Crypto\RSA\MachineKeys')
    if (![IO.Directory]::Exists($folder)) { Refuse 'notAvailable' 'no folder MachineKeys' }
    $acl = AclOf ([Security.AccessControl.DirectorySecurity]::new($folder, [Security.AccessControl.AccessControlSections]::Access))
  } catch { Miss 'machineKeys' $_ }
  if ($opened -eq 0 -and $null -eq $acl -and $gaps.Count -gt 0) { Refuse $gaps[0].reason $gaps[0].detail }
  [ordered]@{ certificates = $certificates; machineKeys = $acl }
}

function CertificateOf($one, [string]$store) {
  $types = @{ '1.2.840.113549.1.1.1' = 'RSA'; '1.2.840.10045.2.1' = 'ECDSA'; '1.2.840.10040.4.1' = 'DSA' }
  $keyType = $types["$($one.PublicKey.Oid.Value)"]
  if ($null -eq $keyType) { $keyType = Word $one.PublicKey.Oid.Value }
  $bits = $null
  try {
    if ($keyType -eq 'RSA') { $bits = $one.PublicKey.get_Key().get_KeySize() }
    elseif ($keyType -eq 'ECDSA') { $bits = [Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPublicKey($one).KeySize }
  } catch { Miss "certificates.$($one.Thumbprint).keyBits" $_ }
  $serverAuthentication = $null
  foreach ($extension in $one.Extensions) {
    if ($extension -isnot [Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]) { continue }
    $serverAuthentication = $false
    # Server authentication, any use, or Remote Desktop authentication, which templates for it often have alone.
    foreach ($use in $extension.EnhancedKeyUsages) { if (@('1.3.6.1.5.5.7.3.1', '2.5.29.37.0', '1.3.6.1.4.1.311.54.1.2') -contains $use.Value) { $serverAuthentication = $true } }
  }
  $readable = $null
  if ($one.HasPrivateKey) { try { $readable = Readable (KeyFile $one $store) } catch { Miss "certificates.$($one.Thumbprint).keyReadable" $_ } }
  [ordered]@{
    store = $store; thumbprint = $one.Thumbprint.ToUpperInvariant(); subject = $one.Subject; issuer = $one.Issuer
    notBefore = Utc $one.NotBefore; notAfter = Utc $one.NotAfter; keyType = $keyType; keyBits = $bits
    signature = "$($one.SignatureAlgorithm.Value)"; serverAuthentication = $serverAuthentication; hasPrivateKey = $one.HasPrivateKey; keyReadable = $readable
  }
}

# --- Rights and groups ---

function GetRights {
  if ($asked.elevated -eq $false) { Refuse 'notElevated' 'secedit /export needs administrative rights' }
  $name = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'rdp-diagnostics-' + [Guid]::NewGuid().ToString('n'))
  try {
    $done = Run 'secedit.exe' "/export /areas USER_RIGHTS /cfg `"$name.inf`" /log `"$name.log`" /quiet"
    if (![IO.File]::Exists("$name.inf")) { Refuse 'notAvailable' "secedit ended with $($done.code) and exported nothing" }
    $text = [IO.File]::ReadAllText("$name.inf", [Text.Encoding]::Unicode)
  } finally { foreach ($end in @('inf', 'log')) { if ([IO.File]::Exists("$name.$end")) { [IO.File]::Delete("$name.$end") } } }
  ParseRights $text
}

# A right that nobody holds is left out of the export, so an export without any right at all says nothing.
function ParseRights([string]$text) {
  $rights = [ordered]@{}
  foreach ($right in @('SeRemoteInteractiveLogonRight', 'SeDenyRemoteInteractiveLogonRight', 'SeNetworkLogonRight', 'SeDenyNetworkLogonRight')) { $rights[$right] = [Collections.Generic.List[object]]::new() }
  $inside = $false
  $count = 0
  foreach ($line in $text.Split("`n")) {
    if ($line.Trim() -match '^\[(.+)\]$') { $inside = $Matches[1] -eq 'Privilege Rights'; continue }
    if (!$inside -or $line -notmatch '^\s*(Se\w+)\s*=(.*)$') { continue }
    $count++
    $right = $Matches[1]
    if (!$rights.Contains($right)) { continue }
    foreach ($holder in $Matches[2].Split(',')) {
      $plain = $holder.Trim().Trim('"').TrimStart('*')
      if ($plain) { $rights[$right].Add($plain) }
    }
  }
  if ($count -eq 0) { Refuse 'notAvailable' 'the export of secedit holds no right at all' }
  $rights
}

function MembersByAdsi([string]$sid) {
  $name = [Security.Principal.SecurityIdentifier]::new($sid).Translate([Security.Principal.NTAccount]).Value.Split('\')[-1]
  $group = [DirectoryServices.DirectoryEntry]::new("WinNT://$([Environment]::MachineName)/$name,group")
  $members = [Collections.Generic.List[object]]::new()
  $get = [Reflection.BindingFlags]::GetProperty
  foreach ($member in @($group.Invoke('Members'))) {
    $type = $member.GetType()
    $path = "$($type.InvokeMember('AdsPath', $get, $null, $member, $null))" -replace '^WinNT://', ''
    $of = $null
    try { $of = [Security.Principal.SecurityIdentifier]::new([byte[]]$type.InvokeMember('objectSid', $get, $null, $member, $null), 0).Value } catch { }
    $parts = @($path.Split('/'))
    $members.Add([ordered]@{ sid = $of; name = (@($parts[[Math]::Max(0, $parts.Count - 2)..($parts.Count - 1)]) -join '\') })
  }
  , $members
}

function MembersByCim([string]$sid) {
  $group = @(Cim 'root/cimv2' 'Win32_Group' "SID='$sid' AND LocalAccount=TRUE")[0]
  if ($null -eq $group) { Refuse 'notAvailable' "no group $sid" }
  $members = [Collections.Generic.List[object]]::new()
  foreach ($one in @(Get-CimAssociatedInstance -InputObject $group -Association 'Win32_GroupUser' -OperationTimeoutSec (CimSeconds) -ErrorAction Stop)) {
    if ($null -ne $one) { $members.Add([ordered]@{ sid = Word $one.SID; name = "$($one.Domain)\$($one.Name)" }) }
  }
  , $members
}

function Members([string]$way, [string]$sid) { if ($way -eq 'ADSI') { , (MembersByAdsi $sid) } else { , (MembersByCim $sid) } }

# No machine is without administrators: a way that finds none finds nothing, and is not believed about the other group either.
function GetGroups {
  $why = $null
  foreach ($way in @('ADSI', 'CIM')) {
    try {
      $administrators = Members $way 'S-1-5-32-544'
      if ($administrators.Count -eq 0) { Refuse 'notAvailable' "$way found no administrator" }
      $users = $null
      try { $users = Members $way 'S-1-5-32-555' } catch { Miss 'remoteDesktopUsers' $_ }
      return [ordered]@{ remoteDesktopUsers = $users; administrators = $administrators }
    } catch { if ($null -eq $why) { $why = $_ } }
  }
  throw $why
}

# --- Power ---

function GetPower {
  $sleep = '238c9fa8-0aad-41ed-83f4-97be242c8f20'
  $settings = [ordered]@{ sleep = '29f6c1db-86da-48c5-9fdb-f2b67b1f44da'; hibernate = '9d7815a6-7ee4-497e-8888-515a05f02364' }
  $seen = [ordered]@{ sleepAc = $null; sleepDc = $null; hibernateAc = $null; hibernateDc = $null; source = 'plan' }
  $schemes = 'SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes'
  $plan = Peek 'SOFTWARE\Policies\Microsoft\Power\PowerSettings' 'ActivePowerScheme'
  if (!$plan) { $plan = Peek $schemes 'ActivePowerScheme' }
  foreach ($name in @($settings.Keys)) {
    $id = $settings[$name]
    foreach ($line in @('Ac', 'Dc')) {
      $policy = Peek "SOFTWARE\Policies\Microsoft\Power\PowerSettings\$id" "$($line)SettingIndex"
      if ($null -ne $policy) { $seen['source'] = 'policy' }
      $number = $policy
      if ($null -eq $number -and $plan) { $number = Peek "$schemes\$plan\$sleep\$id" "$($line)SettingIndex" }
      if ($null -eq $number -and $plan) { $number = Peek "SYSTEM\CurrentControlSet\Control\Power\PowerSettings\$sleep\$id\DefaultPowerSchemeValues\$plan" "$($line)SettingIndex" }
      # The registry hands out signed numbers.
      if ($null -ne $number) { $seen["$name$line"] = $(if ($number -lt 0) { [long]$number + 4294967296 } else { [long]$number }) }
    }
  }
  if ($null -eq $seen.sleepAc) {
    try { PowerByProgram $seen } catch { if ($seen.source -eq 'plan') { throw }; Miss 'sleepAc' $_ }
  }
  foreach ($name in @('sleepAc', 'sleepDc', 'hibernateAc', 'hibernateDc')) { if ($null -eq $seen[$name]) { MissBecause $name 'notAvailable' 'neither the plan nor a policy has it' } }
  $seen
}

# The last two numbers with 0x are the current ones, on mains and on battery, in every language.
function PowerByProgram($seen) {
  foreach ($one in @(@('sleep', 'STANDBYIDLE'), @('hibernate', 'HIBERNATEIDLE'))) {
    $numbers = @([regex]::Matches((Run 'powercfg.exe' "/q SCHEME_CURRENT SUB_SLEEP $($one[1])").out, '0x([0-9a-fA-F]{8})'))
    if ($numbers.Count -lt 2) { Refuse 'notAvailable' 'no active power plan, and powercfg said nothing that could be read' }
    $seen["$($one[0])Ac"] = [Convert]::ToInt64($numbers[-2].Groups[1].Value, 16)
    $seen["$($one[0])Dc"] = [Convert]::ToInt64($numbers[-1].Groups[1].Value, 16)
  }
}

# --- Licensing ---

function GetLicensing {
  $rcm = "$termServer\RCM"
  $values = [Collections.Generic.List[object]]::new()
  try {
    $key = $machine.OpenSubKey($rcm)
    if ($null -ne $key) {
      foreach ($name in $key.GetValueNames()) {
        if ($name -match 'certificate') { $values.Add([ordered]@{ name = $name; length = (ValueOf $key $name $true).length }) }
      }
      $key.Close()
    }
  } catch { Miss 'certificateValues' $_ }
  $seen = [ordered]@{ mode = $null; modeSource = $null; servers = [Collections.Generic.List[object]]::new(); graceDays = $null; graceCode = $null; certificateValues = $values; licenceServer = $null }
  $setting = $null
  try {
    $setting = @(Cim 'root/cimv2/TerminalServices' 'Win32_TerminalServiceSetting')[0]
    if ($null -eq $setting) { Refuse 'notAvailable' 'Win32_TerminalServiceSetting has no instance' }
    $seen['mode'] = Whole $setting.LicensingType
    $seen['modeSource'] = Whole $setting.PolicySourceLicensingType
  } catch { $setting = $null; Miss 'graceDays' $_; LicensingByRegistry $seen $_ }
  if ($null -ne $setting) {
    try {
      $answer = CimMethod $setting 'GetGracePeriodDays' @{}
      $seen['graceCode'] = Whole $answer.ReturnValue
      if ($seen.graceCode -eq 0) { $seen['graceDays'] = Whole $answer.DaysLeft }
    } catch { Miss 'graceDays' $_ }
    try {
      foreach ($name in @((CimMethod $setting 'GetSpecifiedLicenseServerList' @{}).SpecifiedLSList)) { if ($name) { $seen.servers.Add([ordered]@{ name = "$name"; status = $null }) } }
    } catch { Miss 'servers' $_ }
    foreach ($server in $seen.servers) {
      try {
        $answer = CimMethod $setting 'GetTStoLSConnectivityStatus' @{ ServerName = $server.name }
        $server['status'] = Whole $answer.TsToLsConnectivityStatus
      } catch { Miss "servers.$($server.name).status" $_ }
    }
  }
  if (IsKey 'SYSTEM\CurrentControlSet\Services\TermServLicensing') {
    try {
      $role = @(Cim 'root/cimv2' 'Win32_TSLicenseServer')[0]
      if ($null -eq $role) { Refuse 'notAvailable' 'Win32_TSLicenseServer has no instance' }
      $activation = $null
      try { $activation = Whole (CimMethod $role 'GetActivationStatus' @{}).ActivationStatus } catch { Miss 'licenceServer.activation' $_ }
      $seen['licenceServer'] = [ordered]@{ activation = $activation; role = Whole $role.ServerRole }
    } catch { Miss 'licenceServer' $_ }
  }
  $seen
}

# Without the provider, what is set stands in the registry; what works does not.
function LicensingByRegistry($seen, $why) {
  if ($null -eq (Peek $termServer 'fDenyTSConnections')) { throw $why }
  $policy = Peek $policies 'LicensingMode'
  $seen['mode'] = Whole $(if ($null -ne $policy) { $policy } else { Peek "$termServer\RCM\Licensing Core" 'LicensingMode' })
  $seen['modeSource'] = [int]($null -ne $policy)
  $names = Peek $policies 'LicenseServers'
  if ($null -ne $names) { $names = "$names".Split(',') } else { $names = Peek 'SYSTEM\CurrentControlSet\Services\TermService\Parameters\LicenseServers' 'SpecifiedLicenseServers' }
  foreach ($name in @($names)) { if ("$name".Trim()) { $seen.servers.Add([ordered]@{ name = "$name".Trim(); status = $null }) } }
}

# --- Events ---

function Channels {
  $ts = 'Microsoft-Windows-TerminalServices'
  @(
    @{ channel = 'System'; provider = "$ts-RemoteConnectionManager" },
    @{ channel = 'System'; provider = 'TermService' },
    @{ channel = 'System'; provider = 'TermDD' },
    @{ channel = 'System'; provider = 'Schannel'; ids = 36870, 36871, 36872, 36874, 36880, 36886, 36887, 36888 },
    @{ channel = 'System'; provider = 'Service Control Manager'; ids = 7000, 7001, 7009, 7011, 7022, 7023, 7024, 7031, 7032, 7034, 7036, 7038, 7040, 7041; services = $true },
    @{ channel = 'System'; provider = 'TermServLicensing' },
    @{ channel = 'System'; provider = 'Microsoft-Windows-Kernel-Power'; ids = 41, 42 },
    @{ channel = "$ts-RemoteConnectionManager/Operational"; provider = "$ts-RemoteConnectionManager" },
    @{ channel = "$ts-RemoteConnectionManager/Admin"; provider = "$ts-RemoteConnectionManager" },
    @{ channel = "$ts-LocalSessionManager/Operational"; provider = "$ts-LocalSessionManager" },
    @{ channel = 'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational'; provider = 'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS'; ids = 67, 97, 99, 102, 103, 105, 129, 131, 135, 136, 138, 139, 140, 142, 143, 153, 227 },
    @{ channel = "$ts-Licensing/Operational"; provider = "$ts-Licensing" },
    @{ channel = "$ts-Licensing/Admin"; provider = "$ts-Licensing" },
    @{ channel = 'Microsoft-Windows-CAPI2/Operational'; provider = 'Microsoft-Windows-CAPI2'; ids = 11, 30, 41, 70; faults = $true }
  )
}

# Stood in for by tests, like everything in this part that is only on Windows.
function ChannelEnabled([string]$channel) {
  $settings = [Diagnostics.Eventing.Reader.EventLogConfiguration]::new($channel)
  try { $settings.get_IsEnabled() } finally { $settings.Dispose() }
}

function OpenEvents([string]$channel, [string]$query, [bool]$newestFirst) {
  $asking = [Diagnostics.Eventing.Reader.EventLogQuery]::new($channel, [Diagnostics.Eventing.Reader.PathType]::LogName, $query)
  $asking.ReverseDirection = $newestFirst
  [Diagnostics.Eventing.Reader.EventLogReader]::new($asking)
}

# Template events keep their fields in UserData, classic ones in Data without names (and Binary), others in named Data.
function FieldsOf([string]$xml, [string]$provider, [int]$id) {
  $fields = [ordered]@{}
  $document = [Xml.XmlDocument]::new()
  $document.XmlResolver = $null
  $document.LoadXml($xml)
  $number = 0
  $taken = 0
  foreach ($node in $document.SelectNodes("/*[local-name()='Event']/*[local-name()='UserData']/*/*|/*[local-name()='Event']/*[local-name()='EventData']/*")) {
    if ($taken -ge 40) { break }
    $taken++
    $name = $node.LocalName
    $text = $node.InnerText
    if ($name -eq 'Data') {
      $name = $node.GetAttribute('Name')
      if (!$name) { $name = "$number"; $number++ }
    } elseif ($name -eq 'Binary') { $name = 'binary'; $text = $text.ToLowerInvariant() }
    if (NamesPeople $provider $id $name) { continue }
    if ($text.Length -gt 1024) { $text = $text.Substring(0, 1024) }
    $fields[$name] = $text
  }
  $fields
}

# Names of people stay there. In these events they have fields without a name of their own: a failed reconnect, profile and home folders,
# drain mode, where a user's configuration came from, shadowing, licences of users.
function NamesPeople([string]$provider, [int]$id, [string]$name) {
  if ($name -match '^(User|UserName|AccountName|AccountDomain|TargetUserName|SubjectUserName|Domain|DomainName)$') { return $true }
  if ($provider -match '(RemoteConnectionManager|TermService)$') {
    if ($id -eq 1149) { return $name -match '^Param[12]$' }
    if (@(20499, 20500) -contains $id) { return $name -match 'Name$' }
    if (@(1041, 1046, 1060, 1070, 1071, 20520, 20521, 20522) -contains $id) { return $true }
    if ($id -ge 20503 -and $id -le 20514) { return $true }
  }
  $provider -match 'Licensing$' -and $id -eq 4105
}

# Messages of the service control manager name a service by a translated word; its name stands in the binary part, or in param4.
function IsOurs($fields, $words) {
  $binary = "$($fields['binary'])"
  foreach ($name in @('TermService', 'UmRdpService', 'SessionEnv')) {
    if ($binary.Contains((Hex ([Text.Encoding]::Unicode.GetBytes($name))))) { return $true }
    foreach ($field in @('param1', 'param2', 'param3', 'param4')) { if ("$($fields[$field])" -eq $name) { return $true } }
  }
  $words -contains "$($fields['param1'])"
}

function Needles($words) {
  foreach ($name in @('TermService', 'UmRdpService', 'SessionEnv')) { $name; Hex ([Text.Encoding]::Unicode.GetBytes($name)) }
  foreach ($word in $words) { if ($word) { $word.Replace('&', '&amp;').Replace('<', '&lt;').Replace('>', '&gt;') } }
}

function Mentions([string]$xml, $needles) {
  foreach ($needle in $needles) { if ($xml.IndexOf($needle, [StringComparison]::OrdinalIgnoreCase) -ge 0) { return $true } }
  $false
}

function OurDisplayNames {
  try { [void][Reflection.Assembly]::Load('System.ServiceProcess, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a') } catch { }
  foreach ($name in @('TermService', 'UmRdpService', 'SessionEnv')) { try { [ServiceProcess.ServiceController]::new($name).DisplayName } catch { } }
}

# Counts each id by itself up to the cap. One that reached it is asked for no more, and the rest is read again without it, so that a
# flood of one kind hides no other.
function ReadEvents([hashtable]$one, $to, $words) {
  $needles = @(Needles $words)
  $age = [long]$asked.eventDays * 86400000
  $full = [Collections.Generic.List[int]]::new()
  $final = @{}
  $late = $false
  while (!$late) {
    $condition = "Provider[@Name='$($one.provider)'] and TimeCreated[timediff(@SystemTime) <= $age]"
    if ($one.ids) { $condition += ' and (' + ((@($one.ids) | Where-Object { $full -notcontains $_ } | ForEach-Object { "EventID=$_" }) -join ' or ') + ')' }
    else { foreach ($id in $full) { $condition += " and EventID!=$id" } }
    if ($one.ids -and $full.Count -ge @($one.ids).Count) { break }
    $groups = @{}
    $flooded = $false
    $reader = OpenEvents $one.channel "*[System[$condition]]" $true
    try {
      while ($null -ne ($record = $reader.ReadEvent())) {
        try {
          # What was read so far is worth more than nothing at all.
          if ((MsLeft) -lt 500) { $late = $true; break }
          $id = [int]$record.Id
          $kind = "$id/$($record.Qualifiers)"
          $fields = $null
          if ($one.services -or $one.faults) {
            $xml = $record.ToXml()
            # Windows quotes with apostrophes, and most of what it tells is about other services: reading it all would take minutes.
            if ($one.faults -and $xml -notmatch '<(Result|ErrorStatus) value=["''](?!0["''])') { continue }
            if ($one.services -and !(Mentions $xml $needles)) { continue }
            $fields = FieldsOf $xml $one.provider $id
            if ($one.services -and !(IsOurs $fields $words)) { continue }
            if ($one.faults) { $fields = CapiFields $xml }
          }
          if ($null -eq $record.TimeCreated) { continue }
          $at = Utc $record.TimeCreated
          $group = $groups[$kind]
          if ($null -eq $group) {
            $group = [ordered]@{ channel = $one.channel; provider = $one.provider; id = $id; level = [int]$record.Level; qualifiers = Whole $record.Qualifiers; count = 0; capped = $false; first = $at; last = $at; samples = [Collections.Generic.List[object]]::new() }
            $groups[$kind] = $group
          }
          $group['count']++
          if ($at -lt $group.first) { $group['first'] = $at }
          if ($at -gt $group.last) { $group['last'] = $at }
          if ($group.samples.Count -lt 5) {
            if ($null -eq $fields) { $fields = FieldsOf $record.ToXml() $one.provider $id }
            $group.samples.Add([ordered]@{ at = $at; fields = $fields })
          }
          if ($group.count -ge $asked.mostEvents -and $full.Count -lt 12) {
            $group['capped'] = $true
            foreach ($same in @($groups.Keys)) { if ($groups[$same].id -eq $id) { $final[$same] = $groups[$same]; $groups[$same]['capped'] = $true } }
            $full.Add($id)
            $flooded = $true
            break
          }
        } finally { $record.Dispose() }
      }
    } finally { $reader.Dispose() }
    if (!$flooded) {
      foreach ($kind in @($groups.Keys)) { $final[$kind] = $groups[$kind]; if ($late) { $groups[$kind]['capped'] = $true } }
      break
    }
  }
  foreach ($kind in @($final.Keys)) { $to.Add($final[$kind]) }
  if ($late) { MissBecause "groups.$($one.channel)/$($one.provider)" 'timedOut' 'the time of the section was over; older events were not read' }
}

function CapiFields([string]$xml) {
  $fields = [ordered]@{}
  foreach ($pair in @(@('result', '<Result value=["'']([^"'']*)'), @('errorStatus', '<ErrorStatus value=["''](?!0["''])([^"'']*)'), @('process', 'ProcessName=["'']([^"'']*)'))) {
    if ($xml -match $pair[1]) { $fields[$pair[0]] = $Matches[1] }
  }
  $fields
}

function GetEvents {
  $groups = [Collections.Generic.List[object]]::new()
  $channels = [ordered]@{}
  $words = @(OurDisplayNames)
  $why = $null
  foreach ($one in @(Channels)) {
    $name = $one.channel
    $seen = $channels[$name]
    if ($null -eq $seen) {
      $seen = [ordered]@{ channel = $name; state = 'read'; oldest = $null }
      $channels[$name] = $seen
      try {
        if (!(ChannelEnabled $name)) { $seen['state'] = 'disabled' }
        else {
          $reader = OpenEvents $name '*' $false
          try {
            $record = $reader.ReadEvent()
            if ($null -ne $record) { $seen['oldest'] = Utc $record.TimeCreated; $record.Dispose() }
          } finally { $reader.Dispose() }
        }
      } catch { $seen['state'] = StateOf $_; if ($null -eq $why) { $why = $_ } }
    }
    if ($seen.state -ne 'read') { continue }
    if ((MsLeft) -lt 500) { MissBecause "groups.$name/$($one.provider)" 'timedOut' 'the time of the section was over'; continue }
    try { ReadEvents $one $groups $words } catch { $seen['state'] = StateOf $_; Miss "groups.$name/$($one.provider)" $_; if ($null -eq $why) { $why = $_ } }
  }
  # Every Windows has a System log, and one that works holds something. Some logins may read others and not that one.
  $system = $channels['System']
  $holding = @($channels.Values | Where-Object { $null -ne $_.oldest })
  if ($system.state -eq 'denied' -and $holding.Count -gt 0) { return [ordered]@{ days = $asked.eventDays; channels = @($channels.Values); groups = $groups } }
  if ($system.state -ne 'read') {
    if ($null -ne $why) { throw $why }
    Refuse 'notAvailable' "the System log is said to be $($system.state)"
  }
  if ($null -eq $system.oldest) { Refuse 'notAvailable' 'the System log holds no event at all' }
  [ordered]@{ days = $asked.eventDays; channels = @($channels.Values); groups = $groups }
}

function StateOf($problem) {
  switch ((ReasonOf $problem).reason) { 'notAvailable' { 'missing' } 'accessDenied' { 'denied' } 'notElevated' { 'denied' } default { 'failed' } }
}

# --- Which policy wins ---

function GetPolicySources {
  $names = @{}
  foreach ($one in @(Cim 'root/RSOP/Computer' 'RSOP_GPO')) { if ($null -ne $one) { $names["$($one.id)"] = Word $one.name } }
  if ($names.Count -eq 0) { Refuse 'notAvailable' 'RSoP holds no GPO: it is not logged here' }
  $sources = [Collections.Generic.List[object]]::new()
  foreach ($one in @(Cim 'root/RSOP/Computer' 'RSOP_RegistryPolicySetting' "registryKey LIKE '%Terminal Services%'")) {
    if ($null -eq $one) { continue }
    $sources.Add([ordered]@{ key = "HKEY_LOCAL_MACHINE\$($one.registryKey)"; name = "$($one.valueName)"; gpoId = "$($one.GPOID)"; gpoName = $names["$($one.GPOID)"]; precedence = [int](Whole $one.precedence); deleted = $one.deleted -eq $true })
  }
  [ordered]@{ sources = $sources }
}

# --- The machine ---

function GetHost {
  $current = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $build = Whole (Peek $current 'CurrentBuildNumber')
  if ($null -eq $build) { Refuse 'notAvailable' "no $current" }
  $major = Peek $current 'CurrentMajorVersionNumber'
  $version = "$(Peek $current 'CurrentVersion').$build"
  if ($null -ne $major) { $version = "$major.$(Peek $current 'CurrentMinorVersionNumber').$build" }
  $revision = Peek $current 'UBR'
  if ($null -ne $revision) { $version += ".$revision" }
  $seen = [ordered]@{
    name = [Environment]::MachineName; dnsName = $null; domain = $null; domainJoined = $null; version = $version; build = $build
    edition = Word (Peek $current 'EditionID'); sku = $null
    productType = $(switch ("$(Peek 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType')") { 'WinNT' { 1 } 'LanmanNT' { 2 } 'ServerNT' { 3 } default { $null } })
    installationType = Word (Peek $current 'InstallationType'); language = Word ([Globalization.CultureInfo]::InstalledUICulture.Name)
    bootedAt = $null; clock = Utc ([DateTime]::UtcNow); sessionHost = $null; restartPending = $null
  }
  try {
    $properties = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
    $suffix = $properties.get_DomainName()
    if ($suffix) { $seen['dnsName'] = "$($properties.get_HostName()).$suffix" }
  } catch { Miss 'dnsName' $_ }
  try {
    $computer = @(Cim 'root/cimv2' 'Win32_ComputerSystem')[0]
    if ($null -eq $computer) { Refuse 'notAvailable' 'Win32_ComputerSystem has no instance' }
    $seen['domain'] = Word $computer.Domain
    $seen['domainJoined'] = $computer.PartOfDomain -eq $true
  } catch { Miss 'domainJoined' $_; $seen['domain'] = Word (Peek 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' 'NV Domain') }
  try {
    $system = @(Cim 'root/cimv2' 'Win32_OperatingSystem')[0]
    if ($null -eq $system) { Refuse 'notAvailable' 'Win32_OperatingSystem has no instance' }
    $seen['sku'] = Whole $system.OperatingSystemSKU
    if ($system.LastBootUpTime -is [DateTime]) { $seen['bootedAt'] = Utc $system.LastBootUpTime }
  } catch { Miss 'bootedAt' $_; Miss 'sku' $_ }
  try {
    $setting = @(Cim 'root/cimv2/TerminalServices' 'Win32_TerminalServiceSetting')[0]
    if ($null -eq $setting) { Refuse 'notAvailable' 'Win32_TerminalServiceSetting has no instance' }
    if ($null -eq $setting.TerminalServerMode) { Refuse 'notAvailable' 'TerminalServerMode has no value' }
    $seen['sessionHost'] = [int]$setting.TerminalServerMode -eq 1
  } catch { Miss 'sessionHost' $_ }
  try {
    $seen['restartPending'] = $false
    foreach ($path in @('SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending', 'SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired')) {
      if (IsKey $path) { $seen['restartPending'] = $true }
    }
  } catch { $seen['restartPending'] = $null; Miss 'restartPending' $_ }
  $seen
}

# --- One section: its data, or the reason why there is none ---

function RunSection([string]$name) {
  # So that one which hangs does not keep the process alive.
  [Threading.Thread]::CurrentThread.IsBackground = $true
  $took = [Diagnostics.Stopwatch]::StartNew()
  $gaps.Clear()
  $cimHung.Clear()
  try {
    $machine = Hive 'HKEY_LOCAL_MACHINE'
    $data = switch ($name) {
      'host' { GetHost } 'registry' { GetRegistry } 'services' { GetServices } 'sockets' { GetSockets } 'sessions' { GetSessions }
      'firewall' { GetFirewall } 'certificates' { GetCertificates } 'rights' { GetRights } 'groups' { GetGroups } 'power' { GetPower }
      'licensing' { GetLicensing } 'events' { GetEvents } 'policySources' { GetPolicySources }
    }
    $text = '"data":' + (ToJson $data) + ',"unseen":' + (ToJson $gaps)
    if ($text.Length -gt $asked.mostLetters) { Refuse 'tooLarge' "$($text.Length) letters, $($asked.mostLetters) are let through" }
    $text
  } catch { '"failure":' + (ToJson (ReasonOf $_)) }
}
# --- End of the library ---
}

# --- What is asked. The parameters are a line of JSON that the bootstrap hands over; without one, everything is ---

function ParameterNumber([string]$name, $otherwise) {
  if ("$Parameters" -match ('"' + $name + '"\s*:\s*([0-9]{1,9})\b')) { return [int]$Matches[1] }
  $otherwise
}

$every = 'host', 'registry', 'services', 'sockets', 'sessions', 'firewall', 'certificates', 'rights', 'groups', 'power', 'licensing', 'events', 'policySources'
$sections = $every
if ("$Parameters" -match '"sections"\s*:\s*\[([^\]]*)\]') { $sections = @([regex]::Matches($Matches[1], '"([A-Za-z]+)"') | ForEach-Object { $_.Groups[1].Value }) }

$elevated = $null
$userSid = $null
try {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  $userSid = $identity.User.Value
  $elevated = [Security.Principal.WindowsPrincipal]::new($identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
} catch { $elevated = $null }

$asked = @{
  port = ParameterNumber 'port' $null; eventDays = ParameterNumber 'eventDays' 30; sectionSeconds = ParameterNumber 'sectionSeconds' 30
  mostEvents = ParameterNumber 'mostEvents' 2000; mostLetters = 4000000; elevated = $elevated
}

# --- Workers ---

function NewWorker {
  $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
  $state.Variables.Add([Management.Automation.Runspaces.SessionStateVariableEntry]::new('asked', $asked, ''))
  $space = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
  $space.Open()
  $shell = [Management.Automation.PowerShell]::Create()
  $shell.Runspace = $space
  [void]$shell.AddScript($library.ToString(), $false).Invoke()
  $shell.Dispose()
  $space
}

function Failure([string]$reason, [string]$detail) { '"failure":{"reason":"' + $reason + '","detail":"' + ($detail -creplace '[^ !#-\[\]-~]', '.') + '"}' }

$worker = $null
$at = [DateTime]::UtcNow
'{"kind":"rdpsnapshot","schema":1,"sections":{'
$separator = ''
foreach ($section in $every) {
  $took = [Diagnostics.Stopwatch]::StartNew()
  if ($sections -notcontains $section) { $said = Failure 'notAsked' 'not asked for' }
  else {
    try {
      if ($null -eq $worker) { $worker = NewWorker }
      $shell = [Management.Automation.PowerShell]::Create()
      $shell.Runspace = $worker
      [void]$shell.AddCommand('RunSection').AddArgument($section)
      $running = $shell.BeginInvoke()
      if ($running.AsyncWaitHandle.WaitOne(1000 * $asked.sectionSeconds)) {
        $said = "$(@($shell.EndInvoke($running))[-1])"
        $shell.Dispose()
        if ($said -eq '') { $said = Failure 'failed' 'the section ended without an answer' }
      } else {
        # Not stopped: a stop that waits for what hangs would keep the process alive. It ends with the process.
        $worker = $null
        $said = Failure 'timedOut' "no answer within $($asked.sectionSeconds) s"
      }
    } catch { $worker = $null; $said = Failure 'failed' "$($_.Exception.Message)" }
  }
  $separator + '"' + $section + '":{"ms":' + $took.ElapsedMilliseconds + ',' + $said + '}'
  $separator = ','
}
$hash = 'null'
try {
  $sha = [Security.Cryptography.SHA256]::Create()
  $hash = '"' + [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($MyInvocation.MyCommand.ScriptBlock.ToString()))).Replace('-', '').ToLowerInvariant() + '"'
} catch { $hash = 'null' }
$edition = "$($PSVersionTable.PSEdition)"
if (!$edition) { $edition = 'Desktop' }
$flag = 'null'
if ($null -ne $elevated) { $flag = "$elevated".ToLowerInvariant() }
$sid = 'null'
if ($null -ne $userSid) { $sid = '"' + $userSid + '"' }
'},"collection":{"at":"' + $at.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture) + '","ms":' + $watch.ElapsedMilliseconds + ',"by":"powershell","powershell":"' + $PSVersionTable.PSVersion + '","edition":"' + $edition + '","languageMode":"' + $ExecutionContext.SessionState.LanguageMode + '","elevated":' + $flag + ',"userSid":' + $sid + ',"script":' + $hash + '}}'
