using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Benchmarks;

/// <summary>Queries by class, made of words that the library has, by a sample of its passages. Seeded.</summary>
internal static class SearchClasses
{
    private const int Sample = 4_000;

    public static async Task<List<(string Name, List<string> Queries)>> MakeAsync(IDbContextFactory<TalkNotesDb> databases, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var random = new Random(7);
        var newest = await db.Passages.MaxAsync(p => p.Id);
        var ids = Enumerable.Range(0, Sample).Select(_ => random.NextInt64(1, newest + 1)).Distinct().ToList();
        var sample = await db.Passages.Where(p => ids.Contains(p.Id) && p.Kind == PassageKind.Segment).OrderBy(p => p.Id).Select(p => p.Text).ToListAsync();
        var uses = sample.SelectMany(t => Tokens.Forms(t).Distinct(StringComparer.Ordinal)).Where(w => w.Length > 3 && !StopWords.Contains(w)).CountBy(w => w, StringComparer.Ordinal).ToList();
        var rare = uses.Where(u => u.Value == 1).Select(u => u.Key).Order(StringComparer.Ordinal).ToList();
        var common = uses.Where(u => u.Value > sample.Count / 80).Select(u => u.Key).Order(StringComparer.Ordinal).ToList();
        List<string> Passage() => Tokens.Forms(sample[random.Next(sample.Count)]);
        List<string> Telling() => Passage().Where(w => !StopWords.Contains(w) && w.Length > 2).Distinct(StringComparer.Ordinal).ToList();
        string Run(int n)
        {
            var words = Passage();
            return string.Join(' ', words.Skip(random.Next(Math.Max(1, words.Count - n))).Take(n));
        }

        Func<int, string> filtered = i => $"{string.Join(' ', Telling().Take(2))} year:{2015 + (i % 10)}";
        (string, Func<int, string>)[] classes =
        [
            ("one rare word", _ => rare[random.Next(rare.Count)]),
            ("one common word", _ => common[random.Next(common.Count)]),
            ("two or three words", i => string.Join(' ', Telling().Take(2 + (i % 2)))),
            ("two words, year", filtered),
            ("phrase", i => $"\"{Run(2 + (i % 3))}\""),
            ("prefix", i => common[random.Next(common.Count)][..(3 + (i % 2))] + "*"),
            ("eight words in a row", _ => Run(8)),
            ("question of words", _ => string.Join(' ', Telling().Take(5).Prepend("what does").Append("about"))),
            ("twelve-word OR", _ => string.Join(" OR ", Passage().Distinct(StringComparer.Ordinal).Take(12))),
        ];
        return [.. classes.Select(c => (c.Item1, Enumerable.Range(0, count).Select(c.Item2).ToList()))];
    }
}
