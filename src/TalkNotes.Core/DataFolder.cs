using System.Collections.Frozen;

namespace TalkNotes.Core;

/// <summary>What stands in a data folder. None of it is a document, even where the data lie among the documents: the keys are secret.</summary>
public static class DataFolder
{
    /// <summary>The database.</summary>
    public const string Database = "talknotes.db";

    /// <summary>Folder of the copies that the program makes on its own.</summary>
    public const string Backups = "backups";

    /// <summary>Folder of index files.</summary>
    public const string Index = "index";

    /// <summary>Folder of the keys that protect cookies.</summary>
    public const string Keys = "keys";

    /// <summary>Folder of uploaded documents that wait for a decision.</summary>
    public const string Waiting = "waiting";

    /// <summary>The glossary before its last change.</summary>
    public const string PreviousGlossary = "glossary.previous.yaml";

    private static readonly FrozenSet<string> Names = new[] { Backups, Index, Keys, Waiting, PreviousGlossary }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a folder is one: it has the database.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, Database));

    /// <summary>Whether a path is what the program keeps in a data folder, or lies below that.</summary>
    public static bool Keeps(string folder, string path)
    {
        var inside = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0];
        return IsOwn(inside);
    }

    /// <summary>Whether a name directly in a data folder is the program's own.</summary>
    public static bool IsOwn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name) || name.StartsWith(Database, StringComparison.OrdinalIgnoreCase); // also its journals
    }
}
