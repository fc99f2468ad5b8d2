namespace TalkNotes.Web.Pages.Notes;

/// <summary>Where two wordings of a text part ways: what they begin and end with alike, in whole words, and what stands between.</summary>
internal sealed record Difference(string Start, string Removed, string Added, string End)
{
    public static Difference Of(string before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < most && before[start] == after[start])
        {
            start++;
        }

        while (start > 0 && !(IsEdge(before, start) && IsEdge(after, start)))
        {
            start--;
        }

        var end = 0;
        while (end < most - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        while (end > 0 && !(IsEdge(before, before.Length - end) && IsEdge(after, after.Length - end)))
        {
            end--;
        }

        return new(before[..start], before[start..^end], after[start..^end], end == 0 ? "" : before[^end..]);
    }

    /// <summary>Whether no word runs over that place.</summary>
    private static bool IsEdge(string text, int at) =>
        at == 0 || at == text.Length || char.IsWhiteSpace(text[at]) || char.IsWhiteSpace(text[at - 1]);
}
