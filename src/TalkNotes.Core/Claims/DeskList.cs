using System.Text.Json.Serialization;

namespace TalkNotes.Core.Claims;

/// <summary>What the desk puts before a curator.</summary>
public static class DeskQueues
{
    /// <summary>Claims to judge: verdicts to look at again first, then unverified claims by triage.</summary>
    public const string Open = "open";

    /// <summary>Verdicts whose evidence changed or is gone, and not-said claims that a search finds now.</summary>
    public const string Recheck = "recheck";

    /// <summary>Verdicts that a second curator disputes.</summary>
    public const string Disputed = "disputed";

    /// <summary>Claims that name a date which has passed since, or lies ahead.</summary>
    public const string Due = "due";

    /// <summary>Judged claims that no source makes any more, and whose new wording nobody has confirmed.</summary>
    public const string Reworded = "reworded";

    /// <summary>Every claim, judged or not.</summary>
    public const string All = "all";

    /// <summary>The queues, in the order of the page.</summary>
    public static IReadOnlyList<string> Names { get; } = [Open, Recheck, Disputed, Due, Reworded, All];
}

/// <summary>The queue as the desk shows it.</summary>
/// <param name="Name">A word of <see cref="DeskQueues"/>.</param>
/// <param name="Sizes">How many claims each queue holds, by the same filters.</param>
/// <param name="Items">The claims in their order; at most <see cref="DeskQueries.MostItems"/>.</param>
public sealed record DeskList(string Name, IReadOnlyDictionary<string, int> Sizes, IReadOnlyList<DeskItem> Items)
{
    /// <summary>Place of a claim in the queue, or -1.</summary>
    public int IndexOf(string? id) => id is null ? -1 : Items.ToList().FindIndex(i => i.Id == id);
}

/// <summary>A claim that waits.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Talk">Slug of its talk.</param>
/// <param name="Title">Title of its talk, or null.</param>
/// <param name="Text">The claim.</param>
/// <param name="Status">Its status.</param>
/// <param name="Why">Why it stands where it stands.</param>
/// <param name="Flags">Details that the program did not find, as the claim writes them.</param>
/// <param name="Due">Last day of the latest date that it names, or null.</param>
public sealed record DeskItem(string Id, string Talk, string? Title, string Text, string Status, DeskReason Why, IReadOnlyList<string> Flags, DateOnly? Due)
{
    /// <summary>Its place in the queue, see <see cref="ListCursor"/>.</summary>
    [JsonIgnore]
    public string Place { get; init; } = "";
}

/// <summary>Why a claim waits, in the order of the queue.</summary>
public enum DeskReason
{
    /// <summary>Its evidence changed or is gone.</summary>
    EvidenceChanged,

    /// <summary>A search that found nothing finds something now.</summary>
    NewlyFound,

    /// <summary>A second curator disputes it.</summary>
    Disputed,

    /// <summary>The date that it names has passed.</summary>
    Due,

    /// <summary>The date that it names lies ahead.</summary>
    Ahead,

    /// <summary>No source makes it any more.</summary>
    Reworded,

    /// <summary>A detail was not found.</summary>
    DetailNotFound,

    /// <summary>Numbers or dates.</summary>
    Numbers,

    /// <summary>Nothing special.</summary>
    Rest,

    /// <summary>There is no transcript here to check it against.</summary>
    NoTranscript,
}
