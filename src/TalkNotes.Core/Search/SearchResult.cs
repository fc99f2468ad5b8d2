namespace TalkNotes.Core.Search;

/// <summary>The answer to a search. Serialized as it is; see docs/search.md.</summary>
public sealed record SearchResult
{
    /// <summary>As typed.</summary>
    public required string Query { get; init; }

    /// <summary>Places found, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>How many of them have everything that was asked; the rest has most of it.</summary>
    public required int Complete { get; init; }

    /// <summary>Duration of the search.</summary>
    public required double TookMs { get; init; }

    /// <summary>The query in the nearest spelling that occurs, or with a misheard form put right; null when there is none.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>What of the query was not taken as typed, in sentences; usually none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Other forms that were searched as well (<c>GBT 4.1</c>).</summary>
    public required IReadOnlyList<string> Expanded { get; init; }

    /// <summary>Nothing found: what to leave out so that something is.</summary>
    public IReadOnlyList<SearchWayOut> WaysOut { get; init; } = [];

    /// <summary>This page's places, in order.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>How the places are spread.</summary>
    public required SearchFacets Facets { get; init; }

    /// <summary>How many values the lists would have in full.</summary>
    public required FacetSizes FacetSizes { get; init; }
}

/// <summary>How many values lists of facets have, whether they are given or not.</summary>
/// <param name="Talk">Talks.</param>
/// <param name="Speaker">Speakers, and one for words nobody's label governs.</param>
/// <param name="Show">Shows, and one for talks of no show.</param>
/// <param name="Year">Years, and one for undated talks.</param>
public sealed record FacetSizes(int Talk, int Speaker, int Show, int Year);

/// <summary>A query that finds something where this one does not.</summary>
/// <param name="Query">The other query.</param>
/// <param name="Dropped">What it leaves out (<c>year:2024</c>).</param>
/// <param name="Total">Places it finds.</param>
public sealed record SearchWayOut(string Query, string Dropped, int Total);

/// <summary>One place.</summary>
public sealed record SearchHit
{
    /// <summary><c>segment</c>, <c>claim</c> or <c>talk</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Slug of the talk.</summary>
    public required string Talk { get; init; }

    /// <summary>Title of the talk.</summary>
    public string? Title { get; init; }

    /// <summary>Show of the talk.</summary>
    public string? Show { get; init; }

    /// <summary>Date of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who says the words; null where no label says or several speak.</summary>
    public string? Speaker { get; init; }

    /// <summary>Address part of the speaker.</summary>
    public string? SpeakerSlug { get; init; }

    /// <summary>Start of the first segment.</summary>
    public long? StartMs { get; init; }

    /// <summary>End of the last segment: stated, else the start of the next one.</summary>
    public long? EndMs { get; init; }

    /// <summary>First and last segment; null for claims and for a talk's title.</summary>
    public int[]? Segments { get; init; }

    /// <summary>The words of the place.</summary>
    public required string Text { get; init; }

    /// <summary>Matched words: [from, to) in UTF-16 units of <see cref="Text"/>.</summary>
    public required IReadOnlyList<int[]> Highlights { get; init; }

    /// <summary>UTF-16 offset of <see cref="Text"/> in its first segment; 0 where segments stand whole.</summary>
    public int StartInSegment { get; init; }

    /// <summary>UTF-16 offsets in <see cref="Text"/> where a new segment begins, with its start.</summary>
    public IReadOnlyList<SegmentBreak> Breaks { get; init; } = [];

    /// <summary>A line of what is said just before; null at the beginning.</summary>
    public string? Before { get; init; }

    /// <summary>A line of what is said just after.</summary>
    public string? After { get; init; }

    /// <summary>Title of the chapter.</summary>
    public string? Chapter { get; init; }

    /// <summary>Higher is better; only good for comparing hits of one answer.</summary>
    public required double Score { get; init; }

    /// <summary>Forms that differ from what was typed, and why they count; empty when the words stand as typed.</summary>
    public IReadOnlyList<MatchReason> Why { get; init; } = [];

    /// <summary>Words asked for that are not here.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Id of the claim.</summary>
    public string? Claim { get; init; }

    /// <summary>What counts today of the claim.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the claim's verdict does not count until a person has looked at it again.</summary>
    public bool Suspended { get; init; }

    /// <summary><c>spoken</c>, <c>publisher</c>, <c>ai</c> or <c>person</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>YouTube id of the talk's video.</summary>
    public string? VideoId { get; init; }

    /// <summary>When the talk came into the library.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public SearchSource? Source { get; init; }

    /// <summary>Index of the hit that this one repeats (a cold open and the place it was cut from); null for most.</summary>
    public int? Repeats { get; init; }
}

/// <summary>A border of segments inside a text.</summary>
/// <param name="At">UTF-16 offset where the next segment begins.</param>
/// <param name="Segment">Its number.</param>
/// <param name="StartMs">Its start.</param>
public sealed record SegmentBreak(int At, int Segment, long? StartMs);

/// <summary>Why words count as a match.</summary>
/// <param name="Asked">As typed.</param>
/// <param name="Found">As it stands here.</param>
/// <param name="How"><c>inflection</c>, <c>one-or-two-words</c>, <c>glossary</c>, <c>sounds-alike</c>, <c>short-form</c>, or <c>corrected</c> where a person put the words right.</param>
public sealed record MatchReason(string Asked, string Found, string How);

/// <summary>A place in a file.</summary>
/// <param name="Path">Relative to the library.</param>
/// <param name="Lines">First and last line; null when only the file is known.</param>
public sealed record SearchSource(string Path, int[]? Lines);

/// <summary>How hits are spread. A list of a field counts as if none of that field's values were chosen.</summary>
public sealed record SearchFacets
{
    /// <summary>By talk.</summary>
    public required IReadOnlyList<Facet> Talk { get; init; }

    /// <summary>By speaker; value <c>none</c> for words nobody's label governs.</summary>
    public required IReadOnlyList<Facet> Speaker { get; init; }

    /// <summary>By show; value <c>none</c> for talks of no show.</summary>
    public required IReadOnlyList<Facet> Show { get; init; }

    /// <summary>By year of publication; value <c>none</c> for undated talks.</summary>
    public required IReadOnlyList<Facet> Year { get; init; }

    /// <summary>By kind.</summary>
    public required IReadOnlyList<Facet> Kind { get; init; }

    /// <summary>Claims by status.</summary>
    public required IReadOnlyList<Facet> Status { get; init; }
}

/// <summary>One value of a facet.</summary>
/// <param name="Value">As a filter takes it.</param>
/// <param name="Label">For people.</param>
/// <param name="Count">Places.</param>
/// <param name="Selected">Chosen now.</param>
public sealed record Facet(string Value, string Label, int Count, bool Selected);
