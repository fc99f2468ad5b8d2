using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The words of the library: how often they occur, which sound alike, which are spelled nearly so.</summary>
internal sealed class Vocabulary(TalkNotesDb db)
{
    private const int ShortestSound = 4;
    private const int MostSoundAlikes = 6;

    /// <summary>In how many passages, claims and titles a word stands; exact forms, or stems.</summary>
    public async Task<int> CountAsync(string word, bool isStem, CancellationToken ct)
    {
        var column = isStem ? "stems" : "words";
        return await db.Database.SqlQuery<int>($"SELECT doc AS Value FROM passages_terms WHERE term = {word} AND col = {column}").FirstOrDefaultAsync(ct);
    }

    /// <summary>Which of these words the library has.</summary>
    public async Task<HashSet<string>> KnownAsync(IEnumerable<string> words, CancellationToken ct)
    {
        var asked = words.Distinct(StringComparer.Ordinal).ToArray();
        var known = await db.Terms.Where(t => asked.Contains(t.Term)).Select(t => t.Term).ToListAsync(ct);
        return known.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Other words that sound like a name and differ in few letters. Names only, unless the library has no such word at all.</summary>
    public async Task<List<string>> SoundAlikesAsync(string word, bool isKnown, CancellationToken ct)
    {
        var sound = SoundKey.Of(word);
        if (word.Length < ShortestSound || sound.Length < 2 || !word.All(char.IsLetter))
        {
            return [];
        }

        var stem = Stemmer.Stem(word);
        var limit = Math.Max(1, word.Length / 3);
        var alike = await db.Terms.Where(t => t.Sound == sound && t.Term != word && (t.IsName || !isKnown)).Select(t => t.Term).Take(500).ToListAsync(ct);
        return [.. alike
            .Select(t => (Term: t, Distance: EditDistance.Between(word, t, limit)))
            .Where(t => t.Distance <= limit && Stemmer.Stem(t.Term) != stem)
            .OrderBy(t => t.Distance).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(MostSoundAlikes).Select(t => t.Term)];
    }

    /// <summary>The most frequent of the words that are spelled nearest; null when none is near.</summary>
    public async Task<string?> NearestAsync(string word, CancellationToken ct)
    {
        if (word.Length < ShortestSound || !word.All(char.IsLetter))
        {
            return null;
        }

        var limit = word.Length < 6 ? 1 : 2;
        var sound = SoundKey.Of(word);
        var first = word[..1];
        var after = word[..1] + char.MaxValue;
        var candidates = await db.Database
            .SqlQuery<string>($"SELECT term AS Value FROM terms WHERE (term >= {first} AND term < {after}) OR sound = {sound}").ToListAsync(ct);
        var near = candidates.Where(t => t != word)
            .Select(t => (Term: t, Distance: EditDistance.Between(word, t, limit)))
            .Where(t => t.Distance <= limit).ToList();
        if (near.Count == 0)
        {
            return null;
        }

        var least = near.Min(t => t.Distance);
        var best = (Term: (string?)null, Count: 0);
        foreach (var (term, _) in near.Where(t => t.Distance == least))
        {
            var count = await CountAsync(term, isStem: false, ct);
            best = count > best.Count ? (term, count) : best;
        }

        return best.Term;
    }
}
