using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The glossary of the library folder, <c>glossary.yaml</c>; read again when the file changes.</summary>
public sealed class GlossaryFile
{
    private readonly Lock _reading = new();
    private (DateTime Written, long Length) _stamp;
    private Glossary _current = Glossary.Empty;

    private readonly string _previous;
    private readonly string _otherwise;
    private bool _isRead;

    /// <summary>A glossary at a path.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="previous">Where the text before the last change is kept; null for beside it.</param>
    /// <param name="otherwise">What holds while there is no file.</param>
    internal GlossaryFile(string path, string? previous = null, string otherwise = "") =>
        (Path, _previous, _otherwise) = (path, previous ?? path + ".previous", otherwise);

    /// <summary>The glossary that comes with the program: the field's common names and terms, for libraries that have none of their own.</summary>
    internal static string Shipped
    {
        get
        {
            using var resource = typeof(GlossaryFile).Assembly.GetManifestResourceStream("glossary.yaml")!;
            using var reader = new StreamReader(resource);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Full path of the file; it need not exist.</summary>
    public string Path { get; }

    /// <summary>The glossary as the file has it now; while there is no file, the one that comes with the program.</summary>
    public Glossary Current
    {
        get
        {
            var file = new FileInfo(Path);
            lock (_reading)
            {
                var stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
                if (!_isRead || stamp != _stamp)
                {
                    _current = Glossary.Parse(Read());
                    (_stamp, _isRead) = (stamp, true);
                }

                return _current;
            }
        }
    }

    /// <summary>The file's text; while there is no file, that of the glossary that comes with the program.</summary>
    public string Read() => File.Exists(Path) ? File.ReadAllText(Path) : _otherwise;

    /// <summary>The text before the last change made here; null when there was none.</summary>
    public string? Previous => File.Exists(_previous) ? File.ReadAllText(_previous) : null;

    /// <summary>Puts a new text in place of the file at once, so that no reader sees half of it; the text before is kept.</summary>
    /// <returns>What is wrong with the text; the file is written only when nothing is.</returns>
    public IReadOnlyList<string> Save(string yaml)
    {
        var problems = Glossary.Parse(yaml).Problems;
        if (problems.IsEmpty)
        {
            Replace(_previous, Read());
            Replace(Path, yaml.ReplaceLineEndings("\n"));
        }

        return problems;
    }

    /// <summary>Whether the file still says what somebody saw; line ends and blanks around it are nobody's change.</summary>
    public bool IsStill(string? seen) => (seen ?? "").ReplaceLineEndings("\n").Trim() == Read().ReplaceLineEndings("\n").Trim();

    /// <summary>Brings back the text before the last change, which then can be brought back in turn; says whether there was one.</summary>
    public bool Undo()
    {
        if (Previous is not { } before)
        {
            return false;
        }

        Replace(_previous, Read());
        Replace(Path, before);
        return true;
    }

    private static void Replace(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }
}
