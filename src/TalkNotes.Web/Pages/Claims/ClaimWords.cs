using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Pages.Claims;

/// <summary>How pages word what is known of claims.</summary>
public static class ClaimWords
{
    /// <summary>What the badge of a claim shows: its verdict, suspended or missing its transcript.</summary>
    public static string Badge(ClaimSummary claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Show.Badge(claim.Status, claim.Suspended || claim.Reopened, claim.HasTranscript);
    }

    /// <summary>The same for a claim in the queue.</summary>
    public static string Badge(DeskItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Show.Badge(item.Status, item.Why is DeskReason.EvidenceChanged or DeskReason.NewlyFound, item.Why is not DeskReason.NoTranscript);
    }

    /// <summary>"Key point", "Summary", "Quote", "Claim".</summary>
    public static string Kind(string kind) => VerdictLabels.Of(kind);

    /// <summary>Who wrote it.</summary>
    public static string Origin(string origin) => origin switch
    {
        "ai" => "written by an AI",
        "person" => "written by a person",
        _ => "written by the publisher",
    };

    /// <summary>Why a claim waits.</summary>
    public static string Why(DeskItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Why switch
        {
            DeskReason.EvidenceChanged => "Its evidence changed",
            DeskReason.NewlyFound => "A search finds it now",
            DeskReason.Disputed => "Disputed",
            DeskReason.Due => $"Was due {Show.Date(item.Due!.Value)}",
            DeskReason.Ahead => $"Due {Show.Date(item.Due!.Value)}",
            DeskReason.Reworded => "No source makes it any more",
            DeskReason.DetailNotFound => $"Not found: {string.Join(", ", item.Flags)}",
            _ => Show.Short(item.Title ?? item.Talk, 60),
        };
    }

    /// <summary>The heading under which a claim waits.</summary>
    public static string Group(DeskItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Why switch
        {
            DeskReason.EvidenceChanged or DeskReason.NewlyFound => "Look again",
            DeskReason.Disputed => "Disputed",
            DeskReason.Due => "Due",
            DeskReason.Ahead => "Dates ahead",
            DeskReason.Reworded => "Reworded",
            DeskReason.DetailNotFound => "A detail was not found",
            DeskReason.Numbers => "Numbers and dates",
            DeskReason.NoTranscript => "No transcript here",
            _ => "The rest",
        };
    }

    /// <summary>The heading of a queue.</summary>
    public static string Queue(string queue) => queue switch
    {
        DeskQueues.Recheck => "Look again",
        DeskQueues.Disputed => "Disputed",
        DeskQueues.Due => "Due",
        DeskQueues.Reworded => "Reworded",
        DeskQueues.All => "All claims",
        _ => "To judge",
    };

    /// <summary>What a found state of a detail means; never a verdict.</summary>
    public static string Found(string found) => found switch
    {
        "yes" => "found",
        "differs" => "found differently",
        _ => "not there",
    };

    /// <summary>How the words seem to turn a claim round; never a verdict.</summary>
    public static string Reversal(string kind) => kind == "negation" ? "denied in one, not in the other" : "compared the other way";

    /// <summary>What became of evidence whose transcript changed.</summary>
    public static string Anchor(string state) => state switch
    {
        AnchorState.Moved => "Found again, at another place",
        AnchorState.NeedsConfirmation => "The words changed: say where they stand now",
        AnchorState.Orphaned => "These words are no longer in the transcript",
        _ => "",
    };
}
