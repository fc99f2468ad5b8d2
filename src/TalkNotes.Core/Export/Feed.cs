namespace TalkNotes.Core.Export;

/// <summary>What a feed says.</summary>
/// <param name="Name">What it is about, the same for ever: its id is made of it.</param>
/// <param name="Title">For people.</param>
/// <param name="Self">Its own absolute address.</param>
/// <param name="Page">Absolute address of the page that shows the same.</param>
/// <param name="Entries">Newest first.</param>
public sealed record Feed(string Name, string Title, string Self, string Page, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Absolute address of the older entries (RFC 5005); null when these are the last.</summary>
    public string? Next { get; init; }

    /// <summary>When something last changed; the beginning of time for an empty feed, which has not changed yet.</summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries.Max(e => e.Updated);
}

/// <summary>One entry of a feed.</summary>
/// <param name="Name">What it is about, the same for ever: its id is made of it.</param>
/// <param name="Title">For people.</param>
/// <param name="Text">The words.</param>
/// <param name="Page">Absolute address.</param>
/// <param name="Updated">When it came or changed.</param>
/// <param name="Author">Who gave it; null for the library itself.</param>
/// <param name="Category">A word to sort by, or null.</param>
public sealed record FeedEntry(string Name, string Title, string Text, string Page, DateTimeOffset Updated, string? Author = null, string? Category = null);
