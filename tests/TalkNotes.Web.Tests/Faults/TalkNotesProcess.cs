using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace TalkNotes.Web.Tests.Faults;

/// <summary>The real program in a process of its own, for what a test cannot do to itself: be killed, stopped, refuse to start.</summary>
internal sealed class TalkNotesProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();

    private TalkNotesProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => _error.AppendLine(line.Data); // read all the time, so that the program never waits for a reader
        _process.BeginErrorReadLine();
    }

    public TextReader Out => _process.StandardOutput;

    public string Error => _error.ToString();

    public int Id => _process.Id;

    /// <summary>Memory that the program holds now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it in a folder.</summary>
    public static TalkNotesProcess Start(string folder, params IReadOnlyList<string> arguments)
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

        return new TalkNotesProcess(Process.Start(start)!);
    }

    /// <summary>Serves on a free port of this machine.</summary>
    public static TalkNotesProcess Serve(string data, string library) =>
        Start(Path.GetTempPath(), "serve", "--urls", "http://127.0.0.1:0", "--data", data, "--library", library, "--no-watch", "--backups", "0");

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Status, string Out, string Error)> RunAsync(string folder, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var program = Start(folder, arguments);
        var output = await program.Out.ReadToEndAsync(ct);
        return (await program.EndAsync(ct), output, program.Error);
    }

    /// <summary>Waits until it says where it serves; null when it ends before.</summary>
    public async Task<Uri?> AddressAsync(CancellationToken ct)
    {
        while (await Out.ReadLineAsync(ct) is { } line)
        {
            if (Regex.Match(line, "http://[0-9.]+:[0-9]+", RegexOptions.NonBacktracking) is { Success: true } address)
            {
                return new Uri(address.Value);
            }
        }

        return null;
    }

    /// <summary>SIGKILL: no handler of the program runs.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    /// <summary>SIGTERM: asks it to stop.</summary>
    public void AskToStop() => Process.Start("kill", ["-TERM", Id.ToString()]).WaitForExit();

    /// <summary>Waits for its end; its exit status.</summary>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Whether it ends within a time.</summary>
    public bool EndsWithin(int milliseconds) => _process.WaitForExit(milliseconds);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
