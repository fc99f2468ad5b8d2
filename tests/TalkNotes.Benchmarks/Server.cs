using System.Diagnostics;
using System.Net;

namespace TalkNotes.Benchmarks;

/// <summary>The program as it is published, serving a library in a process of its own.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;
    private readonly string _empty = Directory.CreateTempSubdirectory("talknotes-empty-").FullName;

    private Server(string program, string data, int port, string? library)
    {
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 64 })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromMinutes(2),
        };
        var watch = Stopwatch.StartNew();
        _process = Process.Start(new ProcessStartInfo(program, ["--urls", $"http://127.0.0.1:{port}", "--data", data, "--library", library ?? _empty, "--no-watch", "--backups=0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (FirstPage is null)
        {
            try
            {
                using var page = Client.GetAsync(new Uri("/", UriKind.Relative)).GetAwaiter().GetResult();
                FirstPage = page.IsSuccessStatusCode ? watch.Elapsed : null;
            }
            catch (HttpRequestException) when (!_process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(5))
            {
                Thread.Sleep(5);
            }
        }

        FirstPageWork = Work;
    }

    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first whole start page.</summary>
    public TimeSpan? FirstPage { get; private set; }

    /// <summary>Processor time until then.</summary>
    public TimeSpan FirstPageWork { get; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Work
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in use, in megabytes.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1_000_000;
        }
    }

    /// <summary>Starts it and waits for its first page.</summary>
    public static Server Start(string program, string data, int port, string? library = null) => new(program, data, port, library);

    /// <summary>Publishes the program ahead-of-time compiled where the packages for that are there, else as it is.</summary>
    /// <returns>The executable, and how it was compiled.</returns>
    public static (string Program, string How) Publish(string root, string folder)
    {
        foreach (var (how, options) in new[]
        {
            ("ReadyToRun", new[] { "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/publish.lock.json" }),
            ("JIT", []),
        })
        {
            using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "src", "TalkNotes.Web"), "-c", "Release", "-o", folder, "--artifacts-path", folder + "-build", "-v", "q", "-nologo", .. options]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            publish.StandardOutput.ReadToEnd();
            publish.WaitForExit();
            if (publish.ExitCode == 0)
            {
                return (Path.Combine(folder, OperatingSystem.IsWindows() ? "talknotes.exe" : "talknotes"), how);
            }
        }

        throw new InvalidOperationException("The program cannot be published.");
    }

    /// <summary>Waits until it has done nothing for a second, or for so long.</summary>
    public void WaitUntilIdle(TimeSpan most)
    {
        var watch = Stopwatch.StartNew();
        var before = TimeSpan.FromDays(-1);
        while (watch.Elapsed < most && Work - before > TimeSpan.FromMilliseconds(20))
        {
            before = Work;
            Thread.Sleep(1_000);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Client.Dispose();
        Directory.Delete(_empty, recursive: true);
    }
}
