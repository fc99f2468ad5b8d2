namespace TalkNotes.Core.Export;

/// <summary>The words of a transcript as one run of text, segments joined by one blank: what positions of annotations count in.</summary>
internal static class SpokenText
{
    public static string? Of(ExportedTalk talk) => talk.Segments.Count == 0 ? null : string.Join(' ', talk.Segments.Select(s => s.Text));

    /// <summary>Where each segment begins, in characters of Unicode, and behind them the end of the text.</summary>
    public static int[] Starts(ExportedTalk talk)
    {
        var starts = new int[talk.Segments.Count + 1];
        for (var i = 0; i < talk.Segments.Count; i++)
        {
            starts[i + 1] = starts[i] + Length(talk.Segments[i].Text) + 1;
        }

        return starts;
    }

    /// <summary>Characters of Unicode, not units of UTF-16.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
