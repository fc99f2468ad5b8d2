namespace TalkNotes.Core.Talks;

/// <summary>Which talks to list, and how. Values of one list are alternatives; the lists must all be met. Empty lists ask nothing.</summary>
public sealed record TalkFilter
{
    /// <summary>Stands for "no source says" in <see cref="Shows"/> and <see cref="Years"/>.</summary>
    public const string NotGiven = "none";

    /// <summary>Slugs of speakers.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Slugs of topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Shows as written, or <see cref="NotGiven"/>.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>Years of publication, or <see cref="NotGiven"/>.</summary>
    public IReadOnlyList<string> Years { get; init; } = [];

    /// <summary>Words of <see cref="TalkProgress"/>.</summary>
    public IReadOnlyList<string> Progress { get; init; } = [];

    /// <summary>Whether there is a transcript; null asks nothing.</summary>
    public bool? HasTranscript { get; init; }

    /// <summary>A word of <see cref="TalkSort"/>; anything else means <see cref="TalkSort.Newest"/>.</summary>
    public string Sort { get; init; } = TalkSort.Newest;

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Talks a page.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>
    /// The <see cref="TalkList.Next"/> of the page before: the page begins behind the talk that was seen last, whatever came or went meanwhile,
    /// and <see cref="Page"/> asks nothing. Null, or what is no such cursor, asks nothing.
    /// </summary>
    public string? After { get; init; }
}

/// <summary>Orders of a list of talks; each is total.</summary>
public static class TalkSort
{
    /// <summary>By the date the sources give, whatever it is the date of; undated ones last.</summary>
    public const string Newest = "newest";

    /// <summary>By the number of claims without a verdict.</summary>
    public const string MostLeft = "left";

    /// <summary>By words.</summary>
    public const string Longest = "longest";

    /// <summary>By title.</summary>
    public const string Title = "title";

    /// <summary>By the time of arrival, newest first.</summary>
    public const string Added = "added";
}

/// <summary>How far a talk's claims are checked.</summary>
public static class TalkProgress
{
    /// <summary>It has claims, and each has a verdict.</summary>
    public const string Done = "done";

    /// <summary>Some claims have a verdict, some have none.</summary>
    public const string Started = "started";

    /// <summary>It has claims, and none has a verdict.</summary>
    public const string NotStarted = "not-started";

    /// <summary>It has claims without a verdict and no transcript to check them against.</summary>
    public const string Blocked = "no-transcript";

    /// <summary>Every word.</summary>
    public static IReadOnlyList<string> All { get; } = [Done, Started, NotStarted, Blocked];
}

/// <summary>A page of talks.</summary>
/// <param name="Total">Talks that meet the filter.</param>
/// <param name="Page">The page shown, from 1; the last one when a later one was asked for.</param>
/// <param name="PageSize">Talks a page.</param>
/// <param name="Next">What <see cref="TalkFilter.After"/> takes for the page after this one; null on the last one.</param>
/// <param name="Talks">The talks of this page.</param>
/// <param name="Facets">What else could be chosen, with the number of talks it would leave.</param>
public sealed record TalkList(int Total, int Page, int PageSize, string? Next, IReadOnlyList<TalkSummary> Talks, TalkFacets Facets);

/// <summary>Choices within each filter, counted under all other filters in force.</summary>
/// <param name="Speakers">People with the most talks, and those chosen.</param>
/// <param name="Topics">Topics with the most talks, and those chosen.</param>
/// <param name="Shows">Shows.</param>
/// <param name="Years">Years of publication, newest first.</param>
/// <param name="Progress">How far claims are checked.</param>
public sealed record TalkFacets(
    IReadOnlyList<FacetValue> Speakers, IReadOnlyList<FacetValue> Topics, IReadOnlyList<FacetValue> Shows,
    IReadOnlyList<FacetValue> Years, IReadOnlyList<FacetValue> Progress);

/// <summary>One choice.</summary>
/// <param name="Value">What the address carries.</param>
/// <param name="Label">As people read it; null where the page has its own word for the value.</param>
/// <param name="Count">Talks.</param>
public sealed record FacetValue(string Value, string? Label, int Count);
