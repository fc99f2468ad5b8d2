using System.Globalization;
using System.Text.Json.Nodes;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>
/// Accuracy verdicts as schema.org ClaimReview. Only the question "is it true?" is reviewed so; whether it was said is
/// another question and never leaves the program under this name. https://schema.org/ClaimReview
/// </summary>
public static class ClaimReviewWriter
{
    /// <summary>The review of one claim; null unless an accuracy verdict is in force.</summary>
    public static JsonObject? Of(ClaimSummary claim, VerdictView? fidelity, VerdictView? accuracy, TalkSummary talk, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(site);
        if (accuracy is null || claim.Status != Status.Verified || claim.Suspended)
        {
            return null;
        }

        var said = fidelity?.Evidence.FirstOrDefault(e => e.Stance == Stance.Supports);
        var speaker = said?.Speaker ?? claim.AttributedTo;
        return ExportJson.Object(
            ("@context", "https://schema.org"),
            ("@type", "ClaimReview"),
            ("url", site.Claim(claim.Id)),
            ("datePublished", accuracy.GivenAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("author", ExportJson.Object(("@type", "Person"), ("name", accuracy.Curator))),
            ("claimReviewed", claim.Text),
            ("itemReviewed", ExportJson.Object(
                ("@type", "Claim"),
                ("author", speaker is null ? null : ExportJson.Object(("@type", "Person"), ("name", speaker))),
                ("datePublished", talk.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("appearance", ExportJson.Object(
                    ("@type", "CreativeWork"),
                    ("name", talk.Title),
                    ("url", said is null ? site.Talk(talk.Slug) : ExportSite.Iri(EvidencePlace.Of(said, talk, claim.Id, site).Url)))))),
            ("reviewRating", ExportJson.Object(
                ("@type", "Rating"), ("alternateName", VerdictLabels.Of(accuracy.Value)), ("ratingExplanation", accuracy.Note))),
            ("citation", Pages(accuracy)));
    }

    internal static string Write(ExportedTalk talk, ExportSite site) => ExportJson.Write(ExportJson.Object(
        ("@context", "https://schema.org"),
        ("@graph", ExportJson.Array(talk.Claims.Select(c => (JsonNode?)Of(c.Claim, c.Verdict, c.AccuracyVerdict, talk.Talk, site)).Where(r => r is not null)))));

    private static JsonArray? Pages(VerdictView verdict)
    {
        var pages = verdict.Evidence.Select(e => e.Url).OfType<string>().Select(ExportSite.Iri).Distinct().ToList();
        return pages.Count == 0 ? null : ExportJson.Array(pages.Select(p => (JsonNode?)p));
    }
}
