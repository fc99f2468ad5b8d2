using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>What the HTML formats share: the head's statements and the owner of lines without words.</summary>
internal static class HtmlLines
{
    /// <summary>Names every line that nobody owns as mark-up, except those whose words were not understood.</summary>
    public static void Furnish(LineLedger ledger, HashSet<int> strange)
    {
        for (var line = 1; line <= ledger.Total; line++)
        {
            if (!strange.Contains(line))
            {
                ledger.ChromeFree(new LineSpan(line), "page mark-up");
            }
        }
    }

    /// <summary>Adds what the head states where the text of the page states nothing.</summary>
    public static TalkMetadata Metadata(HtmlPage page, TalkMetadata metadata, LineLedger ledger)
    {
        string? Of(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (page.Stated.TryGetValue(key, out var stated))
                {
                    metadata = metadata with { Fields = metadata.Fields.Add(new MetadataField(key, stated.Text, stated.Lines)) };
                    ledger.UseFree(stated.Lines, "metadata");
                    return stated.Text;
                }
            }

            return null;
        }

        var title = Of("og:title", "title");
        var url = Of("canonical", "og:url");
        var published = Of("article:published_time", "datePublished", "uploadDate");
        var language = Of("lang");
        return metadata with
        {
            Title = metadata.Title ?? title,
            Url = metadata.Url ?? (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url : null),
            Published = metadata.Published ?? (DateOnly.TryParseExact(published is { Length: >= 10 } ? published[..10] : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null),
            Language = metadata.Language ?? LanguageTag.Of(language),
        };
    }
}
