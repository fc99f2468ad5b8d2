namespace TalkNotes.Core.Talks;

/// <summary>Claims by the verdict in force on whether they were said; withdrawn claims are not counted.</summary>
/// <param name="Total">All claims.</param>
/// <param name="Verified">The words support them, every detail.</param>
/// <param name="Partly">Some details hold, others do not.</param>
/// <param name="NotSaid">Searched, and the words are not there.</param>
/// <param name="Refuted">The words say otherwise.</param>
public sealed record VerdictCounts(int Total, int Verified, int Partly, int NotSaid, int Refuted)
{
    /// <summary>No claims.</summary>
    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Claims with a verdict in force.</summary>
    public int Checked => Verified + Partly + NotSaid + Refuted;

    /// <summary>Claims that nobody has judged, or whose verdict was withdrawn.</summary>
    public int Unverified => Total - Checked;

    /// <summary>Counts verdicts by their value; any other value counts as unverified.</summary>
    internal static VerdictCounts Of(int total, IEnumerable<(string Value, int Count)> verdicts)
    {
        var byValue = verdicts.ToLookup(v => v.Value, v => v.Count);
        return new VerdictCounts(total, byValue["verified"].Sum(), byValue["partly"].Sum(), byValue["not-said"].Sum(), byValue["refuted"].Sum());
    }
}
