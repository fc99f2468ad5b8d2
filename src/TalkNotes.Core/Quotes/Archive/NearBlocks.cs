namespace TalkNotes.Core.Quotes.Archive;

/// <summary>Where several words of an index stand near each other.</summary>
internal static class NearBlocks
{
    /// <summary>The blocks of the first word that have all others within reach.</summary>
    public static IEnumerable<int> Of(WordIndex index, IndexedWord[] words, int reach)
    {
        var readers = Array.ConvertAll(words, w => new BlockReader(index, w));
        try
        {
            var more = Array.ConvertAll(readers, r => r.Next());
            for (; more[0]; more[0] = readers[0].Next())
            {
                var block = readers[0].Current;
                var isNear = true;
                for (var i = 1; i < readers.Length && isNear; i++)
                {
                    while (more[i] && readers[i].Current < block - reach)
                    {
                        more[i] = readers[i].Next();
                    }

                    isNear = more[i] && readers[i].Current <= block + reach;
                }

                if (isNear)
                {
                    yield return block;
                }
            }
        }
        finally
        {
            Array.ForEach(readers, r => r.Dispose());
        }
    }
}
