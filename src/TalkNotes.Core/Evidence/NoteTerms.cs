namespace TalkNotes.Core.Evidence;

/// <summary>
/// How much each term tells the claims of one note apart: 1 for a term of a single claim, 0 for one that all claims use,
/// such as the subject of the talk.
/// </summary>
internal sealed class NoteTerms
{
    private readonly Dictionary<string, int> _claimsWith = new(StringComparer.Ordinal);
    private readonly double _claims;

    public NoteTerms(IReadOnlyCollection<ClaimQuery> claims)
    {
        _claims = Math.Log(Math.Max(2, claims.Count));
        foreach (var term in claims.SelectMany(c => c.Distinct))
        {
            _claimsWith[term] = _claimsWith.GetValueOrDefault(term) + 1;
        }
    }

    public double Distinctness(string term) => 1 - Math.Min(1, Math.Log(Math.Max(1, _claimsWith.GetValueOrDefault(term))) / _claims);
}
