using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>One group of filters; drawn by <c>_Facet.cshtml</c>.</summary>
/// <param name="Title">Heading of the group.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Values">Choices.</param>
/// <param name="Chosen">Those in force.</param>
public sealed record FacetView(string Title, string Name, IReadOnlyList<FacetValue> Values, IReadOnlyList<string> Chosen)
{
    /// <summary>A choice in words.</summary>
    public static string Label(string name, FacetValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Label ?? (name, value.Value) switch
        {
            ("year", _) => "No published date",
            ("show", _) => "Show not given",
            (_, TalkProgress.Done) => "All checked",
            (_, TalkProgress.Started) => "Started",
            (_, TalkProgress.NotStarted) => "Not started",
            (_, TalkProgress.Blocked) => "Needs a transcript",
            _ => value.Value,
        };
    }
}
