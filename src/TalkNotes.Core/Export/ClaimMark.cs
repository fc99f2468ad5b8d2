using System.Collections.Frozen;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Export;

/// <summary>What notes say behind a claim.</summary>
/// <param name="Id">Public id of the claim.</param>
/// <param name="Word">The marker of the verdict in force (<c>Verified</c>), without brackets; null when there is none: then the source's own marker stays.</param>
/// <param name="Links">What the verdict rests on.</param>
internal sealed record ClaimMark(string Id, string? Word, IReadOnlyList<EvidencePlace> Links)
{
    private const string Suspended = "To recheck";

    /// <summary>Markers that say how far a claim is checked; others (<c>[Speculation]</c>) say what it is and stay beside a verdict.</summary>
    private static readonly FrozenSet<string> StatusWords = new[]
    {
        "Unverified", "Verified", "Not verified", "Partly", "Partly verified", "Partially verified", "Refuted", "Not said", "To verify", "To check", Suspended,
        "Needs verification", "Disputed", "Confirmed", "Unconfirmed", "Supported", "Unsupported", "True", "False",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a marker is replaced by a verdict.</summary>
    public static bool IsStatus(string marker) => StatusWords.Contains(marker);

    /// <summary>The status that a marker names, or null: what a person who edits notes may write.</summary>
    public static string? StatusOf(string? marker) => marker is null ? null : Status.All.FirstOrDefault(s => Status.Label(s).Equals(marker, StringComparison.OrdinalIgnoreCase));

    /// <summary>The marks of a talk's claims, by the hash of their words.</summary>
    public static Dictionary<string, ClaimMark> Of(ExportedTalk talk, ExportSite site)
    {
        var marks = new Dictionary<string, ClaimMark>(StringComparer.Ordinal);
        foreach (var record in talk.Claims)
        {
            var claim = record.Claim;
            var word = record.Verdict is null ? null : record.Verdict.Value != claim.Status ? Suspended : Status.Label(claim.Status);
            marks[ClaimKey.TextHash(claim.Text)] = new ClaimMark(
                claim.Id, word, [.. (record.Verdict?.Evidence ?? []).Select(e => EvidencePlace.Of(e, talk.Talk, claim.Id, site)).Distinct()]);
        }

        return marks;
    }

    /// <summary>The marker and its links as they stand in a line.</summary>
    public string Text() => $"[{Word}]" + string.Concat(Links.Select(Link));

    /// <summary>One link with a blank before it.</summary>
    public static string Link(EvidencePlace place) => $" [{place.Label}]({Address(place.Url)})";

    /// <summary>An address that ends where its bracket ends.</summary>
    public static string Address(string url) => string.Concat(url.Select(c => c switch
    {
        '(' => "%28",
        ')' => "%29",
        '<' => "%3C",
        '>' => "%3E",
        '\\' => "%5C",
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => "%20",
        _ => c.ToString(),
    }));
}
