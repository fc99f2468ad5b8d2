using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Search;

/// <summary>Whichever index answers, the answer is the same: FTS5 is the measure, with talks added, replaced and removed between.</summary>
public sealed class EngineTests : IDisposable
{
    private const string Common = "the of and a is to model models modeling tool tools reason reasoning train training what we data scale agent agents";
    private const int MostPassages = 100_000;
    private readonly Random _random = new(10);
    private readonly string[] _common = Common.Split(' ');
    private readonly string[] _rare = [.. Enumerable.Range(0, 150).Select(n => $"{"ba de fra gri hel ka lin mer nor pol".Split(' ')[n % 10]}{"qua ris sta ter ul ver wi xan yo zel".Split(' ')[n / 10 % 10]}{(n > 99 ? "s" : "")}")];
    private readonly TwoEngines _both = new();

    [Fact]
    public async Task Places_counts_and_relevance_are_those_of_FTS5_to_the_last_digit()
    {
        await FillAsync(talks: 12);
        _both.Refresh();
        Compare(120);
        await ReplaceAsync("talk-3");
        await RemoveAsync("talk-5");
        await FillAsync(talks: 2, from: 12);
        Compare(120);
        await RemoveAsync("talk-1", "talk-2", "talk-4", "talk-6");
        Assert.True(_both.Refresh() > 0, "A file with many passages gone is made anew");
        Assert.Single(_both.IndexFiles);
        Compare(60);
    }

    [Fact]
    public async Task Searches_of_every_class_have_the_same_answer()
    {
        await FillAsync(talks: 8);
        _both.Refresh();
        for (var round = 0; round < 3; round++)
        {
            Assert.True(_both.FilesAnswer());
            for (var i = 0; i < 66; i++)
            {
                await _both.SameAsync(Request(i));
            }

            await ReplaceAsync($"talk-{round}");
            await FillAsync(talks: 1, from: 8 + round);
        }

        for (var i = 0; i < 60; i++)
        {
            await _both.SameAsync(new SearchRequest { Query = QueryStrings.Next(_random) });
        }
    }

    public void Dispose() => _both.Dispose();

    private void Compare(int questions)
    {
        var ct = CancellationToken.None;
        _both.Ask((fts, files) =>
        {
            Assert.NotNull(files);
            for (var i = 0; i < questions; i++)
            {
                var bridges = i % 3 == 0;
                var form = Form();
                var expected = Places(set => fts.AddTo(set, form, bridges, ct));
                Assert.Equal(expected.Ascending(), Places(set => files.AddTo(set, form, bridges, ct)).Ascending());
                Assert.Equal(expected.Count, files.Count(form, bridges, ct));

                var units = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => new SearchUnit("", [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Form())])).ToList();
                var any = new RankedQuestion(units, bridges, Most: _random.Next(1, 60)) { Weighed = i % 2 == 0 };
                Assert.Equal(fts.Best(any, ct), files.Best(any, ct));

                var among = Places(set => fts.AddTo(set, units[0].Match(), bridges, ct));
                units.ForEach(u => among.IntersectWith(Places(set => fts.AddTo(set, u.Match(), bridges, ct))));
                Assert.Equal(fts.Best(any with { Among = among }, ct), files.Best(any with { Among = among }, ct));
            }

            return true;
        });
    }

    private static IdSet Places(Action<IdSet> addTo)
    {
        var set = new IdSet(MostPassages);
        addTo(set);
        return set;
    }

    private UnitForm Form()
    {
        var word = Word();
        return _random.Next(6) switch
        {
            0 => new UnitForm([word[..Math.Min(word.Length, _random.Next(1, 4))]], MatchKind.Exact, IsPrefix: true),
            1 => new UnitForm([word], MatchKind.Exact),
            2 or 3 => new UnitForm([Tokens.StemOf(word)], MatchKind.Inflected, IsStem: true),
            4 => new UnitForm([.. Words(_random.Next(2, 4))], MatchKind.Exact),
            _ => new UnitForm([.. Words(2).Select(Tokens.StemOf)], MatchKind.Inflected, IsStem: true),
        };
    }

    private SearchRequest Request(int i)
    {
        var query = (i % 11) switch
        {
            0 => Rare(),
            1 => Common1(),
            2 => $"{Common1()} {Rare()}",
            3 => string.Join(' ', Words(3)),
            4 => $"\"{string.Join(' ', Words(_random.Next(2, 4)))}\"",
            5 => Rare()[..2] + "*",
            6 => string.Join(' ', Words(8)),
            7 => $"what does {Rare()} {Rare()} {Common1()} {Rare()} about",
            8 => string.Join(" OR ", Words(12)),
            9 => $"{Common1()} -{Rare()} NEAR({Common1()} {Common1()}, 5)",
            _ => $"{Common1()} {Common1()} speaker:speaker{_random.Next(3)}",
        };
        return new SearchRequest
        {
            Query = query,
            Limit = _random.Next(3) == 0 ? 200 : 20,
            Offset = _random.Next(4) == 0 ? _random.Next(80) : 0,
            Sort = _random.Next(4) == 0 ? SearchSort.Date : SearchSort.Relevance,
            AsWritten = i % 5 == 0,
        };
    }

    private async Task FillAsync(int talks, int from = 0)
    {
        for (var t = from; t < from + talks; t++)
        {
            await AddAsync($"talk-{t}");
        }
    }

    private Task<int> AddAsync(string slug) => _both.Library.AddAsync(
        slug,
        [.. Enumerable.Range(0, 60).Select(n => $"Speaker{_random.Next(3)}: {string.Join(' ', Words(_random.Next(8, 60)))}.")],
        claims: [.. Enumerable.Range(0, 4).Select(_ => string.Join(' ', Words(12)))],
        talk: t => t.Title = string.Join(' ', Words(3)));

    private async Task ReplaceAsync(string slug)
    {
        await using var db = _both.Library.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var talk = await db.Talks.SingleAsync(t => t.Slug == slug);
        foreach (var segment in await db.Segments.Where(s => s.SourceId == talk.TranscriptId).Take(20).ToListAsync())
        {
            segment.Text = string.Join(' ', Words(30));
        }

        await db.SaveChangesAsync();
        await PassageWriter.ReplaceAsync(db, talk.Id, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Nothing of it is found any more.</summary>
    private async Task RemoveAsync(params string[] slugs)
    {
        await using var db = _both.Library.CreateDbContext();
        var ids = await db.Talks.Where(t => slugs.Contains(t.Slug)).Select(t => t.Id).ToListAsync();
        await db.Passages.Where(p => ids.Contains(p.TalkId)).ExecuteDeleteAsync();
    }

    private string Rare() => _rare[_random.Next(_rare.Length)];

    private string Common1() => _common[(int)(_common.Length * _random.NextDouble() * _random.NextDouble())];

    private string Word() => _random.Next(4) == 0 ? Rare() : Common1();

    private ImmutableArray<string> Words(int count) => [.. Enumerable.Range(0, count).Select(_ => Word())];
}
