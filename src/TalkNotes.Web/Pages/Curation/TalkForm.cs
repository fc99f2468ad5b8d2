using System.Globalization;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>The facts of a talk as a form has them; the same when a talk is added and when it is put right.</summary>
public sealed class TalkForm
{
    public string? Title { get; set; }

    public string? Show { get; set; }

    public string? Published { get; set; }

    public string? Transcribed { get; set; }

    public string? Retrieved { get; set; }

    public string? Address { get; set; }

    /// <summary>Topics with commas between.</summary>
    public string? Topics { get; set; }

    /// <summary>The newest correction when the form was opened.</summary>
    public int Seen { get; set; }

    /// <summary>What is on record.</summary>
    public static TalkForm Of(TalkSummary talk, int seen)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return new TalkForm
        {
            Title = talk.Title,
            Show = talk.Show,
            Published = Day(talk.Published),
            Transcribed = Day(talk.Transcribed),
            Retrieved = Day(talk.Retrieved),
            Address = talk.Url,
            Topics = string.Join(", ", talk.Topics.Select(t => t.Name)),
            Seen = seen,
        };
    }

    /// <summary>A date as fields of forms have it.</summary>
    public static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Each fact by its name for people; blank is null.</summary>
    public IEnumerable<(string Name, string? Value)> Fields() => new[]
    {
        ("Title", Title), ("Show", Show), ("Published", Published), ("Transcribed", Transcribed), ("Retrieved", Retrieved), ("Address", Address),
        ("Topics", string.Join(", ", List())),
    }.Select(f => (f.Item1, string.IsNullOrWhiteSpace(f.Item2) ? null : f.Item2.Trim()));

    /// <summary>What is on record, with what was typed where it differs from what the form showed first; null when nothing does.</summary>
    public TalkForm? Over(TalkForm shown, TalkForm onRecord)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(onRecord);
        var changed = Fields().Zip(shown.Fields()).Where(f => f.First.Value != f.Second.Value).Select(f => f.First.Name).ToHashSet(StringComparer.Ordinal);
        return changed.Count == 0 ? null : new TalkForm
        {
            Title = changed.Contains("Title") ? Title : onRecord.Title,
            Show = changed.Contains("Show") ? Show : onRecord.Show,
            Published = changed.Contains("Published") ? Published : onRecord.Published,
            Transcribed = changed.Contains("Transcribed") ? Transcribed : onRecord.Transcribed,
            Retrieved = changed.Contains("Retrieved") ? Retrieved : onRecord.Retrieved,
            Address = changed.Contains("Address") ? Address : onRecord.Address,
            Topics = changed.Contains("Topics") ? Topics : onRecord.Topics,
            Seen = onRecord.Seen,
        };
    }

    public TalkDraft ToDraft() => new()
    {
        Title = Title,
        Show = Show,
        Published = Published,
        Transcribed = Transcribed,
        Retrieved = Retrieved,
        Address = Address,
        Topics = List(),
        Seen = Seen,
    };

    private List<string> List() => [.. (Topics ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
