using TalkNotes.Core.Storage;

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

    /// <summary>Adds up claims by the word of their status.</summary>
    internal static VerdictCounts Of(IEnumerable<ListedCount> claims)
    {
        var byStatus = claims.ToLookup(c => c.Status, c => c.Count);
        return new VerdictCounts(
            byStatus.Sum(s => s.Sum()), byStatus["verified"].Sum(), byStatus["partly"].Sum(), byStatus["not-said"].Sum(), byStatus["refuted"].Sum());
    }
}
