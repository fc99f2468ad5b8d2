namespace TalkNotes.Core.Storage;

/// <summary>Which verdicts count now.</summary>
internal static class VerdictsInForce
{
    /// <summary>The newest verdict of each claim on whether it was said; one that withdraws (<c>unverified</c>) is among them.</summary>
    public static IQueryable<VerdictRow> FidelityInForce(this TalkNotesDb db) => db.Verdicts
        .Where(v => v.Question == "fidelity" && !db.Verdicts.Any(later => later.ClaimId == v.ClaimId && later.Question == "fidelity" && later.Id > v.Id));
}
