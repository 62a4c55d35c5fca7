// How the collector is run by other means than ours: printed beside the script, never in it, so that the script stays what it is.

export const collectorTexts = {
  'collector.usage': `The script runs in Windows PowerShell 5.1 and PowerShell 7, changes nothing and prints a snapshot as JSON. What
a login without administrative rights cannot see is named in it. On the server:

  powershell.exe -NoProfile -ExecutionPolicy Bypass -Command "& .\\collect.ps1 | Set-Content -Encoding UTF8 ($env:COMPUTERNAME + '.rdpsnapshot.json')"

Then here, for one file or for a folder of them:

  rdp-diagnostics diagnose FOLDER`,
} as const;
