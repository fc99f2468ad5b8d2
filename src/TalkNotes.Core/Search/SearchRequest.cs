using System.Collections.Immutable;

namespace TalkNotes.Core.Search;

/// <summary>How hits are ordered.</summary>
public enum SearchSort
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>Newest published talk first, undated talks last; within a talk in reading order.</summary>
    Date,

    /// <summary>Talk by talk as the library added them, in reading order.</summary>
    Position,

    /// <summary>The talk that came into the library last first; within a talk in reading order.</summary>
    Added,
}

/// <summary>A search.</summary>
public sealed record SearchRequest
{
    /// <summary>As typed.</summary>
    public required string Query { get; init; }

    /// <summary>Filters chosen beside the query; they mean the same as typed ones.</summary>
    public ImmutableArray<SearchFilter> Filters { get; init; } = [];

    /// <summary>Most hits to give, 1 to 200.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Hits to skip.</summary>
    public int Offset { get; init; }

    /// <summary>Order.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>
    /// Values of a list of facets (talks, speakers, shows, years) at most, the largest first; every list has besides the values that are chosen, and the list of talks
    /// those whose places are given.
    /// </summary>
    public int FacetValues { get; init; } = int.MaxValue;

    /// <summary>Only what is written as typed (and its inflections): no glossary, no sound-alikes, no short forms.</summary>
    public bool AsWritten { get; init; }
}
