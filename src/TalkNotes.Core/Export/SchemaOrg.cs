using System.Globalization;
using System.Text.Json.Nodes;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>
/// What pages say of themselves to machines, in the words of https://schema.org. Only what a source states: no field is
/// filled in to please a search engine.
/// </summary>
public static class SchemaOrg
{
    private const string Context = "https://schema.org";

    /// <summary>A talk.</summary>
    public static JsonObject Talk(TalkSummary talk, string? summary, IReadOnlyList<ChapterView> chapters, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(chapters);
        var json = Work(talk, site);
        json.Insert(0, "@context", Context);
        Add(json, "abstract", summary);
        Add(json, "keywords", Array(talk.Topics.Select(t => (JsonNode?)t.Name)));
        Add(json, "hasPart", Array(chapters.Where(c => c.StartMs is not null).Select(c => (JsonNode?)ExportJson.Object(
            ("@type", "Clip"), ("name", c.Title), ("startOffset", c.StartMs / 1000), ("endOffset", c.EndMs / 1000),
            ("url", c is { First: { } first, Last: { } last } ? site.Segments(talk.Slug, first, last) : site.Talk(talk.Slug))))));
        return json;
    }

    /// <summary>Words of a talk.</summary>
    /// <param name="citation">The words and who said them.</param>
    /// <param name="url">Where they stand.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="site">This site.</param>
    public static JsonObject Quotation(Citation citation, string url, TalkSummary talk, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return ExportJson.Object(
            ("@context", Context), ("@type", "Quotation"), ("text", citation.Words), ("url", url), ("creator", Array(citation.Speakers.Select(s => (JsonNode?)Person(s)))),
            ("isPartOf", Work(talk, site)));
    }

    /// <summary>A claim, where it was made, and what was found of its truth if a person judged that.</summary>
    public static JsonObject Claim(ClaimPage page, TalkSummary talk, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(site);
        var claim = page.Claim;
        var accuracy = claim.Accuracy is null or Accuracy.NotAssessed ? null : page.AccuracyVerdict;
        return ExportJson.Object(("@context", Context), ("@graph", ExportJson.Array(new JsonNode?[]
        {
            ExportJson.Object(
                ("@type", "Claim"), ("name", claim.Text), ("url", site.Claim(claim.Id)), ("about", Work(talk, site)),
                ("author", claim.AttributedTo is { } name ? Person(name) : null)),
            ClaimReviewWriter.Of(claim, page.Verdict, accuracy, talk, site),
        }.Where(n => n is not null))));
    }

    private static JsonObject Work(TalkSummary talk, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(site);
        return ExportJson.Object(
            ("@type", "CreativeWork"),
            ("@id", site.Talk(talk.Slug)),
            ("name", talk.Title),
            ("url", site.Talk(talk.Slug)),
            ("datePublished", talk.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("inLanguage", talk.Language),
            ("isPartOf", talk.Show is null ? null : ExportJson.Object(("@type", "CreativeWorkSeries"), ("name", talk.Show))),
            ("contributor", Array(talk.People.Select(p => (JsonNode?)Person(p.Name)))),
            ("sameAs", talk.VideoId is { } id ? $"https://www.youtube.com/watch?v={Uri.EscapeDataString(id)}" : null));
    }

    private static JsonObject Person(string name) => ExportJson.Object(("@type", "Person"), ("name", name));

    private static JsonArray? Array(IEnumerable<JsonNode?> items) => ExportJson.Array(items) is { Count: > 0 } array ? array : null;

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json.Add(name, value);
        }
    }
}
