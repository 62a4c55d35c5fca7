// Standard error as the console host writes it: CLIXML where the command came encoded, else text.
using System.Management.Automation;
using System.Security;
using System.Text.RegularExpressions;

sealed class Complaints(bool clixml) : IDisposable
{
    bool begun;

    public void Error(ErrorRecord record)
    {
        var position = record.InvocationInfo?.PositionMessage ?? "";
        Text("Error", $"{record}\r\n{position}\r\n    + CategoryInfo          : {record.CategoryInfo}\r\n    + FullyQualifiedErrorId : {record.FullyQualifiedErrorId}\r\n");
    }

    public void Text(string stream, string text)
    {
        if (clixml) Object($"<S S=\"{stream}\">{Escaped(text)}</S>");
        else Console.Error.WriteLine(text.TrimEnd());
    }

    public void Progress(ProgressRecord record)
    {
        if (clixml) Object($"<Obj S=\"progress\" RefId=\"0\"><MS><PR N=\"Record\"><AV>{Escaped(record.Activity)}</AV></PR></MS></Obj>");
    }

    void Object(string xml)
    {
        if (!begun) Console.Error.Write("#< CLIXML\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">");
        begun = true;
        Console.Error.Write(xml);
    }

    static string Escaped(string text) =>
        Regex.Replace(SecurityElement.Escape(text), "[\0-\x1f]|_(?=x[0-9A-Fa-f]{4}_)", found => $"_x{(int)found.Value[0]:X4}_");

    public void Dispose()
    {
        if (begun) Console.Error.Write("</Objs>");
    }
}
