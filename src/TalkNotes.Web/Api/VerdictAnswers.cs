using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Api;

/// <summary>What became of a wish to record something about a claim, as programs read it.</summary>
internal static class VerdictAnswers
{
    /// <summary>The answer to an outcome.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="yours">What was sent, to stand beside what somebody else recorded meanwhile.</param>
    public static IResult Of(string id, VerdictOutcome outcome, object? yours) => outcome switch
    {
        VerdictOutcome.Recorded recorded => TypedResults.Created($"{ApiRoutes.Prefix}/claims/{Uri.EscapeDataString(id)}", recorded.Verdict),
        VerdictOutcome.NotFound => Problems.Missing($"There is no claim '{id}', or no such verdict of it"),
        VerdictOutcome.Invalid invalid => Problems.Invalid(invalid.Errors.Select(e => (e.Field, e.Message))),
        VerdictOutcome.Conflict conflict => Problems.Conflict("Somebody else recorded a verdict in between", ("newest", conflict.Newest), ("yours", yours)),
        VerdictOutcome.ClaimChanged changed => Problems.Conflict("The claim reads differently now", ("seen", changed.Seen), ("now", changed.Now)),
        VerdictOutcome.NotOpen closed => Problems.Closed("The question is not open", closed.Message),
        _ => throw new InvalidOperationException("An outcome without an answer."),
    };
}
