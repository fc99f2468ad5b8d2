using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TalkNotes.Web.Tests;

/// <summary>The real program in a process of its own, for what a test cannot do to itself: be killed, refuse to start.</summary>
internal static class TalkNotesProcess
{
    /// <summary>Starts it in a folder; standard output is for the caller to read, standard error is gathered by the system.</summary>
    public static Process Start(string folder, IReadOnlyList<string> arguments, DataReceivedEventHandler? onError = null)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var start = new ProcessStartInfo(File.Exists(dotnet) ? dotnet : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in arguments.Prepend(typeof(Program).Assembly.Location))
        {
            start.ArgumentList.Add(argument);
        }

        var program = Process.Start(start)!;
        program.ErrorDataReceived += onError ?? ((_, _) => { }); // drained, so that the program never waits for a reader
        program.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Status, string Out, string Error)> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var error = new System.Text.StringBuilder();
        using var program = Start(folder, arguments, (_, line) => error.AppendLine(line.Data));
        var output = await program.StandardOutput.ReadToEndAsync(ct);
        await program.WaitForExitAsync(ct);
        return (program.ExitCode, output, error.ToString());
    }
}
