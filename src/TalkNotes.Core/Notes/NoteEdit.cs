namespace TalkNotes.Core.Notes;

/// <summary>One edit that somebody made to notes outside, waiting for a person's word.</summary>
public sealed record NoteEdit
{
    /// <summary>Names it among the edits of its file; the same while the edit stays.</summary>
    public required string Key { get; init; }

    /// <summary><c>marker</c>, <c>wording</c>, <c>added</c>, <c>removed</c> (of claims) or <c>text</c> (of anything else).</summary>
    public required string Kind { get; init; }

    /// <summary>As both sides had it; null for what was added.</summary>
    public string? Before { get; init; }

    /// <summary>As it was edited outside; null for what was removed.</summary>
    public string? After { get; init; }

    /// <summary>As the library has it now; null where it has nothing there.</summary>
    public string? Ours { get; init; }

    /// <summary>Whether the library changed the same place meanwhile.</summary>
    public bool IsConflict { get; init; }

    /// <summary>The claim's words, as they were before where they were there; null for other text.</summary>
    public string? Claim { get; init; }

    /// <summary>Its lines in the text that both have seen.</summary>
    internal (int First, int Count) InBase { get; init; }

    /// <summary>The lines of the same place in the library's notes.</summary>
    internal (int First, int Count) InOurs { get; init; }

    /// <summary>The lines as edited.</summary>
    internal IReadOnlyList<string> Lines { get; init; } = [];
}
