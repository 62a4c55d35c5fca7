# RDP Diagnostics starts its scripts with this text: docs/bootstrap.md
$ProgressPreference = 'SilentlyContinue'
$mode = $ExecutionContext.SessionState.LanguageMode
$version = $PSVersionTable.PSVersion
if ("$mode" -ne 'FullLanguage') { "rdp-diagnostics: $mode in PowerShell $version"; exit }

$from = [Console]::OpenStandardInput()
$to = [Console]::OpenStandardOutput()
$utf8 = [Text.Encoding]::UTF8
function Send([string]$text) {
  $bytes = $utf8.GetBytes($text)
  $to.Write($bytes, 0, $bytes.Length)
  $to.Flush()
}
function SendPart {
  $text = $batch.ToString()
  $batch.Length = 0
  if ($text) { Send ("$nonce part " + $utf8.GetByteCount($text) + "`n" + $text) }
}

$line = ''
while (($byte = $from.ReadByte()) -gt 10) { $line += [char]$byte }
$nonce, $size, $wanted = $line.Split(' ')
$size = [int]$size

$edition = $PSVersionTable.PSEdition
if (!$edition) { $edition = 'Desktop' }
$os = [Environment]::OSVersion
$windows = "$($os.Platform)" -eq 'Win32NT'
$shell = ''
if (!$windows) { $shell = [Environment]::GetEnvironmentVariable('SHELL') -replace '.*/', '' }
elseif ([Environment]::CommandLine -match '  -EncodedCommand') { $shell = 'cmd' }
Send "$nonce begin $version|$edition|$mode|$windows|$shell|$($os.VersionString)`n"
if ($version -lt [Version]'5.1') { Send "$nonce old`n"; exit }
if ($wanted -eq 'windows' -and !$windows) { Send "$nonce foreign`n"; exit }

$bytes = [Array]::CreateInstance([byte], $size)
$got = 0
while ($got -lt $size -and ($count = $from.Read($bytes, $got, $size - $got)) -gt 0) { $got += $count }
if ($got -lt $size) { Send "$nonce cut $got`n"; exit }
$text = $utf8.GetString($bytes)
$end = $text.IndexOf([char]10)
$Parameters = $text.Substring(0, $end)

$batch = [Activator]::CreateInstance([Text.StringBuilder])
try {
  & ([ScriptBlock]::Create($text.Substring($end + 1))) | ForEach-Object {
    [void]$batch.Append("$_`n")
    if ($batch.Length -gt 32000) { SendPart }
  }
  SendPart
  Send "$nonce end`n"
} catch {
  $why = "$_`n$($_.FullyQualifiedErrorId)`n$($_.InvocationInfo.PositionMessage)"
  Send ("$nonce failed " + [Convert]::ToBase64String($utf8.GetBytes($why)) + "`n")
}
