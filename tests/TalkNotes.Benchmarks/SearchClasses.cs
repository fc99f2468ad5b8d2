using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Benchmarks;

/// <summary>Queries by class, made of words that the library has. Seeded.</summary>
internal static class SearchClasses
{
    public static async Task<List<(string Name, List<string> Queries)>> MakeAsync(IDbContextFactory<TalkNotesDb> databases, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var newest = await db.Passages.MaxAsync(p => p.Id);
        var least = newest / 80;
        var rare = await db.Database.SqlQuery<string>($"SELECT term AS Value FROM passages_terms WHERE col = 'words' AND doc BETWEEN 5 AND 300 AND length(term) > 3 ORDER BY term").ToListAsync();
        var common = (await db.Database.SqlQuery<string>($"SELECT term AS Value FROM passages_terms WHERE col = 'words' AND doc > {least} AND length(term) > 3 ORDER BY term").ToListAsync())
            .Where(w => !StopWords.Contains(w)).ToList();
        var sample = await db.Passages.Where(p => p.Kind == PassageKind.Segment && p.Id % 97 == 0).OrderBy(p => p.Id).Select(p => p.Text).Take(2_000).ToListAsync();
        var random = new Random(7);
        List<string> Passage() => Tokens.Forms(sample[random.Next(sample.Count)]);
        List<string> Telling() => Passage().Where(w => !StopWords.Contains(w) && w.Length > 2).Distinct(StringComparer.Ordinal).ToList();
        string Run(int n)
        {
            var words = Passage();
            return string.Join(' ', words.Skip(random.Next(words.Count - n)).Take(n));
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
