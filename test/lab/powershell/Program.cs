// A stand-in for powershell.exe and pwsh: the real engine behind the command line this project uses. It takes -EncodedCommand, -Command
// and -File, writes CLIXML to standard error where the real console host does, and ends with its exit codes.
// For tests only, by environment: LAB_LANGUAGE_MODE (a language mode), LAB_PROFILE_NOISE (what a profile would print).
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;

string? command = null;
var clixml = false;
for (var at = 0; at < args.Length && command is null; at++)
{
    switch (args[at].TrimStart('-', '/').ToLowerInvariant())
    {
        case "noprofile" or "noninteractive" or "nologo" or "login" or "l":
            continue;
        case "encodedcommand" or "enc" or "ec" or "e":
            try
            {
                command = Encoding.Unicode.GetString(Convert.FromBase64String(args.ElementAtOrDefault(at + 1) ?? "*"));
            }
            catch (FormatException)
            {
                Console.Error.WriteLine("Cannot process the command because the value specified with -EncodedCommand is not properly encoded.");
                return 64;
            }
            clixml = true;
            break;
        case "command" or "c":
            command = string.Join(' ', args.Skip(at + 1));
            break;
        case "file" or "f":
            command = File.ReadAllText(args[at + 1]);
            break;
        default:
            Console.Error.WriteLine($"The argument '{args[at]}' is not recognized.");
            return 64;
    }
}
if (command is null) return 64;
if (Environment.GetEnvironmentVariable("LAB_PROFILE_NOISE") is { } noise) Console.Out.Write(noise);

using var host = new LabHost();
using var complaints = new Complaints(clixml);
var state = InitialSessionState.CreateDefault2();
if (Enum.TryParse<PSLanguageMode>(Environment.GetEnvironmentVariable("LAB_LANGUAGE_MODE"), out var mode)) state.LanguageMode = mode;
using var runspace = RunspaceFactory.CreateRunspace(host, state);
runspace.Open();
using var shell = PowerShell.Create(runspace);
shell.AddScript(command).AddCommand("Out-Default");
shell.Streams.Error.DataAdded += (_, added) => complaints.Error(shell.Streams.Error[added.Index]);
shell.Streams.Warning.DataAdded += (_, added) => complaints.Text("Warning", shell.Streams.Warning[added.Index].Message);
shell.Streams.Progress.DataAdded += (_, added) => complaints.Progress(shell.Streams.Progress[added.Index]);
try
{
    shell.Invoke();
}
catch (RuntimeException failure)
{
    complaints.Error(failure.ErrorRecord);
    return Leave(host.ExitCode ?? 1);
}
return Leave(host.ExitCode ?? (runspace.SessionStateProxy.GetVariable("?") is false ? 1 : 0));

// As the real hosts do: what another runspace still does is no reason to stay.
int Leave(int code)
{
    complaints.Dispose();
    Console.Out.Flush();
    Environment.Exit(code);
    return code;
}
