using System.Text.Json;

namespace TalkNotes.Core.Tests.Export;

/// <summary>Small structural checks against the W3C Web Annotation data model and schema.org.</summary>
internal static class JsonLd
{
    private static readonly string[] Motivations =
        ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"];

    /// <summary>https://www.w3.org/TR/annotation-model/ sections 3.1, 3.2, 4.2.</summary>
    public static void IsAnnotation(JsonElement annotation)
    {
        Assert.True(Uri.IsWellFormedUriString(annotation.GetProperty("id").GetString(), UriKind.Absolute));
        Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
        Assert.Contains(annotation.GetProperty("motivation").GetString(), Motivations);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", annotation.GetProperty("created").GetString());
        Assert.All(annotation.GetProperty("body").EnumerateArray(), body =>
        {
            Assert.Contains(body.GetProperty("purpose").GetString(), Motivations);
            _ = body.GetProperty("type").GetString() == "TextualBody" ? body.GetProperty("value") : body.GetProperty("source");
        });
        var targets = annotation.GetProperty("target").EnumerateArray().ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, target =>
        {
            Assert.Equal("SpecificResource", target.GetProperty("type").GetString());
            Assert.True(Uri.TryCreate(target.GetProperty("source").GetString(), UriKind.Absolute, out _));
            if (target.TryGetProperty("selector", out var selector))
            {
                Assert.All(selector.ValueKind == JsonValueKind.Array ? [.. selector.EnumerateArray()] : new[] { selector }, IsSelector);
            }
        });
    }

    /// <summary>https://schema.org/ClaimReview</summary>
    public static void IsClaimReview(JsonElement review)
    {
        Assert.Equal("ClaimReview", review.GetProperty("@type").GetString());
        Assert.True(Uri.IsWellFormedUriString(review.GetProperty("url").GetString(), UriKind.Absolute));
        Assert.NotEmpty(review.GetProperty("claimReviewed").GetString()!);
        Assert.NotEmpty(review.GetProperty("author").GetProperty("name").GetString()!);
        Assert.Equal("Claim", review.GetProperty("itemReviewed").GetProperty("@type").GetString());
        Assert.Equal("Rating", review.GetProperty("reviewRating").GetProperty("@type").GetString());
        Assert.NotEmpty(review.GetProperty("reviewRating").GetProperty("alternateName").GetString()!);
    }

    private static void IsSelector(JsonElement selector)
    {
        switch (selector.GetProperty("type").GetString())
        {
            case "TextQuoteSelector":
                Assert.NotEmpty(selector.GetProperty("exact").GetString()!);
                break;
            case "TextPositionSelector":
                Assert.InRange(selector.GetProperty("start").GetInt32(), 0, selector.GetProperty("end").GetInt32());
                break;
            case "FragmentSelector":
                Assert.Equal("http://www.w3.org/TR/media-frags/", selector.GetProperty("conformsTo").GetString());
                Assert.Matches(@"^t=\d+(\.\d+)?(,\d+(\.\d+)?)?$", selector.GetProperty("value").GetString());
                break;
            default:
                Assert.Fail("Unknown selector");
                break;
        }
    }
}
