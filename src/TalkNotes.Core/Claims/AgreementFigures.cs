namespace TalkNotes.Core.Claims;

/// <summary>How far two curators say the same of the same claim.</summary>
/// <param name="Pairs">Verdicts with a second opinion, counted once for each second curator.</param>
/// <param name="Agreed">Pairs with the same value.</param>
/// <param name="Kappa">Cohen's kappa, agreement beyond chance, at most 1; null where chance alone would agree or there are no pairs.</param>
/// <param name="ByReason">Pairs and agreed pairs of the verdicts that carry each reason; reasons never given are left out.</param>
public sealed record AgreementFigures(int Pairs, int Agreed, double? Kappa, IReadOnlyDictionary<string, (int Pairs, int Agreed)> ByReason)
{
    /// <summary>Works the figures out.</summary>
    internal static AgreementFigures Of(IReadOnlyList<(string First, string Second, List<string> Reasons)> pairs)
    {
        var agreed = pairs.Count(p => p.First == p.Second);
        var byReason = Reasons.All.Select(reason => (reason, With: pairs.Where(p => p.Reasons.Contains(reason)).ToList()))
            .Where(r => r.With.Count > 0)
            .ToDictionary(r => r.reason, r => (r.With.Count, r.With.Count(p => p.First == p.Second)), StringComparer.Ordinal);
        double total = pairs.Count;
        var chance = Status.All.Sum(s => pairs.Count(p => p.First == s) / total * (pairs.Count(p => p.Second == s) / total));
        double? kappa = pairs.Count == 0 || chance >= 1 ? null : ((agreed / total) - chance) / (1 - chance);
        return new AgreementFigures(pairs.Count, agreed, kappa, byReason);
    }
}
