// What each script may hold, and why. Whatever is on a list has to be in Windows PowerShell 5.1 (on .NET Framework 4.5.2 and later) and in
// PowerShell 7; where an old .NET lacks it, the script catches that. Whoever adds a line answers for it on other people's servers.

import type { Allowed } from './scriptFacts';

const bootstrap: Allowed = {
  version: 2,
  commands: ['ForEach-Object', 'Ampersand ([ScriptBlock]::Create($text.Substring($end + 1)))'],
  parameters: [],
  members: [
    '.Append()', '.Flush()', '.GetByteCount()', '.GetBytes()', '.GetString()', '.IndexOf()', '.Read()', '.ReadByte()', '.Split()', '.Substring()',
    '.ToString()', '.Write()', '[Activator]::CreateInstance()', '[Array]::CreateInstance()', '[Console]::OpenStandardInput()',
    '[Console]::OpenStandardOutput()', '[Convert]::ToBase64String()', '[Environment]::CommandLine', '[Environment]::GetEnvironmentVariable()',
    '[Environment]::OSVersion', '[ScriptBlock]::Create()', '[Text.Encoding]::UTF8', 'set .Length',
  ],
  types: ['Activator', 'Array', 'byte', 'char', 'Console', 'Convert', 'Environment', 'int', 'ScriptBlock', 'string', 'Text.Encoding', 'Text.StringBuilder', 'Version', 'void'],
};

const collect: Allowed = {
  version: 5,
  // Get- by their name. Invoke-CimMethod calls what collect.ps1 names: scripts.test.ts has the list.
  commands: ['ForEach-Object', 'Where-Object', 'Get-CimAssociatedInstance', 'Get-CimInstance', 'Invoke-CimMethod'],
  parameters: [
    ...['ClassName', 'ErrorAction', 'Filter', 'Namespace', 'OperationTimeoutSec'].map((name) => `Get-CimInstance -${name}`),
    ...['Association', 'ErrorAction', 'InputObject', 'OperationTimeoutSec'].map((name) => `Get-CimAssociatedInstance -${name}`),
    ...['Arguments', 'ErrorAction', 'InputObject', 'MethodName', 'OperationTimeoutSec'].map((name) => `Invoke-CimMethod -${name}`),
  ],
  members: [
    // The two temporary files of secedit, which this script named itself.
    '[IO.File]::Delete()',
    // Programs by their full path (scripts.test.ts has the list), and the end of one of them that takes too long.
    '[Diagnostics.ProcessStartInfo]::new()', '[Diagnostics.Process]::Start()', '.Kill()', '.WaitForExit()', '.ReadToEndAsync()', '.Wait()',
    'set .CreateNoWindow', 'set .RedirectStandardError', 'set .RedirectStandardInput', 'set .RedirectStandardOutput', 'set .UseShellExecute',
    // The workers the sections run in: our own text, in this process.
    '[Management.Automation.PowerShell]::Create()', '[Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()',
    '[Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace()', '[Management.Automation.Runspaces.SessionStateVariableEntry]::new()',
    '.AddScript()', '.AddCommand()', '.AddArgument()', '.BeginInvoke()', '.EndInvoke()', '.WaitOne()', 'set .Runspace',
    // So that a section that hangs does not keep the process alive.
    '[Threading.Thread]::CurrentThread', 'set .IsBackground',
    // `Members` of an ADSI group, and two properties of each; PowerShell.Invoke of a worker.
    '[DirectoryServices.DirectoryEntry]::new()', '.Invoke()', '.InvokeMember()', '[Reflection.BindingFlags]::GetProperty',
    // Three functions of wtsapi32.dll that enumerate, query and free, without a compiler.
    '[Reflection.AssemblyName]::new()', '[Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly()', '[Reflection.Emit.AssemblyBuilderAccess]::Run',
    '.DefineDynamicModule()', '.DefineType()', '.DefinePInvokeMethod()', '.SetImplementationFlags()', '.GetMethodImplementationFlags()', '.CreateType()',
    '.MakeByRefType()', '[Reflection.CallingConventions]::Standard', '[Reflection.MethodImplAttributes]::PreserveSig',
    '[Runtime.InteropServices.CallingConvention]::Winapi', '[Runtime.InteropServices.CharSet]::Unicode',
    '$wts::WTSEnumerateSessionsW()', '$wts::WTSQuerySessionInformationW()', '$wts::WTSFreeMemory()',
    '[Runtime.InteropServices.Marshal]::PtrToStringUni()', '[Runtime.InteropServices.Marshal]::ReadInt32()', '[Runtime.InteropServices.Marshal]::ReadIntPtr()',
    '[IntPtr]::Size', '[IntPtr]::Zero', '.ToInt64()',
    // Of the system: ServiceController, which Windows PowerShell does not load by itself.
    '[Reflection.Assembly]::Load()', '[ServiceProcess.ServiceController]::new()',
    // The firewall's own answer to which profiles are active.
    '[Type]::GetTypeFromProgID()', '[Activator]::CreateInstance()',
    // Registry, for reading: no second argument of OpenSubKey.
    '[Microsoft.Win32.RegistryKey]::OpenBaseKey()', '[Microsoft.Win32.RegistryHive]::LocalMachine', '[Microsoft.Win32.RegistryHive]::Users',
    '[Microsoft.Win32.RegistryView]::Registry64', '[Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames',
    '.OpenSubKey()', '.GetSubKeyNames()', '.GetValueNames()', '.GetValue()', '.GetValueKind()',
    // Event logs.
    '[Diagnostics.Eventing.Reader.EventLogConfiguration]::new()', '[Diagnostics.Eventing.Reader.EventLogQuery]::new()',
    '[Diagnostics.Eventing.Reader.EventLogReader]::new()', '[Diagnostics.Eventing.Reader.PathType]::LogName', 'set .ReverseDirection', '.ReadEvent()', '.ToXml()',
    '[Xml.XmlDocument]::new()', 'set .XmlResolver', '.LoadXml()', '.SelectNodes()', '.GetAttribute()',
    // Certificates and access control lists. Open of a store is called with ReadOnly.
    '[Security.Cryptography.X509Certificates.X509Store]::new()', '[Security.Cryptography.X509Certificates.StoreLocation]::LocalMachine', '.Open()',
    '[Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey()',
    '[Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPublicKey()',
    '[Security.AccessControl.FileSecurity]::new()', '[Security.AccessControl.DirectorySecurity]::new()', '[Security.AccessControl.AccessControlSections]::Access', '.GetAccessRules()',
    '[IO.Directory]::Exists()', '[IO.File]::Exists()', '[IO.File]::ReadAllText()', '[IO.Path]::Combine()', '[IO.Path]::GetFileName()', '[IO.Path]::GetTempPath()', '[Guid]::NewGuid()',
    // Who and where.
    '[Security.Principal.NTAccount]::new()', '[Security.Principal.SecurityIdentifier]::new()', '[Security.Principal.WindowsBuiltInRole]::Administrator',
    '[Security.Principal.WindowsIdentity]::GetCurrent()', '[Security.Principal.WindowsPrincipal]::new()', '.IsInRole()', '.Translate()',
    '[Environment+SpecialFolder]::CommonApplicationData', '[Environment]::GetFolderPath()', '[Environment]::Is64BitOperatingSystem', '[Environment]::Is64BitProcess',
    '[Environment]::MachineName', '[Environment]::OSVersion', '[Globalization.CultureInfo]::InstalledUICulture', '[Globalization.CultureInfo]::InvariantCulture',
    '[Diagnostics.Process]::GetProcessById()', '[Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()',
    '.GetActiveTcpConnections()', '.GetActiveTcpListeners()', '.GetActiveUdpListeners()',
    // Texts, numbers, times and lists in memory.
    '[InvalidOperationException]::new()', '[BitConverter]::GetBytes()', '[BitConverter]::ToString()', '[Collections.Generic.List[int]]::new()',
    '[Collections.Generic.List[object]]::new()', '[Collections.Generic.SortedSet[int]]::new()', '[Convert]::ToInt64()', '[Convert]::ToString()', '[DateTime]::UtcNow',
    '[Diagnostics.Stopwatch]::StartNew()', '[Math]::Floor()', '[Math]::Max()', '[Math]::Min()', '[regex]::Matches()', '[Security.Cryptography.SHA256]::Create()', '.ComputeHash()',
    '[StringComparison]::OrdinalIgnoreCase', '[Text.Encoding]::UTF8', '[Text.Encoding]::Unicode', '[Text.StringBuilder]::new()',
    // Getters, because a property that throws is $null in PowerShell.
    '.get_Certificates()', '.get_DomainName()', '.get_FileName()', '.get_HostName()', '.get_IsEnabled()', '.get_Key()', '.get_KeySize()', '.get_MainModule()',
    '.get_ProcessName()', '.get_Status()',
    '.Add()', '.AddRange()', '.Append()', '.Clear()', '.Close()', '.Contains()', '.ContainsKey()', '.Dispose()', '.GetBytes()', '.GetEnumerator()', '.GetType()', '.IndexOf()',
    '.Replace()', '.Split()', '.Substring()', '.ToCharArray()', '.ToLowerInvariant()', '.ToString()', '.ToUniversalTime()', '.ToUpperInvariant()', '.Trim()', '.TrimEnd()', '.TrimStart()',
  ],
  types: [
    'bool', 'byte[]', 'char', 'Convert', 'DateTime', 'Enum', 'Environment', 'Environment+SpecialFolder', 'Guid', 'hashtable', 'int', 'IntPtr', 'long', 'Math', 'ordered', 'ref', 'regex',
    'string', 'string[]', 'Type', 'Type[]', 'ValueType', 'void', 'Activator', 'BitConverter', 'InvalidOperationException', 'StringComparison', 'Text.Encoding', 'Text.StringBuilder',
    'Collections.Generic.List[int]', 'Collections.Generic.List[object]', 'Collections.Generic.SortedSet[int]', 'Collections.IDictionary', 'Collections.IEnumerable',
    'Diagnostics.Eventing.Reader.EventLogConfiguration', 'Diagnostics.Eventing.Reader.EventLogQuery', 'Diagnostics.Eventing.Reader.EventLogReader', 'Diagnostics.Eventing.Reader.PathType',
    'Diagnostics.Process', 'Diagnostics.ProcessStartInfo', 'Diagnostics.Stopwatch', 'DirectoryServices.DirectoryEntry', 'Globalization.CultureInfo', 'IO.Directory', 'IO.File', 'IO.Path',
    'Management.Automation.ErrorRecord', 'Management.Automation.PowerShell', 'Management.Automation.Runspaces.InitialSessionState', 'Management.Automation.Runspaces.RunspaceFactory',
    'Management.Automation.Runspaces.SessionStateVariableEntry', 'Microsoft.Win32.RegistryHive', 'Microsoft.Win32.RegistryKey', 'Microsoft.Win32.RegistryValueOptions', 'Microsoft.Win32.RegistryView',
    'Net.NetworkInformation.IPGlobalProperties', 'Reflection.Assembly', 'Reflection.AssemblyName', 'Reflection.BindingFlags', 'Reflection.CallingConventions', 'Reflection.Emit.AssemblyBuilder',
    'Reflection.Emit.AssemblyBuilderAccess', 'Reflection.MethodAttributes', 'Reflection.MethodImplAttributes', 'Reflection.TypeAttributes', 'Runtime.InteropServices.CallingConvention',
    'Runtime.InteropServices.CharSet', 'Runtime.InteropServices.Marshal', 'Security.AccessControl.AccessControlSections', 'Security.AccessControl.DirectorySecurity', 'Security.AccessControl.FileSecurity',
    'Security.Cryptography.CryptographicException', 'Security.Cryptography.SHA256', 'Security.Cryptography.X509Certificates.ECDsaCertificateExtensions',
    'Security.Cryptography.X509Certificates.OpenFlags', 'Security.Cryptography.X509Certificates.RSACertificateExtensions', 'Security.Cryptography.X509Certificates.StoreLocation',
    'Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension', 'Security.Cryptography.X509Certificates.X509Store', 'Security.Principal.NTAccount',
    'Security.Principal.SecurityIdentifier', 'Security.Principal.WindowsBuiltInRole', 'Security.Principal.WindowsIdentity', 'Security.Principal.WindowsPrincipal', 'ServiceProcess.ServiceController',
    'Threading.Thread', 'Xml.XmlDocument',
  ],
};

export const allowed: Readonly<Record<string, Allowed>> = { 'bootstrap.ps1': bootstrap, 'collect.ps1': collect };
