using System.Collections.Frozen;

namespace TalkNotes.Core.Search;

/// <summary>The filters of the query language.</summary>
public static class SearchFields
{
    /// <summary>Who said the words: name, alias, surname or slug.</summary>
    public const string Speaker = "speaker";

    /// <summary><c>host</c> or <c>guest</c>: whose words, where the source says.</summary>
    public const string Role = "role";

    /// <summary>Slug of a talk.</summary>
    public const string Talk = "talk";

    /// <summary>Show.</summary>
    public const string Show = "show";

    /// <summary>Topic, name or slug.</summary>
    public const string Topic = "topic";

    /// <summary><c>segment</c>, <c>claim</c> or <c>talk</c>.</summary>
    public const string Kind = "kind";

    /// <summary>A claim's status.</summary>
    public const string Status = "status";

    /// <summary>Who wrote it: <c>spoken</c>, <c>publisher</c>, <c>ai</c> or <c>person</c>.</summary>
    public const string Origin = "origin";

    /// <summary>Year of publication, or <c>none</c>.</summary>
    public const string Year = "year";

    /// <summary>Published in that year, month or day.</summary>
    public const string Date = "date";

    /// <summary>Published in that year, month or day, or later.</summary>
    public const string After = "after";

    /// <summary>Published earlier than that year, month or day.</summary>
    public const string Before = "before";

    /// <summary>Transcribed in that year, month or day.</summary>
    public const string Transcribed = "transcribed";

    /// <summary>Retrieved in that year, month or day.</summary>
    public const string Retrieved = "retrieved";

    private static readonly FrozenSet<string> Kinds = new[] { "segment", "claim", "talk" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Roles = new[] { "host", "guest" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Statuses =
        new[] { "unverified", "verified", "partly", "refuted", "not-said" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Origins = new[] { "spoken", "publisher", "ai", "person" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a field exists and can have this value; what cannot is typed text.</summary>
    public static bool Takes(string field, string value) => value.Length > 0 && field switch
    {
        Speaker or Talk or Show or Topic => true,
        Role => Roles.Contains(value),
        Kind => Kinds.Contains(value),
        Status => Statuses.Contains(value),
        Origin => Origins.Contains(value),
        Year => value == "none" || (value.Length == 4 && DateRange.TryParse(value, out _)),
        Date or After or Before or Transcribed or Retrieved => DateRange.TryParse(value, out _),
        _ => false,
    };
}
