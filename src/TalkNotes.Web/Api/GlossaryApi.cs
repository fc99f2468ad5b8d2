using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Web.Api;

/// <summary><c>/glossary</c> and <c>/terms</c>: names and terms with their variants, and how much they are said.</summary>
internal static class GlossaryApi
{
    public static void MapGlossary(this IEndpointRouteBuilder api)
    {
        api.MapGet("/glossary", Now).WithName("glossary").WithTags("glossary").WithSummary("The glossary: its text, its entries, and what is wrong with it");
        api.MapPost("/glossary", Save).WithName("save-glossary").WithSummary("Puts a new text in place of the glossary; 409 when another one stands there than the one seen").As();
        api.MapPost("/glossary/undo", Undo).WithName("undo-glossary").WithSummary("Brings back the glossary before the last change").As();
        api.MapGet("/terms", async (string? q, TermUse terms, CancellationToken ct) => await terms.CountAsync(q, ct) is { } use
                ? Results.Ok(use) : Problems.Unclear("q takes a word or a name"))
            .Produces<TermUseView>().WithName("terms").WithTags("glossary").WithSummary("How much a word or a name is said, over the years and the talks")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static void As(this RouteHandlerBuilder route) => route.WithTags("glossary").DisableAntiforgery().Produces<GlossaryAnswer>().Refuses();

    private static GlossaryAnswer Now(GlossaryFile file) => new(file.Read(), file.Current.Entries, file.Current.Problems, file.Previous is not null);

    private static IResult Save(GlossaryRequest body, GlossaryFile file)
    {
        if (body.Yaml is null)
        {
            return Problems.Invalid([("yaml", "Give the whole text of the glossary")]);
        }

        if (body.Seen is { } seen && !file.IsStill(seen))
        {
            return Changed(file);
        }

        var problems = file.Save(body.Yaml);
        return problems.Count > 0 ? Problems.Invalid(problems.Select(p => ("yaml", p))) : TypedResults.Ok(Now(file));
    }

    private static IResult Undo(GlossaryUndoRequest body, GlossaryFile file) =>
        body.Seen is { } seen && !file.IsStill(seen) ? Changed(file)
        : file.Undo() ? TypedResults.Ok(Now(file))
        : Problems.Closed("There is no change to undo", "The glossary is as it was from the start");

    private static IResult Changed(GlossaryFile file) => Problems.Conflict("The glossary was changed meanwhile", ("now", file.Read()));
}

/// <summary>The glossary.</summary>
/// <param name="Yaml">Its text.</param>
/// <param name="Entries">What the text says.</param>
/// <param name="Problems">What is wrong with it, in sentences.</param>
/// <param name="CanUndo">Whether there is a text before the last change.</param>
internal sealed record GlossaryAnswer(string Yaml, IReadOnlyList<GlossaryEntry> Entries, IReadOnlyList<string> Problems, bool CanUndo);

/// <summary>A new text, and the one that was <c>seen</c>; another one now is a conflict.</summary>
internal sealed record GlossaryRequest(string? Yaml, string? Seen);

/// <summary>The text that was <c>seen</c>; another one now is a conflict.</summary>
internal sealed record GlossaryUndoRequest(string? Seen);
