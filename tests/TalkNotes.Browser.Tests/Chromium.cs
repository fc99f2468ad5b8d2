using System.Diagnostics;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// Finds a real browser: <c>TALKNOTES_CHROMIUM</c>, an installed Chromium, Chrome or Edge, else installs Chromium
/// through the system's package manager where this process may; else says exactly what to do. Never skips.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];

    /// <summary>Path of the browser's executable.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed; the message says what to do.</exception>
    public static string Path() => Environment.GetEnvironmentVariable("TALKNOTES_CHROMIUM") is { Length: > 0 } given ? given
        : Installed() ?? Install() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge, and none was found or could be installed. Install one "
            + "(Debian or Ubuntu: sudo apt-get install chromium; Fedora: sudo dnf install chromium; macOS: brew install "
            + "--cask chromium; Windows: winget install Google.Chrome), or set TALKNOTES_CHROMIUM to its executable.");

    private static string? Installed()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        var candidates = folders.SelectMany(f => Names.Select(n => System.IO.Path.Combine(f, OperatingSystem.IsWindows() ? n + ".exe" : n)));
        return candidates.Concat(
        [
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe",
            @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
            @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ]).FirstOrDefault(File.Exists);
    }

    private static string? Install()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var root = Environment.IsPrivilegedProcess ? "" : "sudo -n ";
        foreach (var (manager, commands) in new[]
        {
            ("apt-get", $"{root}apt-get update -qq && {root}apt-get install -y -qq chromium"),
            ("dnf", $"{root}dnf install -y -q chromium"),
            ("apk", $"{root}apk add -q chromium"),
        })
        {
            if (Shell($"command -v {manager} && {commands}") && Installed() is { } path)
            {
                return path;
            }
        }

        return null;
    }

    private static bool Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        });
        if (process is null)
        {
            return false;
        }

        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        reading.Wait();
        return process.ExitCode == 0;
    }
}
