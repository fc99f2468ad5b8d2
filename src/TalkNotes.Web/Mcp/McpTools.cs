using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Api;

namespace TalkNotes.Web.Mcp;

/// <summary>
/// What assistants can ask the library: the answers are the records of the API and the command line. Nothing here writes;
/// what cannot be answered says why, so that the assistant can ask again.
/// </summary>
/// <param name="services">Core's services.</param>
/// <param name="site">Address of the site that citations point at, without a slash at the end; empty for addresses from the root.</param>
internal sealed class McpTools(IServiceProvider services, string site)
{
    private const int MostHits = 50;
    private const int MostFacets = 20;
    private const int MostClaims = 200;
    private const int MostSegments = 200;

    private static readonly JsonSerializerOptions Options = new(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>The tools, in the order that clients list them.</summary>
    public McpServerPrimitiveCollection<McpServerTool> All() =>
    [
        Tool(SearchAsync, "search", "Search what was said", "Finds passages of talks, claims about them and titles. Each hit has the talk's slug, the segments and, where known, speaker and time."),
        Tool(GetPassageAsync, "get_passage", "Get a passage with its citation", "The exact words of a range of segments or of a time, with speakers, lines of the source and a citation. Quote from here, never from memory."),
        Tool(CheckQuoteAsync, "check_quote", "Was this said?", "Compares a quotation word by word with what was said: verbatim, near-verbatim, altered, misattributed or not-found, with every difference, the place, and what was really said."),
        Tool(ListClaimsAsync, "list_claims", "List the claims about a talk", "Claims that sources make about a talk, each with what a person judged of it. A claim without a verdict is unverified."),
        Tool(EvidenceAsync, "evidence", "Find evidence for a claim", "Ranks the passages that may carry a claim, and looks up its numbers, dates and names. Its suggestion orders reading and is no verdict."),
    ];

    private static McpServerTool Tool(Delegate method, string name, string title, string description) => McpServerTool.Create(method, new McpServerToolCreateOptions
    {
        Name = name,
        Title = title,
        Description = description,
        ReadOnly = true,
        Destructive = false,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true,
        SerializerOptions = Options,
    });

    private async Task<SearchJson> SearchAsync(
        [Description("Words, \"a phrase\", -not, OR, and filters such as speaker:\"Noam Brown\", talk:slug, kind:segment, year:2025")] string query,
        [Description("Most hits, 1 to 50")] int limit = 10,
        [Description("The next of an earlier answer, for the hits after it")] string? cursor = null,
        CancellationToken ct = default)
    {
        var offset = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0;
        var request = new SearchRequest { Query = query, Limit = Math.Clamp(limit, 1, MostHits), Offset = offset, FacetValues = MostFacets };
        return SearchJson.From(await Get<PassageSearch>().SearchAsync(request, ct), offset);
    }

    private async Task<PassageJson> GetPassageAsync(
        [Description("Slug of the talk")] string talk,
        [Description("Segments (s12 or s12-s18) or a time (1:58 or 1:58-2:12)")] string at,
        CancellationToken ct = default)
    {
        var view = await Get<TalkQueries>().TranscriptAsync(talk, ct) ?? throw new McpException($"There is no talk '{talk}' with a transcript. Search with kind:talk finds slugs.");
        if (SegmentRange.Parse(at, view.Segments) is not { } range)
        {
            throw new McpException($"'{at}' is no place in this talk. Give segments (s0 to s{view.Segments.Count - 1}) or, where it has times, a time such as 1:58-2:12.");
        }

        return range.Last - range.First < MostSegments
            ? PassageJson.Of(view, range, path => site + path)
            : throw new McpException($"A passage has at most {MostSegments} segments.");
    }

    private async Task<QuoteJson> CheckQuoteAsync(
        [Description("The quotation, 4 to 300 words, as it was printed; ellipses and square brackets are understood")] string text,
        [Description("Who is said to have said it, if named")] string? speaker = null,
        [Description("Slug of the only talk to look in; all talks without")] string? talk = null,
        CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new McpException("Give the quotation as text.");
        }

        var quotes = Get<QuoteCheck>();
        var result = await quotes.CheckAsync(text, speaker, talk, ct);
        return QuoteJson.Of(result, await quotes.SentencesAsync(result, talk, ct));
    }

    private async Task<Core.Claims.ClaimList> ListClaimsAsync(
        [Description("Slug of the talk")] string talk,
        [Description("Only claims with this status: unverified, verified, partly, refuted, not-said, disputed or withdrawn")] string? status = null,
        [Description("Most claims, 1 to 200")] int limit = 50,
        [Description("The cursor of an earlier answer, for the claims after it")] string? cursor = null,
        CancellationToken ct = default)
    {
        if (!string.IsNullOrEmpty(status) && !ClaimFilter.Statuses.Contains(status))
        {
            throw new McpException($"status takes one of {string.Join(", ", ClaimFilter.Statuses)}.");
        }

        return await Get<TalkQueries>().FindAsync(talk, ct) is null
            ? throw new McpException($"There is no talk '{talk}'. Search with kind:talk finds slugs.")
            : await Get<ClaimQueries>().ListAsync(new ClaimFilter { Talk = talk, Status = status }, cursor, Math.Clamp(limit, 1, MostClaims), ct);
    }

    private async Task<EvidenceResult> EvidenceAsync([Description("The claim's id")] string claim, CancellationToken ct = default) =>
        await Get<ClaimEvidence>().ForClaimAsync(claim, ct) ?? throw new McpException($"There is no claim '{claim}'. list_claims gives ids.");

    private T Get<T>()
        where T : notnull =>
        services.GetRequiredService<T>();
}
