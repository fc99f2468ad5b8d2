using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Export;

/// <summary>Claims as rows of a table.</summary>
public static class ClaimTable
{
    /// <summary>The row of column names.</summary>
    public static string Head { get; } = CsvText.Row(
        "id", "talk", "title", "kind", "origin", "section", "text", "marker", "attributed_to", "status", "accuracy", "suspended", "disputed", "withdrawn", "verdicts", "url");

    /// <summary>One claim.</summary>
    public static string Row(ClaimSummary claim, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(site);
        return CsvText.Row(
            claim.Id, claim.Talk, claim.Title, claim.Kind, claim.Origin, claim.Section, claim.Text, claim.Marker, claim.AttributedTo, claim.Status,
            claim.Accuracy, claim.Suspended, claim.Disputed, claim.Withdrawn, claim.Verdicts, site.Claim(claim.Id));
    }

    internal static string Write(IReadOnlyList<ClaimRecord> claims, ExportSite site) => Head + string.Concat(claims.Select(c => Row(c.Claim, site)));
}
