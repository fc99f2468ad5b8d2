namespace TalkNotes.Core.Search.Files;

/// <summary>Which files to make: what no file covers, and neighbours that are better one.</summary>
internal static class IndexPlan
{
    /// <summary>So many ids at most in one file: what is gathered of them in memory while it is made stays small.</summary>
    public const int Largest = 250_000;

    /// <summary>So many new passages are answered from memory before they get a file.</summary>
    public const int FewestNew = 2_000;

    /// <summary>A file is made anew when more than one in so many of its passages is gone.</summary>
    private const int MostGone = 5;

    /// <summary>A file is joined with the one before it unless that is so many times larger: so few files stay, and each passage is written few times.</summary>
    private const int Steps = 2;

    /// <summary>The ranges to make files of, in order.</summary>
    /// <param name="files">The sound files that there are, by ids, with how many of their passages are gone.</param>
    /// <param name="newest">The newest passage.</param>
    public static List<(int First, int Last)> Of(IEnumerable<(int First, int Last, int Gone)> files, int newest)
    {
        var parts = new List<(int First, int Last, bool IsMade)>();
        var next = 1;
        foreach (var (first, last, gone) in files.Where(f => f.Last <= newest))
        {
            if (first < next)
            {
                continue; // covered already: no files of this program overlap
            }

            if (first > next)
            {
                parts.Add((next, first - 1, false));
            }

            parts.Add((first, last, (long)gone * MostGone <= last - first + 1));
            next = last + 1;
        }

        if (newest - next + 1 >= FewestNew || (parts.Count == 0 && newest >= next))
        {
            parts.Add((next, newest, false));
        }

        for (var i = parts.Count - 1; i > 0; i--)
        {
            var (before, size) = (parts[i - 1].Last - parts[i - 1].First + 1, parts[i].Last - parts[i].First + 1);
            if (before < (long)Steps * size && before + (long)size <= Largest)
            {
                parts[i - 1] = (parts[i - 1].First, parts[i].Last, false);
                parts.RemoveAt(i);
                i = Math.Min(i, parts.Count); // the joined one may now be joined with the one before
            }
        }

        return [.. parts.Where(p => !p.IsMade).SelectMany(p => Cut(p.First, p.Last))];
    }

    private static IEnumerable<(int First, int Last)> Cut(int first, int last)
    {
        for (; first <= last; first += Largest)
        {
            yield return (first, Math.Min(last, first + Largest - 1));
        }
    }
}
