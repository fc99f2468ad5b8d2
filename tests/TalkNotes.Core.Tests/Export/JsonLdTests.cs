using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalkNotes.Core.Tests.Export;

/// <summary>The validator finds what is wrong: every member that is taken away or misspelled, and every value of another kind.</summary>
public class JsonLdTests
{
    private const string Page = """
        { "@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://n.example/a.jsonld", "type": "AnnotationPage", "items": [
          { "id": "https://n.example/claims/x#1", "type": "Annotation", "motivation": "assessing", "created": "2026-11-24T10:00:00Z", "creator": { "type": "Person", "name": "Ann" },
            "body": [ { "type": "TextualBody", "value": "words", "format": "text/plain", "purpose": "describing" }, { "type": "SpecificResource", "source": "https://n.example/claims/x", "purpose": "linking" } ],
            "target": [ { "type": "SpecificResource", "source": "https://n.example/w.txt", "selector": [ { "type": "TextQuoteSelector", "exact": "words", "prefix": "", "suffix": " b" }, { "type": "TextPositionSelector", "start": 0, "end": 5 } ] },
                        { "type": "SpecificResource", "source": "https://v.example/1", "selector": { "type": "FragmentSelector", "conformsTo": "http://www.w3.org/TR/media-frags/", "value": "t=1.5,2" } },
                        { "type": "SpecificResource", "source": "https://p.example/", "state": { "type": "TimeState", "sourceDate": "2026-11-24T00:00:00Z" } } ] } ] }
        """;

    private const string Review = """
        { "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://n.example/claims/x", "datePublished": "2026-11-24", "author": { "@type": "Person", "name": "Ann" }, "claimReviewed": "words",
          "itemReviewed": { "@type": "Claim", "author": { "@type": "Person", "name": "Bo" }, "appearance": { "@type": "CreativeWork", "name": "A talk", "url": "https://n.example/talks/a" } },
          "reviewRating": { "@type": "Rating", "alternateName": "Accurate", "ratingExplanation": "so it is" }, "citation": ["https://p.example/"] }
        """;

    private static readonly string[] Optional = ["format", "prefix", "suffix", "selector", "state", "@context", "citation", "ratingExplanation", "datePublished"];

    [Theory]
    [InlineData(Page)]
    [InlineData(Review)]
    public void Every_missing_misspelled_or_wrong_member_is_found(string valid)
    {
        Assert.Empty(Faults(JsonNode.Parse(valid)!));
        var members = Members(JsonNode.Parse(valid)!).Count;
        for (var i = 0; i < members; i++)
        {
            var (node, name) = At(valid, i, out var root);
            node.Remove(name);
            Assert.True(Faults(root).Count > 0 || Optional.Contains(name) || (name == "name" && node["@type"]?.ToString() == "CreativeWork") || (name == "author" && node["@type"]?.ToString() == "Claim") || (name == "purpose" && node["type"]?.ToString() == "SpecificResource"), $"without {name}");
            (node, name) = At(valid, i, out root);
            var value = node[name];
            node.Remove(name);
            node[name + "s"] = value;
            Assert.True(Faults(root).Count > 0, $"{name} misspelled");
            (node, name) = At(valid, i, out root);
            node[name] = true;
            Assert.True(Faults(root).Count > 0, $"{name} of another kind");
        }

        Assert.True(members > 15);
    }

    private static (JsonObject Node, string Name) At(string valid, int i, out JsonNode root)
    {
        root = JsonNode.Parse(valid)!;
        return Members(root)[i];
    }

    private static List<string> Faults(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        try
        {
            return node["type"] is null && node["types"] is null && node["@type"] is null ? ["no type"] : node["@type"] is null ? JsonLd.FaultsOfAnnotation(document.RootElement) : JsonLd.FaultsOfReview(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            return ["a value of another kind"];
        }
    }

    private static List<(JsonObject Node, string Name)> Members(JsonNode node) => node switch
    {
        JsonObject o => [.. o.SelectMany(m => new[] { (o, m.Key) }.Concat(m.Value is null ? [] : Members(m.Value)))],
        JsonArray a => [.. a.SelectMany(i => Members(i!))],
        _ => [],
    };
}
