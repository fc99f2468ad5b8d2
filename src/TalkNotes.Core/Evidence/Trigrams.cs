namespace TalkNotes.Core.Evidence;

/// <summary>Runs of three letters, by which misspelt words find each other.</summary>
internal static class Trigrams
{
    /// <summary>The distinct trigrams of a word, its ends marked.</summary>
    public static HashSet<string> Of(string word)
    {
        var marked = "#" + word + "#";
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= marked.Length; i++)
        {
            grams.Add(marked.Substring(i, 3));
        }

        return grams;
    }
}
