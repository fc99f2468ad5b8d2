namespace TalkNotes.Core.Search;

/// <summary>
/// The one seam between search and an index of words: which passages have a form, and which of them it weighs most.
/// Every engine gives the same answers, relevance included (BM25 as FTS5 works it out), for one state of the library.
/// </summary>
internal interface IPassageIndex
{
    /// <summary>Adds passages, claims and titles (or bridges) that have a form.</summary>
    void AddTo(IdSet set, UnitForm form, bool bridges, CancellationToken ct);

    /// <summary>How many have it.</summary>
    int Count(UnitForm form, bool bridges, CancellationToken ct);

    /// <summary>The most relevant of those that satisfy a question, best first; equals in reading order.</summary>
    List<ScoredId> Best(RankedQuestion question, CancellationToken ct);
}

/// <summary>A question of relevance.</summary>
/// <param name="Units">What is weighed: by all of its forms.</param>
/// <param name="Bridges">Whether bridges are asked for.</param>
/// <param name="Most">So many are wanted.</param>
internal sealed record RankedQuestion(IReadOnlyList<SearchUnit> Units, bool Bridges, int Most)
{
    /// <summary>Only these are wanted, and all of them satisfy the units; null for all that have any of the units.</summary>
    public IdSet? Among { get; init; }

    /// <summary>What kind of passages those are.</summary>
    public Wanted Wanted { get; init; }

    /// <summary>An exact form counts beside its stem, though the stem finds it too.</summary>
    public bool Weighed { get; init; }

    /// <summary>The forms that are weighed, in order.</summary>
    public IEnumerable<UnitForm> Forms => Units.SelectMany(u => Weighed ? u.Forms : u.Distinct);
}

/// <summary>Kinds of passages that relevance is asked for; an engine may make use of it, the answer is the same.</summary>
internal enum Wanted
{
    /// <summary>All kinds.</summary>
    Any,

    /// <summary>Words of talks.</summary>
    Said,

    /// <summary>Claims, summaries and titles.</summary>
    Written,
}
