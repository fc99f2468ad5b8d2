namespace TalkNotes.Core.Claims;

/// <summary>What became of a wish to record something. Expected outcomes are values, not exceptions.</summary>
public abstract record VerdictOutcome
{
    private VerdictOutcome()
    {
    }

    /// <summary>It is on record.</summary>
    /// <param name="Claim">The claim's public id.</param>
    /// <param name="Verdict">The verdict as recorded, or the one that was reviewed.</param>
    public sealed record Recorded(string Claim, VerdictView Verdict) : VerdictOutcome;

    /// <summary>It breaks a rule; nothing was written (422).</summary>
    /// <param name="Errors">What to put right, field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : VerdictOutcome;

    /// <summary>There is no such claim (404).</summary>
    /// <param name="Claim">The id asked for.</param>
    public sealed record NotFound(string Claim) : VerdictOutcome;

    /// <summary>The claim reads differently from what the curator saw; nothing was written (409).</summary>
    /// <param name="Seen">The wording that the curator saw.</param>
    /// <param name="Now">The wording as it is.</param>
    public sealed record ClaimChanged(string Seen, string Now) : VerdictOutcome;

    /// <summary>Somebody else recorded a verdict in between; nothing was written (409).</summary>
    /// <param name="Newest">The verdict that the curator had not seen.</param>
    /// <param name="Yours">The draft, kept.</param>
    public sealed record Conflict(VerdictView Newest, VerdictDraft? Yours) : VerdictOutcome;

    /// <summary>The question is not open: accuracy while the claim is not verified (409).</summary>
    /// <param name="Message">Why, in one sentence.</param>
    public sealed record NotOpen(string Message) : VerdictOutcome;
}

/// <summary>Something to put right in a draft.</summary>
/// <param name="Field"><c>value</c>, <c>reasons</c>, <c>note</c>, <c>evidence</c>, <c>searched</c> or <c>curator</c>.</param>
/// <param name="Message">What to do; one sentence without a full stop.</param>
public sealed record FieldError(string Field, string Message);
