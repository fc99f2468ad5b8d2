namespace TalkNotes.Core.Curation;

/// <summary>What became of a wish to put something right. Expected outcomes are values, not exceptions.</summary>
public abstract record CurationOutcome
{
    private CurationOutcome()
    {
    }

    /// <summary>It is on record and in effect.</summary>
    /// <param name="Id">Number of the correction, for an undo; the last one where several were recorded.</param>
    /// <param name="What">What was put right, in words.</param>
    /// <param name="Talks">How many talks were worked out anew.</param>
    public sealed record Recorded(int Id, string What, int Talks) : CurationOutcome;

    /// <summary>Something is missing or cannot be; nothing was written.</summary>
    /// <param name="Problems">What, field by field.</param>
    public sealed record Invalid(IReadOnlyList<CurationProblem> Problems) : CurationOutcome
    {
        /// <summary>One problem.</summary>
        public Invalid(string field, string message)
            : this([new CurationProblem(field, message)])
        {
        }
    }

    /// <summary>There is no such talk, speaker or correction.</summary>
    /// <param name="What">What was not found, in words.</param>
    public sealed record NotFound(string What) : CurationOutcome;

    /// <summary>The name belongs to another speaker; the two may be one person, which somebody must say.</summary>
    /// <param name="Slug">The other speaker.</param>
    /// <param name="Name">Their name.</param>
    public sealed record NameTaken(string Slug, string Name) : CurationOutcome;

    /// <summary>Somebody put the same thing right in between; nothing was written.</summary>
    /// <param name="Newest">What they recorded.</param>
    public sealed record Conflict(CorrectionView Newest) : CurationOutcome;
}

/// <summary>Why a wish could not be recorded.</summary>
/// <param name="Field">The field it is about.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record CurationProblem(string Field, string Message);

/// <summary>One correction, as histories show it.</summary>
public sealed record CorrectionView
{
    /// <summary>Number.</summary>
    public required int Id { get; init; }

    /// <summary><c>field</c>, <c>rename</c>, <c>words</c> …; see docs/curation.md.</summary>
    public required string Kind { get; init; }

    /// <summary>What was put right, in words.</summary>
    public required string What { get; init; }

    /// <summary>Slug of its talk; null where it is about the whole library.</summary>
    public string? Talk { get; init; }

    /// <summary>Title of that talk, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Slug of the speaker it is about, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>Name of that speaker, or null.</summary>
    public string? Name { get; init; }

    /// <summary>In how many places it holds now; null where it is not about places.</summary>
    public int? Places { get; init; }

    /// <summary>Who.</summary>
    public required string Curator { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Whether it counts now.</summary>
    public required bool IsInForce { get; init; }

    /// <summary>Whether the words it is about are no longer found, so that a person has to look.</summary>
    public bool IsLost => IsInForce && Places == 0 && IsAnchored;

    /// <summary>Whether it is about one place.</summary>
    public bool IsAnchored { get; init; }
}
