using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Exports;

/// <summary>The talks that an address asks for, as the list of talks does.</summary>
internal static class AskedTalks
{
    public static TalkFilter Of(IQueryCollection query)
    {
        IReadOnlyList<string> Given(string name) => [.. query[name].OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)];
        return new TalkFilter
        {
            Speakers = Given("speaker"),
            Topics = Given("topic"),
            Shows = Given("show"),
            Years = Given("year"),
            Progress = [.. Given("progress").Where(TalkProgress.All.Contains)],
            HasTranscript = query["transcript"].ToString() switch { "yes" or "true" => true, "no" or "false" => false, _ => null },
            Sort = query["sort"].ToString() is { Length: > 0 } sort ? sort : TalkSort.Newest,
        };
    }
}
