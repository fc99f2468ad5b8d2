namespace TalkNotes.Core.Search.Files;

/// <summary>Where words stand in a row, in one file.</summary>
internal static class PhraseReader
{
    /// <summary>The passages with the words in a row, and how often; places ascend.</summary>
    public static Gathered Read(WordList words, UnitForm form, IndexFile file, CancellationToken ct)
    {
        var (places, times) = (new List<int>(), new List<int>());
        var all = form.Words.Select((w, i) => (Cursor: new WordCursor(words, w, form.IsStem), Offset: i)).OrderBy(w => w.Cursor.Count).ToArray();
        if (all[0].Cursor.Count == 0)
        {
            return Gathered.None;
        }

        var starts = new List<int>();
        var positions = new List<int>();
        for (var doc = Together(all, 0); doc != TermCursor.End; doc = Together(all, doc + 1))
        {
            all[0].Cursor.ReadPositions(starts, all[0].Offset);
            for (var i = 1; i < all.Length && starts.Count > 0; i++)
            {
                all[i].Cursor.ReadPositions(positions, all[i].Offset);
                Intersect(starts, positions);
            }

            if (starts.Count > 0)
            {
                places.Add(doc);
                times.Add(starts.Count);
            }

            ct.ThrowIfCancellationRequested();
        }

        return Gathered.Of([.. places], [.. times], file.Places);
    }

    /// <summary>The first passage from here on that has all of them.</summary>
    private static int Together((WordCursor Cursor, int Offset)[] all, int from)
    {
        var doc = all[0].Cursor.Advance(from);
        for (var i = 1; i < all.Length && doc != TermCursor.End; i++)
        {
            var next = all[i].Cursor.Advance(doc);
            if (next != doc)
            {
                doc = next == TermCursor.End ? next : all[0].Cursor.Advance(next);
                i = 0;
            }
        }

        return doc;
    }

    private static void Intersect(List<int> starts, List<int> others)
    {
        var (kept, j) = (0, 0);
        for (var i = 0; i < starts.Count; i++)
        {
            var start = starts[i];
            while (j < others.Count && others[j] < start)
            {
                j++;
            }

            if (j < others.Count && others[j] == start)
            {
                starts[kept++] = start;
            }
        }

        starts.RemoveRange(kept, starts.Count - kept);
    }
}
