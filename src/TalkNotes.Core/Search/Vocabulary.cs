using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Which words there are to find: of the library, or of one transcript.</summary>
internal abstract class Vocabulary
{
    private const int ShortestSound = 4;
    private const int MostSoundAlikes = 6;

    /// <summary>Which of these words there are.</summary>
    public abstract HashSet<string> Known(IEnumerable<string> words);

    /// <summary>Whether any word with this stem stands anywhere.</summary>
    public abstract bool HasStem(string stem);

    /// <summary>Other words that sound like a name and differ in few letters. Names only, unless there is no such word at all.</summary>
    public List<string> SoundAlikes(string word, bool isKnown)
    {
        var sound = SoundKey.Of(word);
        if (word.Length < ShortestSound || sound.Length < 2 || !word.All(char.IsLetter))
        {
            return [];
        }

        var stem = Stemmer.Stem(word);
        var limit = Math.Max(1, word.Length / 3);
        return [.. OfSound(sound, namesOnly: isKnown)
            .Where(t => t != word)
            .Select(t => (Term: t, Distance: EditDistance.Between(word, t, limit)))
            .Where(t => t.Distance <= limit && Stemmer.Stem(t.Term) != stem)
            .OrderBy(t => t.Distance).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(MostSoundAlikes).Select(t => t.Term)];
    }

    /// <summary>Words with this <see cref="SoundKey"/>.</summary>
    protected abstract IEnumerable<string> OfSound(string sound, bool namesOnly);
}
