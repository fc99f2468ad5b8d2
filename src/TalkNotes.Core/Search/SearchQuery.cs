using System.Collections.Immutable;

namespace TalkNotes.Core.Search;

/// <summary>What a person typed, understood; see docs/search.md for the language. Every input is a query.</summary>
public sealed record SearchQuery
{
    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>What a place must have: one alternative of every group.</summary>
    public ImmutableArray<SearchGroup> Groups { get; init; } = [];

    /// <summary>What a place must not have.</summary>
    public ImmutableArray<SearchTerm> Excluded { get; init; } = [];

    /// <summary>Where to look. Values of one field are alternatives; all fields must hold.</summary>
    public ImmutableArray<SearchFilter> Filters { get; init; } = [];

    /// <summary>All words in the order typed, when the query is nothing but words and phrases; else empty.</summary>
    public ImmutableArray<string> Run { get; init; } = [];

    /// <summary>What was not taken as typed, in sentences; usually none.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => Groups.IsEmpty && Excluded.IsEmpty && Filters.IsEmpty;

    /// <summary>Understands a query. Never throws; what is no operator is a word.</summary>
    public static SearchQuery Parse(string? text) => new SearchQueryParser(text ?? "").Parse();
}

/// <summary>Alternatives (<c>a OR b</c>); usually one.</summary>
public sealed record SearchGroup(ImmutableArray<SearchTerm> Alternatives);

/// <summary>Something to look for.</summary>
public abstract record SearchTerm;

/// <summary>A word, or words in a row.</summary>
/// <param name="Forms">The words' exact forms.</param>
/// <param name="IsQuoted">Typed as a phrase.</param>
public sealed record WordsTerm(ImmutableArray<string> Forms, bool IsQuoted) : SearchTerm;

/// <summary>Words that begin so (<c>monitor*</c>).</summary>
public sealed record PrefixTerm(string Start) : SearchTerm;

/// <summary>Words or phrases in any order with at most <paramref name="Distance"/> other words between first and last.</summary>
public sealed record NearTerm(ImmutableArray<WordsTerm> Terms, int Distance) : SearchTerm;

/// <summary>Where to look.</summary>
/// <param name="Field">One of <see cref="SearchFields"/>.</param>
/// <param name="Value">As typed, without quotes.</param>
/// <param name="IsNot">Everything but this.</param>
public sealed record SearchFilter(string Field, string Value, bool IsNot = false);
