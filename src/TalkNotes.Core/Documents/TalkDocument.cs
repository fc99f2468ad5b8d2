using System.Collections.Immutable;

namespace TalkNotes.Core.Documents;

/// <summary>What a format understood of one source: pure data, no ids, no database.</summary>
public sealed record TalkDocument
{
    /// <summary>What the source says about the talk.</summary>
    public required TalkMetadata Metadata { get; init; }

    /// <summary>Titled ranges, in order.</summary>
    public ImmutableArray<Chapter> Chapters { get; init; } = [];

    /// <summary>The transcript in reading order; empty when the source has none.</summary>
    public ImmutableArray<Segment> Segments { get; init; } = [];

    /// <summary>Claims and quotes in document order; a text that stands twice is one claim.</summary>
    public ImmutableArray<SourceClaim> Claims { get; init; } = [];

    /// <summary>What the person should know, located.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>What a source says about its talk. Null means that the source does not say; nothing is guessed.</summary>
public sealed record TalkMetadata
{
    /// <summary>The talk's title as written; null when the source has none.</summary>
    public string? Title { get; init; }

    /// <summary>Canonical address as written.</summary>
    public string? Url { get; init; }

    /// <summary>YouTube video id (11 characters), stated or taken from <see cref="Url"/>.</summary>
    public string? VideoId { get; init; }

    /// <summary>Show, podcast or event, where a field or header names it.</summary>
    public string? Show { get; init; }

    /// <summary>Date of publication, only when stated as such.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Date of transcription.</summary>
    public DateOnly? Transcribed { get; init; }

    /// <summary>Date of retrieval.</summary>
    public DateOnly? Retrieved { get; init; }

    /// <summary>Stated length.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>BCP 47 tag of a stated language.</summary>
    public string? Language { get; init; }

    /// <summary>The document's own word about itself ("To verify").</summary>
    public string? Status { get; init; }

    /// <summary>Summary as one text, when the source has one; its sentences are claims as well.</summary>
    public string? Summary { get; init; }

    /// <summary>Who wrote the summary, key points and pull quotes of this source.</summary>
    public Origin NotesOrigin { get; init; } = Origin.Publisher;

    /// <summary>Names that a header calls hosts.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Names that a header calls guests.</summary>
    public ImmutableArray<string> Guests { get; init; } = [];

    /// <summary>Speakers that the transcript's labels name, in order of first turn, as written.</summary>
    public ImmutableArray<DocumentSpeaker> Speakers { get; init; } = [];

    /// <summary>Topics or tags, as written.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Every field that the source states, raw, with its line: what was not used is kept and shown.</summary>
    public ImmutableArray<MetadataField> Fields { get; init; } = [];
}

/// <summary>A name of the transcript's labels.</summary>
/// <param name="Name">As written.</param>
/// <param name="Role"><c>host</c>, <c>guest</c>, or null when the source does not say.</param>
/// <param name="Turns">Number of turns under that label.</param>
public sealed record DocumentSpeaker(string Name, string? Role, int Turns);

/// <summary>One stated field, raw.</summary>
/// <param name="Key">As written (<c>channel</c>).</param>
/// <param name="Value">As written, quotes removed; lists joined by <c>, </c>.</param>
/// <param name="Lines">Where it stands.</param>
/// <param name="Doubt">Why the value was not taken over ("says Unknown"), or may be wrong although it was ("repeats the first words of the transcript"); null when it needs no judgement.</param>
public sealed record MetadataField(string Key, string Value, LineSpan Lines, string? Doubt = null);

/// <summary>A titled range of the talk.</summary>
public sealed record Chapter
{
    /// <summary>As written.</summary>
    public required string Title { get; init; }

    /// <summary>Stated start, or null.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>Stated end (exclusive), or null.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>The source's label for it ("watch", "optional"), or null.</summary>
    public string? Label { get; init; }

    /// <summary>The source's note about it, or null; the note is a claim as well.</summary>
    public string? Summary { get; init; }

    /// <summary>Index into <see cref="TalkDocument.Segments"/> of its first segment; null when no segment belongs to it.</summary>
    public int? FirstSegment { get; init; }

    /// <summary>The heading's lines.</summary>
    public required LineSpan Lines { get; init; }
}

/// <summary>The stored unit of transcript: one cue, paragraph or turn, in reading order. Its number is its index.</summary>
public sealed record Segment
{
    /// <summary>Stated start, or null.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>Stated end (exclusive), or null; never inferred here.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>Turn, counted from 0 where the source marks turns, else null.</summary>
    public int? Turn { get; init; }

    /// <summary>Label of its turn as written, or null where no label governs it.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words as written, without labels, times and turn marks.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required LineSpan Lines { get; init; }
}

/// <summary>What a claim is; names are those of the contract's <c>kind</c>.</summary>
public enum ClaimKind
{
    /// <summary>A note's bullet or a key claim (<c>claim</c>).</summary>
    Claim,

    /// <summary>A key point (<c>key-point</c>).</summary>
    KeyPoint,

    /// <summary>A sentence or bullet of a summary, a section's note, a description, "why it matters" (<c>summary</c>).</summary>
    Summary,

    /// <summary>Words attributed verbatim (<c>quote</c>).</summary>
    Quote,
}

/// <summary>Who wrote a text.</summary>
public enum Origin
{
    /// <summary>Words of the talk.</summary>
    Spoken,

    /// <summary>The publisher or editor of the page.</summary>
    Publisher,

    /// <summary>A model, as the source itself says or its family implies.</summary>
    Ai,

    /// <summary>A person using this program, or a note-taker.</summary>
    Person,
}

/// <summary>A checkable statement that a source makes about a talk.</summary>
public sealed record SourceClaim
{
    /// <summary>What it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Nearest heading or key, as written; null when there is none.</summary>
    public string? Section { get; init; }

    /// <summary>The claim without bullet and status marker.</summary>
    public required string Text { get; init; }

    /// <summary>The source's own marker without brackets ("Unverified"), or null.</summary>
    public string? Marker { get; init; }

    /// <summary>To whom the source attributes the words, or null.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Index into <see cref="TalkDocument.Chapters"/> when it is that chapter's note; else null.</summary>
    public int? Chapter { get; init; }

    /// <summary>The first place.</summary>
    public required LineSpan Lines { get; init; }

    /// <summary>The other places where the same text stands.</summary>
    public ImmutableArray<LineSpan> AlsoLines { get; init; } = [];
}
