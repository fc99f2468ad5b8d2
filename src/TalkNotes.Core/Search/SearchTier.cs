using System.Collections.Immutable;

namespace TalkNotes.Core.Search;

/// <summary>
/// One way to satisfy a query. A search goes through its tiers from the narrowest to the widest; a place belongs to the
/// first that finds it.
/// </summary>
/// <param name="Units">What a place must have: all of them, or most of them.</param>
internal sealed record SearchTier(ImmutableArray<SearchUnit> Units)
{
    /// <summary>Most of the units are enough.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Counts only in talks that these find as well (short forms); empty for everywhere.</summary>
    public ImmutableArray<SearchUnit> OnlyWhereNamed { get; init; } = [];

    /// <summary>Counts only in these talks; null for everywhere.</summary>
    public HashSet<int>? OnlyIn { get; init; }

    /// <summary>Labels of what the title of the talk says, so that the place need not.</summary>
    public ImmutableArray<string> InTitle { get; init; } = [];

    /// <summary>Place in the order of tiers; tiers of one rank are ordered by relevance alone.</summary>
    public int Rank { get; init; }

    /// <summary>What is marked in a place, when that is more than what found it: all forms of one thing; null for the tier's own.</summary>
    public SearchUnit? Marked { get; init; }

    /// <summary>The tier as it is marked.</summary>
    public SearchTier AsMarked => Marked is null ? this : this with { Units = [Marked] };

    /// <summary>Whether words that lie apart may be meant, so that bridges matter.</summary>
    public bool NeedsBridges => !IsPartial && (Units.Length > 1 || !Units[0].IsOneWord);

    /// <summary>Whether it is one thing, so that each place of it counts for itself.</summary>
    public bool IsOneThing => Units.Length == 1;
}
