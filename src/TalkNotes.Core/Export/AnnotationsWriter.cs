using System.Globalization;
using System.Text.Json.Nodes;
using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Export;

/// <summary>
/// Evidence as an annotation page of the W3C Web Annotation data model: what was said, by its words, by their position in
/// the talk's words alone (<c>.words.txt</c>), and by the time in the recording. https://www.w3.org/TR/annotation-model/
/// </summary>
internal static class AnnotationsWriter
{
    private const int Around = 32;

    public static string Write(ExportedTalk talk, ExportSite site)
    {
        var starts = SpokenText.Starts(talk);
        var items = talk.Claims.Where(c => c.Verdict is not null)
            .SelectMany(c => c.Verdict!.Evidence.Select(e => (JsonNode?)Annotation(talk, site, c, e, starts)));
        return ExportJson.Write(ExportJson.Object(
            ("@context", "http://www.w3.org/ns/anno.jsonld"),
            ("id", site.File(talk.Talk.Slug, "jsonld")),
            ("type", "AnnotationPage"),
            ("items", ExportJson.Array(items))));
    }

    private static JsonObject Annotation(ExportedTalk talk, ExportSite site, ClaimRecord record, EvidenceView evidence, int[] starts)
    {
        var verdict = record.Verdict!;
        return ExportJson.Object(
            ("id", string.Create(CultureInfo.InvariantCulture, $"{site.Claim(record.Claim.Id)}#verdict-{verdict.Number}-evidence-{evidence.N + 1}")),
            ("type", "Annotation"),
            ("motivation", "assessing"),
            ("created", Instant(verdict.GivenAt)),
            ("creator", ExportJson.Object(("type", "Person"), ("name", verdict.Curator))),
            ("body", Bodies(site, record, evidence)),
            ("target", ExportJson.Array(Targets(talk, site, evidence, starts))));
    }

    private static JsonArray Bodies(ExportSite site, ClaimRecord record, EvidenceView evidence)
    {
        var notes = new[] { record.Verdict!.Note, evidence.Note }.OfType<string>().Select(n => Body(n, "commenting"));
        return ExportJson.Array(
        [
            ExportJson.Object(("type", "SpecificResource"), ("source", site.Claim(record.Claim.Id)), ("purpose", "linking")),
            Body(record.Claim.Text, "describing"),
            Body(record.Claim.Status, "classifying"),
            Body(evidence.Stance, "tagging"),
            .. notes,
        ]);

        static JsonObject Body(string value, string purpose) =>
            ExportJson.Object(("type", "TextualBody"), ("value", value), ("format", "text/plain"), ("purpose", purpose));
    }

    private static IEnumerable<JsonNode?> Targets(ExportedTalk talk, ExportSite site, EvidenceView evidence, int[] starts)
    {
        if (evidence.Url is { } url)
        {
            yield return ExportJson.Object(("type", "SpecificResource"), ("source", ExportSite.Iri(url)), ("state", Accessed(evidence)));
            yield break;
        }

        if (evidence.Kind == "segments")
        {
            yield return ExportJson.Object(
                ("type", "SpecificResource"), ("source", site.File(talk.Talk.Slug, "words.txt")), ("selector", ExportJson.Array(Words(talk, evidence, starts))));
        }

        if (EvidencePlace.StartMs(evidence) is { } start)
        {
            var recording = talk.Talk.VideoId is { } id ? $"https://www.youtube.com/watch?v={Uri.EscapeDataString(id)}" : site.Talk(talk.Talk.Slug);
            yield return ExportJson.Object(("type", "SpecificResource"), ("source", recording), ("selector", ExportJson.Object(
                ("type", "FragmentSelector"), ("conformsTo", "http://www.w3.org/TR/media-frags/"), ("value", Fragment(start, EvidencePlace.EndMs(evidence))))));
        }
    }

    /// <summary>The words and, where they stand in today's transcript, their position in it.</summary>
    private static IEnumerable<JsonNode?> Words(ExportedTalk talk, EvidenceView evidence, int[] starts)
    {
        if (evidence.Anchor?.Place?.Segments is not [var first, var last] || last >= talk.Segments.Count)
        {
            yield return ExportJson.Object(("type", "TextQuoteSelector"), ("exact", evidence.Words));
            yield break;
        }

        var before = string.Join(' ', talk.Segments.Take(first).TakeLast(Around).Select(s => s.Text)) is { Length: > 0 } b ? b + " " : "";
        var after = string.Join(' ', talk.Segments.Skip(last + 1).Take(Around).Select(s => s.Text)) is { Length: > 0 } a ? " " + a : "";
        yield return ExportJson.Object(
            ("type", "TextQuoteSelector"),
            ("exact", string.Join(' ', talk.Segments.Skip(first).Take(last - first + 1).Select(s => s.Text))),
            ("prefix", Tail(before)),
            ("suffix", Head(after)));
        yield return ExportJson.Object(("type", "TextPositionSelector"), ("start", starts[first]), ("end", starts[last + 1] - 1));
    }

    private static JsonObject? Accessed(EvidenceView evidence) => evidence.Accessed is { } day
        ? ExportJson.Object(("type", "TimeState"), ("sourceDate", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"))
        : null;

    /// <summary>Normal play time in seconds; an end that nobody states is left open.</summary>
    private static string Fragment(long start, long? end) =>
        string.Create(CultureInfo.InvariantCulture, $"t={start / 1000m:0.###}{(end is { } e ? "," + (e / 1000m).ToString("0.###", CultureInfo.InvariantCulture) : "")}");

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Tail(string text)
    {
        var from = Math.Max(0, text.Length - Around);
        return text[(from > 0 && char.IsLowSurrogate(text[from]) ? from + 1 : from)..];
    }

    private static string Head(string text)
    {
        var to = Math.Min(text.Length, Around);
        return text[..(to > 0 && to < text.Length && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to)];
    }
}
