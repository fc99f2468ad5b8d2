using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Tests.Cli;

/// <summary>Runs a command as a person would, in this process.</summary>
internal static class Run
{
    /// <summary>What <c>talknotes …</c> answers.</summary>
    public static Task<(int Status, string Out, string Error)> TalkNotesAsync(params string[] args) => WithInputAsync("", args);

    /// <summary>The same with something on standard input.</summary>
    public static async Task<(int Status, string Out, string Error)> WithInputAsync(string input, params string[] args)
    {
        using var standardInput = new StringReader(input);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var status = await CommandLine.RunAsync(args, new Terminal(standardInput, output, error, IsInteractive: false));
        return (status, output.ToString(), error.ToString());
    }
}
