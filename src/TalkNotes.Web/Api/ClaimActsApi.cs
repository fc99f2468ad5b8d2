using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Api;

/// <summary>What a curator does on a claim's page besides judging it: make one, answer for another's verdict, take back, find evidence again.</summary>
internal static class ClaimActsApi
{
    public static void MapClaimActs(this IEndpointRouteBuilder api)
    {
        api.MapPost("/claims", MakeAsync).WithName("make-claim").WithSummary("Makes a claim of origin person from words of a transcript")
            .Produces<ClaimPage>(StatusCodes.Status201Created).As();
        api.MapPost("/claims/{id}/verdicts/{n:int}/undo", UndoAsync).WithName("undo-verdict").WithSummary("Takes back a verdict in force: a new row repeats the state before it")
            .Produces<VerdictView>(StatusCodes.Status201Created).As();
        api.MapPost("/claims/{id}/verdicts/{n:int}/reviews", ReviewAsync).WithName("review-verdict").WithSummary("A second curator confirms a verdict, or disputes it")
            .Produces<VerdictView>(StatusCodes.Status201Created).As();
        api.MapPost("/claims/{id}/evidence/{n:int}", AnchorAsync).WithName("find-evidence").WithSummary("Says where changed evidence stands now, or that its words are gone")
            .Produces<ClaimPage>().As();
        api.MapPost("/claims/{id}/successor", SucceedAsync).WithName("succeed-claim").WithSummary("Accepts or rejects a proposed new wording of a withdrawn claim")
            .Produces<ClaimPage>().As();
        api.MapPost("/claims/{id}/take-back", TakeBackAsync).WithName("take-back-claim").WithSummary("Takes a claim of origin person back; its page and its verdicts stay")
            .Produces<ClaimPage>().As();
        api.MapPost("/claims/{id}/restore", RestoreAsync).WithName("restore-claim").WithSummary("Makes a claim again that was taken back")
            .Produces<ClaimPage>().As();
    }

    private static void As(this RouteHandlerBuilder route) => route.WithTags("claims").DisableAntiforgery().Refuses();

    private static async Task<IResult> MakeAsync(
        ClaimRequest body, ClaimDesk desk, ClaimQueries claims, CuratorName curator, HttpRequest request, CancellationToken ct)
    {
        if (body is not { Talk: { } talk, Segments: [var first, var last] })
        {
            return Problems.Invalid([("segments", "Give talk, segments [first, last], words as they stand there, and text")]);
        }

        var draft = new ClaimDraft { Talk = talk, First = first, Last = last, Words = body.Words ?? "", Text = body.Text ?? "", Curator = curator.Of(request) };
        return await desk.MakeAsync(draft, ct) switch
        {
            ClaimOutcome.Done done => TypedResults.Created($"{ApiRoutes.Prefix}/claims/{done.Claim}", await claims.PageAsync(done.Claim, ct)),
            ClaimOutcome.Known known => Problems.Conflict("The talk has this claim already", ("claim", known.Claim)),
            ClaimOutcome.Invalid invalid => Problems.Invalid([(invalid.Error.Field, invalid.Error.Message)]),
            _ => Problems.Missing($"There is no talk '{talk}' with a transcript"),
        };
    }

    private static async Task<IResult> UndoAsync(string id, int n, VerdictDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        VerdictAnswers.Of(id, await desk.UndoAsync(id, n, curator.Of(request), ct), yours: null);

    private static async Task<IResult> ReviewAsync(
        string id, int n, ReviewRequest body, VerdictDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        VerdictAnswers.Of(id, await desk.ReviewAsync(id, n, body.Status ?? "", body.Note, curator.Of(request), ct), body);

    private static async Task<IResult> AnchorAsync(
        string id, int n, AnchorRequest body, RecheckDesk desk, ClaimQueries claims, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        await AnswerAsync(id, claims, body.Segments is [var first, var last]
            ? await desk.ConfirmAsync(id, n, first, last, curator.Of(request), ct)
            : await desk.GoneAsync(id, n, curator.Of(request), ct), ct);

    private static async Task<IResult> SucceedAsync(
        string id, SuccessorRequest body, RecheckDesk desk, ClaimQueries claims, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        await AnswerAsync(id, claims, await desk.SucceedAsync(id, body.Successor ?? "", body.Accept ?? true, curator.Of(request), ct), ct);

    private static async Task<IResult> TakeBackAsync(string id, ClaimDesk desk, ClaimQueries claims, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        await MadeAsync(id, claims, await desk.TakeBackAsync(id, curator.Of(request), ct), ct);

    private static async Task<IResult> RestoreAsync(string id, ClaimDesk desk, ClaimQueries claims, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        await MadeAsync(id, claims, await desk.RestoreAsync(id, curator.Of(request), ct), ct);

    private static async Task<IResult> MadeAsync(string id, ClaimQueries claims, ClaimOutcome outcome, CancellationToken ct) => outcome is ClaimOutcome.Done
        ? await AnswerAsync(id, claims, refused: null, ct)
        : Problems.Missing($"No person made a claim '{id}'");

    private static async Task<IResult> AnswerAsync(string id, ClaimQueries claims, FieldError? refused, CancellationToken ct) =>
        await claims.PageAsync(id, ct) is not { } page ? Problems.Missing($"There is no claim '{id}'")
        : refused is not null ? Problems.Invalid([(refused.Field, refused.Message)])
        : TypedResults.Ok(page);
}

/// <summary>A claim to make: words as they stand in <c>segments</c> of a talk, and the claim in one's own wording.</summary>
internal sealed record ClaimRequest(string? Talk, IReadOnlyList<int>? Segments, string? Words, string? Text);

/// <summary>The value that a second curator would give: the same confirms, another one disputes and needs a note.</summary>
internal sealed record ReviewRequest(string? Status, string? Note);

/// <summary>Where evidence stands now; without segments its words are gone.</summary>
internal sealed record AnchorRequest(IReadOnlyList<int>? Segments);

/// <summary>A claim that may be the new wording of a withdrawn one; accepted unless <c>accept</c> is false.</summary>
internal sealed record SuccessorRequest(string? Successor, bool? Accept);
