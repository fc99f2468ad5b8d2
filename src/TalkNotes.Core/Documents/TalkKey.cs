using System.Security.Cryptography;
using System.Text;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Documents;

/// <summary>
/// By what a source names its talk: sources of one key describe one talk, whatever they are called and in whatever
/// order they arrive. The strongest thing that is stated counts, and it alone: <c>video:</c> id, else <c>url:</c>,
/// else <c>title:</c> with show and date, else <c>content:</c>.
/// </summary>
public static class TalkKey
{
    /// <summary>A title of fewer words names a talk only together with its show and date ("Keynote" does not).</summary>
    private const int TellingTitleWords = 4;

    private static readonly HashSet<string> TrackingParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "si", "feature", "ref", "ref_src", "t", "start", "mc_cid", "mc_eid", "igshid",
    };

    /// <summary>The key of a source.</summary>
    /// <param name="talk">What the source says about its talk.</param>
    /// <param name="source">The source itself, for the case that it names nothing.</param>
    public static string Of(TalkMetadata talk, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(source);
        if (!string.IsNullOrWhiteSpace(talk.VideoId))
        {
            return "video:" + talk.VideoId.Trim();
        }

        return FromUrl(talk.Url) ?? FromTitle(talk) ?? "content:" + Hash(ClaimKey.Fold(source.Text));
    }

    private static string? FromUrl(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsTelling).Order(StringComparer.Ordinal).ToList();
        var path = url.AbsolutePath.TrimEnd('/');
        if (path.Length == 0 && query.Count == 0)
        {
            return null; // the front page of a site is no talk
        }

        var host = url.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var port = url.IsDefaultPort ? "" : ":" + url.Port;
        return "url:" + host + port + path + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    private static bool IsTelling(string parameter)
    {
        var name = parameter.Split('=')[0];
        return !TrackingParameters.Contains(name) && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
    }

    private static string? FromTitle(TalkMetadata talk)
    {
        var title = Words.Of(talk.Title ?? "");
        var isTelling = title.Count >= TellingTitleWords || (title.Count > 0 && talk.Show is not null && talk.Published is not null);
        return isTelling
            ? $"title:{Joined(Words.Of(talk.Show ?? ""))}|{talk.Published:yyyy-MM-dd}|{Joined(title)}"
            : null;
    }

    private static string Joined(IEnumerable<Word> words) => string.Join(' ', words.Select(w => w.Folded));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
