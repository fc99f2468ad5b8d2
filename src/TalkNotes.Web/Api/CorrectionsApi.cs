using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Curation;

namespace TalkNotes.Web.Api;

/// <summary><c>/corrections</c>: what people put right beside the sources; see docs/curation.md.</summary>
internal static class CorrectionsApi
{
    public static void MapCorrections(this IEndpointRouteBuilder api)
    {
        api.MapGet("/corrections", HistoryAsync).WithName("corrections").WithTags("corrections").WithSummary("What people put right, newest first");
        api.MapPost("/talks/{slug}/facts", FactsAsync).WithName("correct-facts").WithSummary("Says what is known of a talk: null that nobody knows it; what is left out stays as it is").As();
        api.MapPost("/talks/{slug}/turns", TurnsAsync).WithName("name-turns").WithSummary("Says who speaks in a range of segments, or wherever a label stands").As();
        api.MapPost("/talks/{slug}/words", WordsAsync).WithName("correct-words").WithSummary("Puts misheard words right, in one place, one talk or the library").As();
        api.MapPost("/speakers/{slug}/name", NameAsync).WithName("rename-speaker").WithSummary("Says what somebody is called, also called, or that two are one person").As();
        api.MapPost("/speakers/{slug}/split", SplitAsync).WithName("split-speaker").WithSummary("Says that in these talks it is somebody else of the same name").As();
        api.MapPost("/talks/{slug}/parts", PartAsync).WithName("take-part").WithSummary("Says who takes part in a talk, as host, as guest or at all").As();
        api.MapPost("/talks/{slug}/transcript", ChooseAsync).WithName("choose-transcript").WithSummary("Says which source's transcript counts").As();
        api.MapPost("/talks/{slug}/same", SameAsync).WithName("same-talk").WithSummary("Says whether another talk is the same one").As();
        api.MapGet("/talks/{slug}/corrections", OfTalkAsync).WithName("talk-corrections").WithTags("corrections").WithSummary("What was put right in a talk, and the labels of its transcript")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/speakers/{slug}/corrections", async (string slug, CorrectionQueries corrections, CancellationToken ct) => await corrections.OfSpeakerAsync(slug, ct))
            .WithName("speaker-corrections").WithTags("corrections").WithSummary("What was put right about a person");
        api.MapGet("/talks/{slug}/words", PreviewAsync).WithName("preview-words").WithTags("corrections").WithSummary("Where words stand that would read otherwise, before anything is recorded")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/corrections/{n:int}/undo", UndoAsync).WithName("undo-correction").WithSummary("Takes a correction back").As();
    }

    private static void As(this RouteHandlerBuilder route) =>
        route.WithTags("corrections").DisableAntiforgery().Produces<CurationOutcome.Recorded>(StatusCodes.Status201Created).Refuses();

    private static async Task<CorrectionList> HistoryAsync(CorrectionQueries corrections, string? cursor, CancellationToken ct)
    {
        var (asked, of) = Slice.LogOf(cursor);
        var page = await corrections.HistoryAsync(asked, of, ct);
        return new CorrectionList(page.Total, Slice.AfterLog(page.Page, page.PageSize, of ?? page.Total), page.Corrections);
    }

    private static async Task<IResult> FactsAsync(string slug, FactsRequest body, TalkDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await desk.CorrectAsync(slug, body.ToDraft(), curator.Of(request), ct));

    private static async Task<IResult> TurnsAsync(string slug, TurnsRequest body, TalkDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        body switch
        {
            { Segments: [var first, var last], Label: null } => Answer(await desk.NameTurnsAsync(slug, body.Source, first, last, body.Speaker, curator.Of(request), ct)),
            { Segments: null, Label: { } label } => Answer(await desk.NameLabelAsync(slug, label, body.Speaker, curator.Of(request), ct)),
            _ => Problems.Invalid([("segments", "Give segments [first, last] or a label as written, and the speaker")]),
        };

    private static async Task<IResult> WordsAsync(string slug, WordsRequest body, WordsDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await desk.CorrectAsync(body.ToDraft(slug), curator.Of(request), ct));

    private static async Task<IResult> NameAsync(string slug, NameRequest body, SpeakerDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        body switch
        {
            { Name: { } name, Also: null, SameAs: null } => Answer(await desk.RenameAsync(slug, name, body.Seen, curator.Of(request), ct)),
            { Name: null, Also: { } also, SameAs: null } => Answer(await desk.AlsoAsync(slug, also, curator.Of(request), ct)),
            { Name: null, Also: null, SameAs: { } other } => Answer(await desk.MergeAsync(slug, other, curator.Of(request), ct)),
            _ => Problems.Invalid([("name", "Give one of name, also, or sameAs (the slug of the other)")]),
        };

    private static async Task<IResult> SplitAsync(string slug, SplitRequest body, SpeakerDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await desk.SplitAsync(slug, body.Talks ?? [], body.Name, curator.Of(request), ct));

    private static async Task<IResult> PartAsync(string slug, PartRequest body, TalkDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        body.Role is null or "host" or "guest"
            ? Answer(await desk.TakesPartAsync(slug, body.Name ?? "", body.TakesPart ?? true, body.Role, curator.Of(request), ct))
            : Problems.Invalid([("role", "role takes host, guest or null")]);

    private static async Task<IResult> ChooseAsync(string slug, TranscriptRequest body, TalkDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await desk.ChooseTranscriptAsync(slug, body.Source ?? 0, curator.Of(request), ct));

    private static async Task<IResult> SameAsync(string slug, SameRequest body, SameTalkDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        body.Same is not { } same ? Problems.Invalid([("same", "Say true or false")])
        : Answer(same ? await desk.JoinAsync(slug, body.Other ?? "", curator.Of(request), ct) : await desk.KeepApartAsync(slug, body.Other ?? "", curator.Of(request), ct));

    private static async Task<Results<Ok<TalkCuration>, ProblemHttpResult>> OfTalkAsync(string slug, CorrectionQueries corrections, CancellationToken ct) =>
        await corrections.OfTalkAsync(slug, ct) is { } curation ? TypedResults.Ok(curation) : Problems.Missing($"No talk has the address '{slug}'");

    private static async Task<Results<Ok<WordsPreview>, ProblemHttpResult>> PreviewAsync(string slug, string? heard, string? said, int? source, WordsDesk desk, CancellationToken ct) =>
        await desk.PreviewAsync(new WordsDraft(slug, heard, said, WordsReach.Library, Source: source), ct) is { } preview
            ? TypedResults.Ok(preview) : Problems.Missing($"No talk '{slug}' with a transcript");

    private static async Task<IResult> UndoAsync(int n, CorrectionUndo undo, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await undo.UndoAsync(n, curator.Of(request), ct));

    private static IResult Answer(CurationOutcome outcome) => outcome switch
    {
        CurationOutcome.Recorded recorded => TypedResults.Created($"{ApiRoutes.Prefix}/corrections", recorded),
        CurationOutcome.NotFound missing => Problems.Missing(missing.What),
        CurationOutcome.Invalid invalid => Problems.Invalid(invalid.Problems.Select(p => (p.Field, p.Message))),
        CurationOutcome.NameTaken taken => Problems.Conflict("The name belongs to another speaker", ("slug", taken.Slug), ("name", taken.Name)),
        CurationOutcome.Conflict conflict => Problems.Conflict("Somebody put it right in between", ("newest", conflict.Newest)),
        _ => throw new InvalidOperationException("An outcome without an answer."),
    };
}

/// <summary>A page of corrections.</summary>
/// <param name="Total">All corrections ever made.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Corrections">Newest first.</param>
internal sealed record CorrectionList(int Total, string? Next, IReadOnlyList<CorrectionView> Corrections);

/// <summary>Who speaks in <c>segments</c> of one <c>source</c>, or wherever <c>label</c> stands; a speaker of null says that nobody knows.</summary>
internal sealed record TurnsRequest(IReadOnlyList<int>? Segments, string? Label, string? Speaker, int? Source = null);

/// <summary>Words as <c>heard</c> and as they were <c>said</c>; with <c>reach</c> <c>place</c>, in these <c>segments</c> of one <c>source</c>, else of the transcript that counts.</summary>
internal sealed record WordsRequest(string? Heard, string? Said, WordsReach? Reach, IReadOnlyList<int>? Segments, int? Source = null)
{
    public WordsDraft ToDraft(string talk) => Segments is [var first, var last]
        ? new WordsDraft(talk, Heard, Said, Reach ?? WordsReach.Place, first, last, Source: Source)
        : new WordsDraft(talk, Heard, Said, Reach ?? WordsReach.Talk, Source: Source);
}

/// <summary>A <c>name</c> (with the one that was <c>seen</c>), another one that is <c>also</c> theirs, or who they are the <c>sameAs</c>.</summary>
internal sealed record NameRequest(string? Name, string? Also, string? SameAs, string? Seen);

/// <summary>In which <c>talks</c> it is somebody else, and that person's <c>name</c>; without one, the same name.</summary>
internal sealed record SplitRequest(IReadOnlyList<string>? Talks, string? Name);

/// <summary>Who takes part, with the <c>role</c> or null for none that is known; <c>takesPart</c> false says that they do not.</summary>
internal sealed record PartRequest(string? Name, string? Role, bool? TakesPart);

/// <summary>The number of the <c>source</c> within its talk.</summary>
internal sealed record TranscriptRequest(int? Source);

/// <summary>The slug or address of the <c>other</c> talk, and whether it is the <c>same</c>.</summary>
internal sealed record SameRequest(string? Other, bool? Same);
