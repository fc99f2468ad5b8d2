using TalkNotes.Core.Notes;
using TalkNotes.Web.Exports;

namespace TalkNotes.Web.Api;

/// <summary><c>/notes</c>: edits that were made to notes outside, each for a person to accept or reject.</summary>
internal static class NotesApi
{
    public static void MapNotes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/notes", async (NoteDesk desk, HttpRequest request, CancellationToken ct) => await desk.WaitingAsync(TalkFiles.Site(request), ct))
            .WithName("notes").WithTags("notes").WithSummary("Files of notes whose edits wait, with each edit");
        api.MapPost("/notes/{n:int}/edits/{key}", DecideAsync).WithName("decide-edit").WithTags("notes").WithSummary("Accepts or rejects one edit")
            .DisableAntiforgery().Produces<NoteDecision>().Refuses();
    }

    private static async Task<IResult> DecideAsync(int n, string key, EditRequest body, NoteDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct)
    {
        if (body.Accept is not { } accept)
        {
            return Problems.Invalid([("accept", "Say true or false")]);
        }

        var decision = await desk.DecideAsync(n, key, accept, curator.Of(request), TalkFiles.Site(request), ct);
        return decision.IsDone ? TypedResults.Ok(decision) : Problems.Closed("Nothing was decided", decision.Message);
    }
}

/// <summary>Whether an edit holds.</summary>
internal sealed record EditRequest(bool? Accept);
