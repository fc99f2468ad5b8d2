using TalkNotes.Core.Search;
using TalkNotes.Core.Search.Files;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Search;

/// <summary>The best of many passages are found without weighing each; they must be the very same.</summary>
public sealed class RankingTests
{
    private const int Passages = 12_000;
    private const int Rare = 400;
    private readonly Random _random = new(5);

    [Fact]
    public void Best_few_are_the_first_of_all_weighed_one_by_one()
    {
        var index = Index(files: 3);
        for (var i = 0; i < 250; i++)
        {
            var units = Enumerable.Range(0, _random.Next(1, 13)).Select(_ => new SearchUnit("", [Form()])).ToList();
            var all = Everything(index, units);
            var among = i % 3 == 0 ? Some(all) : null;
            var expected = all.Where(p => among?.Contains(p.Id) != false).Take(20);
            Assert.Equal(expected, index.Best(new RankedQuestion(units, Bridges: false, Most: 20) { Among = among }, CancellationToken.None));
        }
    }

    [Fact]
    public void Best_few_of_one_kind_are_the_first_of_that_kind()
    {
        var index = Index(files: 3);
        for (var i = 0; i < 250; i++)
        {
            var units = Enumerable.Range(0, _random.Next(1, 13)).Select(_ => new SearchUnit("", [Form()])).ToList();
            var wanted = i % 2 == 0 ? Wanted.Said : Wanted.Written;
            var all = Everything(index, units).Where(p => IsWritten(p.Id) == (wanted == Wanted.Written)).ToList();
            var among = new IdSet(Passages);
            all.ForEach(p => among.Add(p.Id));
            Assert.Equal(all.Take(20), index.Best(new RankedQuestion(units, Bridges: false, Most: 20) { Among = among, Wanted = wanted }, CancellationToken.None));
        }
    }

    [Fact]
    public void A_passage_is_weighed_as_BM25_says()
    {
        var index = Index(files: 1);
        var (id, score) = index.Best(new RankedQuestion([new SearchUnit("", [new UnitForm(["r7"], MatchKind.Exact)])], Bridges: false, Most: 1), CancellationToken.None)[0];
        var count = index.Count(new UnitForm(["r7"], MatchKind.Exact), bridges: false, CancellationToken.None);
        var text = Texts()[id - 1];
        var times = text.Count(w => w == "r7");
        var expected = Math.Log((Passages - count + 0.5) / (count + 0.5)) * times * 2.2 / (times + (1.2 * (0.25 + (0.75 * text.Length / 30.0))));
        Assert.Equal(expected, score, 9);
    }

    /// <summary>Every passage that has any of the words, weighed: nothing is left out where all are wanted.</summary>
    private static List<ScoredId> Everything(FileIndex index, List<SearchUnit> units) => index.Best(new RankedQuestion(units, Bridges: false, Most: int.MaxValue), CancellationToken.None);

    private IdSet Some(List<ScoredId> all)
    {
        var some = new IdSet(Passages);
        foreach (var (id, _) in all.Where(_ => _random.Next(2) == 0))
        {
            some.Add(id);
        }

        return some;
    }

    private UnitForm Form() => _random.Next(5) switch
    {
        0 => new UnitForm([$"r{_random.Next(Rare)}"], MatchKind.Exact),
        1 => new UnitForm([$"r{_random.Next(40)}"], MatchKind.Exact, IsPrefix: true),
        2 => new UnitForm([$"c{_random.Next(4)}", $"c{_random.Next(4)}"], MatchKind.Exact),
        _ => new UnitForm([$"c{_random.Next(30)}"], MatchKind.Exact),
    };

    private static bool IsWritten(int id) => id % 3 == 0;

    private static FileIndex Index(int files)
    {
        var texts = Texts();
        var size = Passages / files;
        var made = Enumerable.Range(0, files).Select(f =>
        {
            var builder = new IndexFileBuilder((f * size) + 1, (f + 1) * size);
            for (var id = (f * size) + 1; id <= (f + 1) * size; id++)
            {
                builder.Add(id, new PassageFacts { Kind = IsWritten(id) ? FactKind.Claim : FactKind.Segment, Origin = 0, TalkId = 1, SpeakerId = 0, ClaimId = 0, Back = 0, Ahead = 0 }, [.. texts[id - 1].Select(w => new Token(w, w, 0, 1))]);
            }

            return builder.InMemory();
        }).ToList();
        var relevance = new Relevance(Passages, Passages * 60L);
        return new FileIndex(made, null, Passages, relevance, relevance);
    }

    /// <summary>Common words c0 to c29, the rarer the higher, and rare ones r0 to r399; some passages are short, some very long.</summary>
    private static List<string[]> Texts()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Passages).Select(n => Enumerable.Range(0, n % 50 == 0 ? 300 : random.Next(5, 50)).Select(_ => random.Next(25) == 0
            ? $"r{(int)(Rare * random.NextDouble() * random.NextDouble())}" : $"c{(int)(30 * random.NextDouble() * random.NextDouble() * random.NextDouble())}").ToArray())];
    }
}
