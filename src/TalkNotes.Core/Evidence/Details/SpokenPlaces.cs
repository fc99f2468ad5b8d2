namespace TalkNotes.Core.Evidence.Details;

/// <summary>The order in which places of a transcript are looked at for one claim: its best passages first.</summary>
internal sealed class SpokenPlaces(IReadOnlyList<EvidencePassage> passages)
{
    private const int Near = 5;

    /// <summary>Rank of the passage that holds a segment, from 1; a large number for all others.</summary>
    public int RankOf(int segment) =>
        passages.Take(Near).FirstOrDefault(p => segment >= p.Segments[0] && segment <= p.Segments[1])?.Rank ?? int.MaxValue;

    /// <summary>Whether a segment lies in one of the best passages.</summary>
    public bool IsNear(int segment) => RankOf(segment) != int.MaxValue;
}
