namespace TalkNotes.Core.Notes;

/// <summary>What became of one file of a folder of notes.</summary>
public enum NoteOutcome
{
    /// <summary>File and library say the same.</summary>
    Same,

    /// <summary>A talk's notes were written for the first time.</summary>
    Written,

    /// <summary>The library changed and nobody edited the file: it was written anew.</summary>
    Updated,

    /// <summary>The file was edited outside: it is left as it is until a person has decided about each edit.</summary>
    Edited,

    /// <summary>The file was removed outside; it is written again only when somebody asks.</summary>
    Removed,

    /// <summary>New notes of a person were taken into the library.</summary>
    TakenIn,

    /// <summary>The file is known under another path now.</summary>
    Moved,

    /// <summary>No notes about a talk; left alone.</summary>
    LeftAlone,

    /// <summary>It could not be read or written; the others went on.</summary>
    Failed,
}

/// <summary>One file of a folder of notes.</summary>
/// <param name="Path">Within the folder, with <c>/</c>.</param>
/// <param name="Talk">Slug of its talk, or null.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Edits">Edits that wait for a person.</param>
/// <param name="Message">More about it, or null.</param>
public sealed record NoteFileReport(string Path, string? Talk, NoteOutcome Outcome, IReadOnlyList<NoteEdit> Edits, string? Message = null);

/// <summary>What became of a folder of notes.</summary>
/// <param name="Files">Its files, talks in the order of their addresses.</param>
public sealed record NoteSyncReport(IReadOnlyList<NoteFileReport> Files)
{
    /// <summary>Whether nothing waits for a person and nothing failed.</summary>
    public bool IsSettled => Files.All(f => f.Outcome is not (NoteOutcome.Edited or NoteOutcome.Removed or NoteOutcome.Failed));
}

/// <summary>A file with edits that wait.</summary>
/// <param name="Id">Names the file in forms.</param>
/// <param name="Folder">Full path of its folder.</param>
/// <param name="Path">Within the folder.</param>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="Title">Title of its talk, or null.</param>
/// <param name="Edits">The edits.</param>
public sealed record WaitingNotes(int Id, string Folder, string Path, string Talk, string? Title, IReadOnlyList<NoteEdit> Edits);

/// <summary>What came of a decision.</summary>
/// <param name="IsDone">Whether it was carried out.</param>
/// <param name="Message">In words: what was done, or why not.</param>
public sealed record NoteDecision(bool IsDone, string Message);
