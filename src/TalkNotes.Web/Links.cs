using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using TalkNotes.Core;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web;

/// <summary>Every address of the site, in one place; see docs/api.md.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Talks = "/talks";
    public const string Speakers = "/speakers";
    public const string Desk = "/desk";
    public const string DeskBulk = "/desk/bulk";
    public const string Quote = "/quote";
    public const string Add = "/add";
    public const string History = "/history";
    public const string Corrections = "/history?kind=corrections";
    public const string Status = "/status";
    public const string SearchPage = "/search";
    public const string Claims = "/claims";
    public const string Glossary = "/glossary";
    public const string Terms = "/terms";
    public const string Suggest = "/api/v1/suggest";
    public const string Appearance = "/appearance";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-in?handler=Out";
    public const string Account = "/account";
    public const string Users = "/users";
    public const string TalksArchive = "/talks.zip";
    public const string TalksFeed = "/feed.atom";
    public const string ClaimsFeed = "/claims.atom";
    public const string SearchFeed = "/search.atom";
    public const string HistoryFeed = "/history.atom";
    public const string Notes = "/notes";
    public const string Searches = "/searches";
    public const string Documents = "/history?kind=documents";
    public const string TalksTable = "/talks.csv";
    public const string ClaimsTable = "/claims.csv";
    public const string SearchTable = "/search.csv";
    public const string HistoryTable = "/history.csv";
    public const string SpeakersTable = "/speakers.csv";
    public const string DeskTable = "/desk.csv";
    public const string TermsTable = "/terms.csv";

    /// <summary>Talks under a filter; what asks nothing is left out.</summary>
    public static string TalksBy(TalkFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new QueryBuilder();
        Add("speaker", filter.Speakers);
        Add("topic", filter.Topics);
        Add("show", filter.Shows);
        Add("year", filter.Years);
        Add("progress", filter.Progress);
        if (filter.HasTranscript is { } has)
        {
            query.Add("transcript", has ? "yes" : "no");
        }

        if (filter.Sort != TalkSort.Newest)
        {
            query.Add("sort", filter.Sort);
        }

        if (filter.Page > 1)
        {
            query.Add("page", Number(filter.Page));
        }

        return Talks + query;

        void Add(string name, IReadOnlyList<string> values)
        {
            foreach (var value in values)
            {
                query.Add(name, value);
            }
        }
    }

    public static string Talk(string slug) => $"/talks/{Part(slug)}";

    /// <summary>The talk as a file; <paramref name="ending"/> is that of a format (<c>podcast.json</c>).</summary>
    public static string TalkFile(string slug, string ending) => $"/talks/{Part(slug)}.{ending}";

    /// <summary>All talks of a filter as one archive.</summary>
    public static string TalksFiles(TalkFilter filter, string formats)
    {
        var list = TalksBy(filter with { Page = 1 })[Talks.Length..];
        return $"{TalksArchive}{list}{(list.Length == 0 ? "?" : "&")}format={Part(formats)}";
    }

    /// <summary>A list as a table or a feed: the same filters, another ending.</summary>
    public static string Beside(string address, string path, string other)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(path);
        return other + address[path.Length..];
    }

    public static string Transcript(string slug) => $"/talks/{Part(slug)}/transcript";

    /// <summary>One segment of a transcript.</summary>
    public static string Segment(string slug, int segment) => $"{Transcript(slug)}#s{Number(segment)}";

    /// <summary>A range of segments, marked by the server; both ends included.</summary>
    public static string Segments(string slug, int first, int last) =>
        $"{Transcript(slug)}?at=s{Number(first)}-s{Number(last)}#s{Number(first)}";

    /// <summary>The same in one of the talk's transcripts; null is the one that counts.</summary>
    public static string Segments(string slug, int first, int last, int? source) => source is not { } number ? Segments(slug, first, last)
        : $"{TranscriptOf(slug, number)}&at=s{Number(first)}-s{Number(last)}#s{Number(first)}";

    /// <summary>A range of segments with words of it marked (<see cref="WordMarks"/>), scrolled to the first of them.</summary>
    public static string Words(string slug, int first, int last, string marks) =>
        $"{Transcript(slug)}?at=s{Number(first)}-s{Number(last)}&mark={marks}#hit";

    public static string Chapter(string slug, int chapter) => $"{Transcript(slug)}#c{Number(chapter)}";

    /// <summary>The form that makes a claim from words; <paramref name="at"/> as in <c>?at=</c>, the offsets count in the first and last segment's text.</summary>
    public static string NewClaim(string slug, string? at, int? from, int? to)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("at", at), ("from", from is { } f ? Number(f) : null), ("to", to is { } t ? Number(t) : null) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return $"{Talk(slug)}/claim{query}";
    }

    /// <summary>A source of a talk with its ledger; <paramref name="source"/> counts from 1 within the talk.</summary>
    public static string Source(string slug, int source) => $"/talks/{Part(slug)}/sources/{Number(source)}";

    /// <summary>A line of a source, from 1.</summary>
    public static string SourceLine(string slug, int source, int line) => $"{Source(slug, source)}?line={Number(line)}#L{Number(line)}";

    /// <summary>The bytes of a source as they came in.</summary>
    public static string Original(string slug, int source) => $"{Source(slug, source)}/original";

    /// <summary>A document that waits for a person's word.</summary>
    public static string Review(string document) => $"{Add}/{Part(document)}";

    public static string Speaker(string slug) => $"/speakers/{Part(slug)}";

    /// <summary>Where a talk is put right.</summary>
    public static string CorrectTalk(string slug) => $"{Talk(slug)}/correct";

    /// <summary>Where somebody is put right.</summary>
    public static string CorrectSpeaker(string slug) => $"{Speaker(slug)}/correct";

    /// <summary>Where a place of a transcript is given to somebody; <paramref name="at"/> is a range as addresses name it.</summary>
    public static string Who(string slug, string? at, int? source = null) => $"{Talk(slug)}/who?at={Part(at ?? "")}{Of(source)}";

    /// <summary>Where misheard words are put right.</summary>
    public static string Misheard(string slug) => $"{Talk(slug)}/misheard";

    /// <summary>The same for selected words; offsets lie in the text of the first and the last segment, null for their ends.</summary>
    public static string Misheard(string slug, SegmentRange at, int? from, int? to, int? source = null) =>
        $"{Misheard(slug)}?at={at}{(from is { } f ? $"&from={Number(f)}" : "")}{(to is { } t ? $"&to={Number(t)}" : "")}{Of(source)}";

    private static string Of(int? source) => source is { } number ? $"&source={Number(number)}" : "";

    /// <summary>Where a person says whether two talks are one; <paramref name="other"/> is the other talk, or null.</summary>
    public static string SameTalk(string slug, string? other) => $"{Talk(slug)}/same{(string.IsNullOrWhiteSpace(other) ? "" : "?as=" + Part(other))}";

    /// <summary>One of several transcripts of a talk, by the number of its source.</summary>
    public static string TranscriptOf(string slug, int source) => $"{Transcript(slug)}?source={Number(source)}";

    /// <summary>Two transcripts of a talk, word by word.</summary>
    public static string Compare(string slug, int? a, int? b) => $"{Talk(slug)}/compare{(a is { } x && b is { } y ? $"?a={Number(x)}&b={Number(y)}" : "")}";

    /// <summary>Takes a correction back (POST).</summary>
    public static string UndoCorrection(int id) => $"/corrections/{Number(id)}/undo";

    public static string CorrectionsPage(int page) => $"{Corrections}&page={Number(page)}";

    public static string DocumentsPage(int page) => $"{Documents}&page={Number(page)}";

    /// <summary>A search that somebody keeps: leads to what it finds; with <c>.atom</c> behind it, its feed.</summary>
    public static string SavedSearch(string slug) => $"{Searches}/{slug}";

    public static string TalksWith(string speaker) => $"{Talks}?speaker={Part(speaker)}";

    public static string TalksAbout(string topic) => $"{Talks}?topic={Part(topic)}";

    public static string Topic(string slug) => $"/topics/{Part(slug)}";

    public static string HistoryPage(int page) => $"{History}?page={Number(page)}";

    public static string Claim(string id) => $"/claims/{Part(id)}";

    public static string Search(string query) => $"/search?q={Part(query)}";

    /// <summary>A term over the years and the talks.</summary>
    public static string Term(string term) => $"{Terms}?q={Part(term)}";

    /// <summary>Words to find in a transcript.</summary>
    public static string Find(string slug, string words) => $"{Transcript(slug)}?find={Part(words)}";

    /// <summary>Checks words as a quote, in one talk.</summary>
    public static string QuoteCheck(string words, string talk) => $"{Quote}?text={Part(words)}&talk={Part(talk)}";

    /// <summary>Checks words as a quote of somebody, in all talks or in one.</summary>
    public static string QuoteCheck(string words, string? speaker, string? talk) =>
        QuoteCheckEverywhere(words, speaker) + (string.IsNullOrEmpty(talk) ? "" : "&talk=" + Part(talk));

    /// <summary>Checks words as a quote, in all talks.</summary>
    public static string QuoteCheckEverywhere(string words, string? speaker) =>
        $"{Quote}?text={Part(words)}{(string.IsNullOrWhiteSpace(speaker) ? "" : "&speaker=" + Part(speaker))}";

    /// <summary>Signs in and leads back to the page that was asked for.</summary>
    public static string SignInFor(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var back = HttpMethods.IsGet(request.Method) ? request.GetEncodedPathAndQuery() : request.Path.ToString();
        return $"{SignIn}?back={Part(back)}";
    }

    /// <summary>An address of this site, else <paramref name="fallback"/>: a form field must not lead elsewhere.</summary>
    public static string LocalOr(string? address, string fallback)
    {
        var isLocal = address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\')
            && address.All(c => char.IsAscii(c) && !char.IsControl(c));
        return isLocal ? address! : fallback;
    }

    /// <summary>An address of this site as other programs write it: under the setting <c>site</c>, else as the reader named the site.</summary>
    public static string Absolute(HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{request.HttpContext.RequestServices.GetRequiredService<TalkNotesOptions>().Site ?? $"{request.Scheme}://{request.Host}"}{path}";
    }

    /// <summary>The video, or null when none is known.</summary>
    public static string? Video(string? videoId) => videoId is null ? null : $"https://www.youtube.com/watch?v={Part(videoId)}";

    /// <summary>Whether an address that a document states may be a link: nothing but http and https.</summary>
    public static bool IsWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>The moment in the video, or null when there is no video or no time.</summary>
    public static string? Moment(string? videoId, TimeSpan? time) => videoId is null || time is null
        ? null
        : $"https://www.youtube.com/watch?v={Part(videoId)}&t={Number((int)time.Value.TotalSeconds)}s";

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
