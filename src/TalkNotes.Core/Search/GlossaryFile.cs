using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The glossary of the library folder, <c>glossary.yaml</c>; read again when the file changes.</summary>
public sealed class GlossaryFile
{
    private readonly Lock _reading = new();
    private (DateTime Written, long Length) _stamp;
    private Glossary _current = Glossary.Empty;

    internal GlossaryFile(string path) => Path = path;

    /// <summary>Full path of the file; it need not exist.</summary>
    public string Path { get; }

    /// <summary>The glossary as the file has it now; empty when there is no file.</summary>
    public Glossary Current
    {
        get
        {
            var file = new FileInfo(Path);
            lock (_reading)
            {
                var stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
                if (stamp != _stamp)
                {
                    _current = file.Exists ? Glossary.Parse(Read()) : Glossary.Empty;
                    _stamp = stamp;
                }

                return _current;
            }
        }
    }

    /// <summary>The file's text; empty when there is no file.</summary>
    public string Read() => File.Exists(Path) ? File.ReadAllText(Path) : "";

    /// <summary>Puts a new text in place of the file at once, so that no reader sees half of it.</summary>
    /// <returns>What is wrong with the text; the file is written only when nothing is.</returns>
    public IReadOnlyList<string> Save(string yaml)
    {
        var problems = Glossary.Parse(yaml).Problems;
        if (problems.IsEmpty)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            var draft = Path + ".new";
            File.WriteAllText(draft, yaml.ReplaceLineEndings("\n"));
            File.Move(draft, Path, overwrite: true);
        }

        return problems;
    }
}
