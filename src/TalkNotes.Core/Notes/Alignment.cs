namespace TalkNotes.Core.Notes;

/// <summary>Which items of two lists belong together, in order: the longest common run with gaps.</summary>
internal static class Alignment
{
    /// <summary>For each item of <paramref name="a"/> the index of its partner in <paramref name="b"/>, or -1.</summary>
    public static int[] Of(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var partner = new int[a.Count];
        Array.Fill(partner, -1);
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start])
        {
            partner[start] = start++;
        }

        var (endA, endB) = (a.Count, b.Count);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
        {
            partner[--endA] = --endB;
        }

        Middle(a, b, start, endA, endB, partner);
        return partner;
    }

    private static void Middle(IReadOnlyList<string> a, IReadOnlyList<string> b, int start, int endA, int endB, int[] partner)
    {
        var (rows, columns) = (endA - start, endB - start);
        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                length[i, j] = a[start + i] == b[start + j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (a[start + i] == b[start + j])
            {
                partner[start + i++] = start + j++;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
