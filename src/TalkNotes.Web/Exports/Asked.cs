using System.Diagnostics.CodeAnalysis;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Exports;

/// <summary>What an address asks for, as the page beside it does: tables, feeds and archives open alike.</summary>
internal static class Asked
{
    /// <summary>The talks, as the list of talks reads its address.</summary>
    public static TalkFilter Talks(IQueryCollection query)
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

    /// <summary>The claims, as the list of claims reads its address; or the answer that says which word it does not know.</summary>
    public static bool TryClaims(IQueryCollection query, out ClaimFilter filter, [NotNullWhen(false)] out IResult? refusal)
    {
        string? Given(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
        filter = new ClaimFilter { Talk = Given("talk"), Status = Given("status"), Kind = Given("kind"), Speaker = Given("speaker"), Marker = Given("marker") };
        refusal = filter.Status is { } status && !ClaimFilter.Statuses.Contains(status)
            ? Results.Problem($"status takes one of {string.Join(", ", ClaimFilter.Statuses)}", statusCode: StatusCodes.Status400BadRequest, title: "No such status")
            : null;
        return refusal is null;
    }
}
