using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TalkNotes.Core.Tests.Export;

/// <summary>
/// Validates against the W3C Web Annotation data model and the part of schema.org that is used: every object has a type that is known, every
/// member that its type asks for, no member that its type does not have, and values of the right kind. https://www.w3.org/TR/annotation-model/,
/// https://schema.org/ClaimReview
/// </summary>
internal static class JsonLd
{
    private static readonly string[] Motivations =
        ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"];

    /// <summary>Members of each type of the annotation model: those it must have, and those it may have.</summary>
    private static readonly Dictionary<string, Shape> Annotations = new(StringComparer.Ordinal)
    {
        ["AnnotationPage"] = new(["@context", "id", "items"], []),
        ["Annotation"] = new(["id", "motivation", "created", "creator", "body", "target"], ["@context", "modified", "generator", "rights"]),
        ["Person"] = new(["name"], ["id", "nickname"]),
        ["TextualBody"] = new(["value", "purpose"], ["format", "language", "textDirection"]),
        ["SpecificResource"] = new(["source"], ["id", "selector", "state", "purpose"]),
        ["TextQuoteSelector"] = new(["exact"], ["prefix", "suffix"]),
        ["TextPositionSelector"] = new(["start", "end"], []),
        ["FragmentSelector"] = new(["value", "conformsTo"], ["refinedBy"]),
        ["TimeState"] = new(["sourceDate"], ["cached"]),
    };

    private static readonly Dictionary<string, Shape> Reviews = new(StringComparer.Ordinal)
    {
        ["ClaimReview"] = new(["url", "datePublished", "author", "claimReviewed", "itemReviewed", "reviewRating"], ["@context", "citation"]),
        ["Claim"] = new(["appearance"], ["author", "datePublished", "name"]),
        ["Person"] = new(["name"], ["url"]),
        ["Rating"] = new(["alternateName"], ["ratingExplanation"]),
        ["CreativeWork"] = new(["url"], ["name"]),
    };

    public static void IsAnnotation(JsonElement annotation) => Assert.Empty(FaultsOfAnnotation(annotation));

    public static void IsClaimReview(JsonElement review) => Assert.Empty(FaultsOfReview(review));

    /// <summary>What is wrong with an annotation, or with a page of them; empty when nothing is.</summary>
    public static List<string> FaultsOfAnnotation(JsonElement node)
    {
        var faults = new List<string>();
        Check(node, "$", "type", Annotations, faults);
        return faults;
    }

    /// <summary>What is wrong with a review; empty when nothing is.</summary>
    public static List<string> FaultsOfReview(JsonElement node)
    {
        var faults = new List<string>();
        Check(node, "$", "@type", Reviews, faults);
        return faults;
    }

    private static void Check(JsonElement node, string at, string typeName, Dictionary<string, Shape> shapes, List<string> faults)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(typeName, out var type) || !shapes.TryGetValue(type.ToString(), out var shape))
        {
            faults.Add($"{at} has no type that is known");
            return;
        }

        var names = node.EnumerateObject().Select(m => m.Name).ToList();
        faults.AddRange(shape.Must.Except(names).Select(m => $"{at} lacks {m}"));
        faults.AddRange(names.Except(shape.Must).Except(shape.May).Where(m => m != typeName).Select(m => $"{at} has {m}, which a {type} does not have"));
        foreach (var member in node.EnumerateObject().Where(m => m.Name != typeName))
        {
            var values = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToList() : [member.Value];
            if (values.Count == 0 && member.Name is not "items")
            {
                faults.Add($"{at}.{member.Name} is empty");
            }

            foreach (var value in values)
            {
                if (value.ValueKind == JsonValueKind.Object)
                {
                    Check(value, $"{at}.{member.Name}", typeName, shapes, faults);
                }
                else if (!IsGood(member.Name, value))
                {
                    faults.Add($"{at}.{member.Name} is {value.GetRawText()}");
                }
            }
        }

        if (node.TryGetProperty("start", out var start) && node.TryGetProperty("end", out var end) && start.GetInt32() > end.GetInt32())
        {
            faults.Add($"{at} ends before it starts");
        }
    }

    private static bool IsGood(string name, JsonElement value) => name switch
    {
        "@context" => value.GetString() is "http://www.w3.org/ns/anno.jsonld" or "https://schema.org",
        "id" or "source" or "url" or "citation" => Uri.IsWellFormedUriString(value.GetString(), UriKind.Absolute),
        "motivation" or "purpose" => Motivations.Contains(value.GetString()),
        "created" or "modified" or "sourceDate" => DateTimeOffset.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "datePublished" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        "start" or "end" => value.TryGetInt32(out var n) && n >= 0,
        "format" => value.GetString() == "text/plain",
        "conformsTo" => value.GetString() == "http://www.w3.org/TR/media-frags/",
        "value" => value.GetString() is { Length: > 0 } text && (!text.StartsWith("t=", StringComparison.Ordinal) || Regex.IsMatch(text, @"^t=\d+(\.\d+)?(,\d+(\.\d+)?)?$", RegexOptions.NonBacktracking)),
        "prefix" or "suffix" => value.ValueKind == JsonValueKind.String,
        "author" or "creator" or "body" or "target" or "items" or "selector" or "state" or "itemReviewed" or "reviewRating" or "appearance" => false, // these are objects
        _ => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0,
    };

    /// <summary>Members of a type.</summary>
    private sealed record Shape(string[] Must, string[] May);
}
