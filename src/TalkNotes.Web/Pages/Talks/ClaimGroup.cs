using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>Claims of one kind by one kind of author.</summary>
/// <param name="Title">What they are and who wrote them.</param>
/// <param name="Claims">The claims, in the order of the notes.</param>
public sealed record ClaimGroup(string Title, IReadOnlyList<TalkClaim> Claims)
{
    /// <summary>Groups claims by who wrote them and what they are, in the order in which each group first appears.</summary>
    public static IReadOnlyList<ClaimGroup> Of(IEnumerable<TalkClaim> claims) =>
        [.. claims.GroupBy(c => (c.Origin, Kind: c.Chapter is null ? c.Kind : "chapter"))
            .Select(g => new ClaimGroup($"{What(g.Key.Kind)}, {By(g.Key.Origin, g.Key.Kind)}", [.. g]))];

    private static string What(string kind) => kind switch
    {
        "key-point" => "Key points",
        "summary" => "Summary",
        "quote" => "Pull quotes",
        "chapter" => "Section notes",
        _ => "Claims",
    };

    private static string By(string origin, string kind)
    {
        var verb = kind == "quote" ? "chosen" : "written";
        return origin switch
        {
            "ai" => $"{verb} by AI",
            "person" => $"{verb} by a note-taker",
            _ => $"{verb} by the publisher",
        };
    }
}
