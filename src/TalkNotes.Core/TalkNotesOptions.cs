namespace TalkNotes.Core;

/// <summary>Where things live. Paths may be relative to the current directory.</summary>
public sealed record TalkNotesOptions
{
    /// <summary>Folder of the database <c>talknotes.db</c> and its backups.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Folder of documents that <c>serve</c> takes in.</summary>
    public string LibraryDirectory { get; init; } = "seeds";

    /// <summary>Whether <c>serve</c> goes on looking at the library folder and takes in what is added or changed.</summary>
    public bool WatchLibrary { get; init; } = true;

    /// <summary>How many daily copies of the database <c>serve</c> keeps; 0 makes none.</summary>
    public int DailyBackups { get; init; } = 14;

    /// <summary>Address under which others read the library, without a slash at the end; null for the one that a reader used.</summary>
    public string? Site { get; init; }

    /// <summary>Full path of the database file.</summary>
    public string DatabasePath => Path.Combine(Path.GetFullPath(DataDirectory), DataFolder.Database);
}
