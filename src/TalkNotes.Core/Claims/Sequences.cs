namespace TalkNotes.Core.Claims;

internal static class Sequences
{
    /// <summary>Length of the longest run of words that both have in the same order, gaps allowed.</summary>
    public static int InCommon(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var row = new int[b.Count + 1];
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Count; j++)
            {
                var above = row[j + 1];
                row[j + 1] = string.Equals(word, b[j], StringComparison.Ordinal) ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
