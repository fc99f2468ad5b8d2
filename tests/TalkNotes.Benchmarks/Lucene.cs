using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TalkNotes.Core.Text;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Benchmarks;

/// <summary>
/// Java Lucene over the same passages, where the machine has it (Debian: <c>liblucene8-java</c> and a JDK). The index is made
/// once and kept in <c>DIR/lucene</c>; <c>LuceneBench.java</c> answers one query a line with the time that it took.
/// </summary>
internal sealed class Lucene : IDisposable
{
    private const string Jars = "/usr/share/java";
    private readonly Process _process;

    private Lucene(Process process) => _process = process;

    /// <summary>Null where there is no Lucene.</summary>
    public static Lucene? Open(string data)
    {
        string[] jars = Directory.Exists(Jars) ? Directory.GetFiles(Jars, "lucene*.jar") : [];
        if (jars.Length == 0)
        {
            return null;
        }

        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(data))!, "lucene");
        var corpus = folder + ".txt";
        if (!Directory.Exists(folder))
        {
            WriteCorpus(data, corpus);
        }

        var process = Process.Start(new ProcessStartInfo(
            "java", ["-Xmx1g", "-cp", string.Join(':', jars), Path.Combine(Checkout.Root, "tests", "TalkNotes.Benchmarks", "LuceneBench.java"), folder, corpus])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadLine(); // ready
        File.Delete(corpus);
        return new Lucene(process);
    }

    /// <summary>Milliseconds for the best twenty.</summary>
    public double Ask(string name, string[] words)
    {
        var kind = name switch { "phrase" => "phrase", "prefix" => "prefix", "eight words in a row" or "question of words" or "twelve-word OR" => "any", _ => "all" };
        _process.StandardInput.WriteLine($"{kind}\t{string.Join(' ', words)}");
        _process.StandardInput.Flush();
        return double.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>One passage a line, cut into words as the program cuts them, so that both look for the same.</summary>
    private static void WriteCorpus(string data, string file)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "talknotes.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT text FROM passages WHERE kind <> 'bridge'";
        using var reader = command.ExecuteReader();
        using var writer = new StreamWriter(file);
        while (reader.Read())
        {
            writer.WriteLine(string.Join(' ', Tokens.Forms(reader.GetString(0))));
        }
    }
}
