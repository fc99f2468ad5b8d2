using System.Diagnostics;
using System.Globalization;
using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Benchmarks;

/// <summary>What reading a file of many megabytes costs in each family of formats, each in a process of its own.</summary>
internal static class LargeFiles
{
    private const string Mark = "figures ";

    /// <summary>A family's file, one piece a turn or caption; <c>{n}</c> is its number.</summary>
    private static readonly (string Name, string Head, Func<int, string> Piece, string Foot)[] Families =
    [
        ("webvtt", "WEBVTT\n\n", n => $"{Time(n, '.')} --> {Time(n + 1, '.')}\n{Words(n, 5)}\n\n", ""),
        ("subrip", "", n => $"{n + 1}\n{Time(n, ',')} --> {Time(n + 1, ',')}\n{Words(n, 5)}\n\n", ""),
        ("whisper-json", "{\"text\": \"\", \"segments\": [\n", n => $"{(n == 0 ? "" : ",\n")}{{\"id\": {n}, \"start\": {n}.5, \"end\": {n + 1}.25, \"text\": \" {Words(n, 12)}\", \"tokens\": [50364, 400, 370, 11]}}", "\n], \"language\": \"en\"}\n"),
        ("timed-list", "---\ntitle: \"A talk\"\n---\n\n## Text\n\n", n => $"- [{Time(n, '.')[..8]}] {Words(n, 8)}\n", ""),
        ("speaker-turns", "", n => $"{(n % 2 == 0 ? "Ada Keller" : "Jo Winter")}: {Words(n, 25)}.\n\n", ""),
        ("claim-notes", "# Notes\n\n", n => $"{(n % 20 == 0 ? "\n## Part\n\n" : "")}- {Words(n, 10)}. [Unverified]\n", ""),
        ("saved-page", "<!doctype html><html><head><title>A talk</title></head><body>\n", n => $"<p><b>{(n % 2 == 0 ? "Ada Keller" : "Jo Winter")}:</b> {Words(n, 25)}.</p>\n", "</body></html>\n"),
        ("plain-text", "", n => Words(n, 14) + "\n", ""),
    ];

    /// <summary>Prints the table for files of so many megabytes.</summary>
    public static void Run(int megabytes)
    {
        Console.WriteLine($"| {megabytes} MB | lines | segments and claims | processor seconds | peak MB | times the file |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, head, piece, foot) in Families)
        {
            var file = Path.Combine(Path.GetTempPath(), $"talknotes-large-{name}-{Environment.ProcessId}");
            try
            {
                Write(file, head, piece, foot, megabytes * 1_000_000L);
                using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["parse", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
                var figures = process.StandardOutput.ReadToEnd().Split('\n').Single(l => l.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..].Split(' ');
                process.WaitForExit();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {figures[0]} | {long.Parse(figures[1], CultureInfo.InvariantCulture):N0} | {long.Parse(figures[2], CultureInfo.InvariantCulture):N0} | {figures[3]} | {figures[4]} | {double.Parse(figures[4], CultureInfo.InvariantCulture) / megabytes:0.0} |"));
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The work itself: reads one file and prints what it cost.</summary>
    public static void Parse(string file)
    {
        var parsed = ((ParseResult.Parsed)SourceFormats.Parse(SourceText.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file)))).Source;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Mark}{parsed.Format.Id} {parsed.Source.Lines.Length} {parsed.Document.Segments.Length + parsed.Document.Claims.Length} {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} {process.PeakWorkingSet64 / 1_000_000}"));
    }

    private static void Write(string file, string head, Func<int, string> piece, string foot, long bytes)
    {
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        writer.Write(head);
        for (var (n, written) = (0, (long)head.Length); written < bytes; n++)
        {
            var text = piece(n);
            writer.Write(text);
            written += text.Length;
        }

        writer.Write(foot);
    }

    private static string Time(int n, char point) => string.Create(CultureInfo.InvariantCulture, $"{n / 3600 % 90:00}:{n / 60 % 60:00}:{n % 60:00}{point}{n % 7 * 100:000}");

    private static string Words(int n, int count)
    {
        string[] words = ["so", "today", "models", "learn", "from", "data", "that", "nobody", "labels", "and", "the", "cost", "falls", "every", "year", "again"];
        var text = new StringBuilder($"W{n}");
        for (var i = 1; i < count; i++)
        {
            text.Append(' ').Append(words[(n + (i * 7)) % words.Length]);
        }

        return text.ToString();
    }
}
