namespace TalkNotes.Core.Talks;

/// <summary>A talk as listings show it and as the API returns it. Null means: no source says.</summary>
public sealed record TalkSummary
{
    /// <summary>Its address; never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>Title as written, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Show, podcast or event.</summary>
    public string? Show { get; init; }

    /// <summary>Canonical address of the recording or page.</summary>
    public string? Url { get; init; }

    /// <summary>YouTube video id.</summary>
    public string? VideoId { get; init; }

    /// <summary>Date of publication, only when stated as such.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Date of transcription.</summary>
    public DateOnly? Transcribed { get; init; }

    /// <summary>Date of retrieval.</summary>
    public DateOnly? Retrieved { get; init; }

    /// <summary>Stated length in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>BCP 47 tag of the stated language.</summary>
    public string? Language { get; init; }

    /// <summary>The document's own word about itself.</summary>
    public string? Status { get; init; }

    /// <summary>Whether there are words to check claims against.</summary>
    public required bool HasTranscript { get; init; }

    /// <summary>Whether the transcript states times.</summary>
    public required bool IsTimed { get; init; }

    /// <summary>Whether the transcript labels speakers.</summary>
    public required bool IsLabelled { get; init; }

    /// <summary>Segments of the transcript.</summary>
    public required int SegmentCount { get; init; }

    /// <summary>Spoken words of the transcript.</summary>
    public required int WordCount { get; init; }

    /// <summary>Who takes part, in the order of the sources.</summary>
    public IReadOnlyList<PersonRef> People { get; init; } = [];

    /// <summary>Topics, in the order of the sources.</summary>
    public IReadOnlyList<TopicRef> Topics { get; init; } = [];

    /// <summary>Its claims by verdict.</summary>
    public VerdictCounts Claims { get; init; } = VerdictCounts.None;
}

/// <summary>Somebody who takes part in a talk.</summary>
/// <param name="Name">As written.</param>
/// <param name="Slug">Address of the person's page.</param>
/// <param name="Role"><c>host</c>, <c>guest</c>, or null when the source does not say.</param>
/// <param name="Turns">Turns under that label; 0 when only a header names them.</param>
public sealed record PersonRef(string Name, string Slug, string? Role, int Turns);

/// <summary>A topic.</summary>
/// <param name="Name">As written.</param>
/// <param name="Slug">Address of its page.</param>
public sealed record TopicRef(string Name, string Slug);

/// <summary>A titled range of a talk.</summary>
/// <param name="N">Number in its source, from 0; the address of the chapter is <c>#c{N}</c>.</param>
/// <param name="Title">As written.</param>
/// <param name="StartMs">Stated start, or null.</param>
/// <param name="EndMs">Stated end (exclusive); where it is not stated, the start of the next chapter; else null.</param>
/// <param name="Label">The source's label for it ("watch", "optional"), or null.</param>
/// <param name="Summary">The source's note about it, or null.</param>
/// <param name="First">Its first segment, or null when none belongs to it.</param>
/// <param name="Last">Its last segment, inclusive, or null.</param>
public sealed record ChapterView(int N, string Title, long? StartMs, long? EndMs, string? Label, string? Summary, int? First, int? Last);

/// <summary>A claim about a talk, with what its verdict in force rests on.</summary>
public sealed record TalkClaim
{
    /// <summary>Public id.</summary>
    public required string Id { get; init; }

    /// <summary><c>claim</c>, <c>key-point</c>, <c>summary</c> or <c>quote</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who wrote it: <c>publisher</c>, <c>ai</c> or <c>person</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Nearest heading, as written.</summary>
    public string? Section { get; init; }

    /// <summary>As written.</summary>
    public required string Text { get; init; }

    /// <summary>The source's own marker; never a verdict.</summary>
    public string? Marker { get; init; }

    /// <summary>To whom the source attributes the words.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>The chapter whose note it is, or null.</summary>
    public int? Chapter { get; init; }

    /// <summary>What counts today on whether it was said: the verdict in force, unverified while a person must look at it again.</summary>
    public required string Status { get; init; }

    /// <summary>Whether a verdict is on record and a person must look at it again, because its transcript or the known names changed.</summary>
    public bool Suspended { get; init; }

    /// <summary>The curator's note on that verdict.</summary>
    public string? Note { get; init; }

    /// <summary>What the verdict in force rests on.</summary>
    public IReadOnlyList<ClaimEvidenceView> Evidence { get; init; } = [];

    /// <summary>For a quote that nobody has judged: where exactly these words stand, if they stand anywhere. A finding, not a verdict.</summary>
    public ClaimEvidenceView? Found { get; init; }

    /// <summary>The first place in today's transcript, or null when it has none.</summary>
    public ClaimEvidenceView? Where => Evidence.FirstOrDefault(e => e.Segments is not null) ?? Found;
}

/// <summary>One piece of evidence in brief.</summary>
/// <param name="Segments">Where the words stand in today's transcript; null for other kinds, or when a later transcript replaced the one that was read.</param>
/// <param name="StartMs">Start, or null.</param>
/// <param name="EndMs">End (exclusive), or null.</param>
/// <param name="Words">The words as recorded, or null.</param>
/// <param name="Speaker">Label of the speaker as recorded, or null.</param>
/// <param name="Url">A page, or null.</param>
public sealed record ClaimEvidenceView(SegmentRange? Segments, long? StartMs, long? EndMs, string? Words, string? Speaker, string? Url);

/// <summary>A source of a talk, in brief.</summary>
/// <param name="N">Number within the talk, from 1, in order of arrival.</param>
/// <param name="Path">Path in the library or folder it came from.</param>
/// <param name="Format">Id of the format.</param>
/// <param name="Sha256">Fingerprint of the bytes.</param>
/// <param name="TakenInAt">When it was taken in.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Unrecognised">Lines that no rule understood.</param>
/// <param name="Segments">Segments of transcript.</param>
/// <param name="Claims">Claims and quotes.</param>
/// <param name="IsTranscript">Whether the talk's transcript is this one.</param>
public sealed record SourceRef(
    int N, string Path, string Format, string Sha256, DateTimeOffset TakenInAt, int Lines, int Unrecognised, int Segments, int Claims, bool IsTranscript);

/// <summary>A field that a source states and nobody took over as it stands, with the reason.</summary>
/// <param name="Source">Number of the source within the talk.</param>
/// <param name="Key">As written.</param>
/// <param name="Value">As written.</param>
/// <param name="Doubt">Why.</param>
/// <param name="Line">Where it stands, from 1.</param>
public sealed record DoubtfulField(int Source, string Key, string Value, string Doubt, int Line);

/// <summary>Everything a talk's page shows.</summary>
public sealed record TalkView
{
    /// <summary>The talk.</summary>
    public required TalkSummary Talk { get; init; }

    /// <summary>Summary of a source as one text, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Chapters in order.</summary>
    public required IReadOnlyList<ChapterView> Chapters { get; init; }

    /// <summary>Claims that a source makes today, in order.</summary>
    public required IReadOnlyList<TalkClaim> Claims { get; init; }

    /// <summary>Sources in order of arrival.</summary>
    public required IReadOnlyList<SourceRef> Sources { get; init; }

    /// <summary>Fields to look at.</summary>
    public required IReadOnlyList<DoubtfulField> Doubtful { get; init; }

    /// <summary>How many turns the transcript marks; 0 when it marks none.</summary>
    public required int Turns { get; init; }

    /// <summary>How much each labelled speaker says, most first.</summary>
    public required IReadOnlyList<SpeakerShare> Shares { get; init; }

    /// <summary>Talks that share topics or people, nearest first.</summary>
    public required IReadOnlyList<TalkNeighbour> Neighbours { get; init; }
}

/// <summary>How much somebody says.</summary>
/// <param name="Speaker">Label as written; null for segments without a label.</param>
/// <param name="Characters">Length of the words, in characters.</param>
/// <param name="Turns">Turns.</param>
public sealed record SpeakerShare(string? Speaker, int Characters, int Turns);

/// <summary>A talk with something in common.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Common">What both have: topics and people.</param>
public sealed record TalkNeighbour(string Slug, string? Title, IReadOnlyList<string> Common);

/// <summary>Everything the reader shows.</summary>
public sealed record TranscriptView
{
    /// <summary>The talk.</summary>
    public required TalkSummary Talk { get; init; }

    /// <summary>Segments by number.</summary>
    public required IReadOnlyList<TranscriptSegment> Segments { get; init; }

    /// <summary>Chapters in order.</summary>
    public required IReadOnlyList<ChapterView> Chapters { get; init; }

    /// <summary>Claims, in order.</summary>
    public required IReadOnlyList<TalkClaim> Claims { get; init; }

    /// <summary>Turns the transcript marks; 0 when it marks none.</summary>
    public required int Turns { get; init; }

    /// <summary>Number of the source within the talk.</summary>
    public required int Source { get; init; }

    /// <summary>All transcripts of the talk.</summary>
    public IReadOnlyList<TranscriptRef> Transcripts { get; init; } = [];

    /// <summary>Whether this is the transcript that counts: that evidence, search and exports read.</summary>
    public bool IsPrimary => Transcripts.All(t => t.IsPrimary == (t.Source == Source));
}

/// <summary>One transcript of a talk.</summary>
/// <param name="Source">Number of the source within the talk, from 1.</param>
/// <param name="Path">Its path.</param>
/// <param name="Words">Words.</param>
/// <param name="IsPrimary">Whether it is the one that counts.</param>
public sealed record TranscriptRef(int Source, string Path, int Words, bool IsPrimary);
