using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Tests.Cli;

/// <summary>Runs a command as a person would, in this process.</summary>
internal static class Run
{
    /// <summary>What <c>talknotes …</c> answers.</summary>
    public static async Task<(int Status, string Out, string Error)> TalkNotesAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var status = await CommandLine.RunAsync(args, new Terminal(TextReader.Null, output, error, IsInteractive: false));
        return (status, output.ToString(), error.ToString());
    }
}
