using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Search;

/// <summary>With many matches search asks the index in other ways than with few; the places must be the same.</summary>
public sealed class ManyMatchesTests : IAsyncLifetime
{
    private const int Segments = 900;
    private readonly SearchLibrary _library = new();
    private readonly TempFolder _folder = new();
    private readonly List<List<Token>> _spoken = [];
    private PassageSearch _search = null!;

    public async ValueTask InitializeAsync()
    {
        var random = new Random(4);
        var words = "the of and model models tool tools is reason what we train".Split(' ');
        var segments = Enumerable.Range(0, Segments)
            .Select(n => string.Join(' ', Enumerable.Range(0, 7).Select(_ => words[random.Next(words.Length)]).Append(n % 9 == 0 ? "rare" : "word"))).ToArray();
        _spoken.AddRange(segments.Select(s => Tokens.Of(s)));
        await _library.AddAsync("talk", [.. segments.Select((s, n) => $"Speaker{n % 2}: {s}")]);
        _search = new PassageSearch(_library, new SearchCaches(), new GlossaryFile(_folder["glossary.yaml"]));
    }

    [Theory]
    [InlineData("model")]
    [InlineData("the")]
    [InlineData("rare")]
    [InlineData("model tool")]
    [InlineData("model rare")]
    [InlineData("the model")]
    [InlineData("the rare")]
    [InlineData("what is the")]
    [InlineData("model tool the of train")]
    [InlineData("train -model")]
    [InlineData("train -the")]
    public async Task Words_are_found_in_every_place_that_has_them_all(string query)
    {
        var wanted = query.Split(' ').Where(w => w[0] != '-').Select(Tokens.StemOf).ToList();
        var not = query.Split(' ').Where(w => w[0] == '-').Select(w => w[1..]).ToList();
        var expected = Numbers(s => wanted.TrueForAll(w => s.Exists(t => t.Stem == w)) && !s.Exists(t => not.Contains(t.Form)));
        var found = await FindAsync(query);
        Assert.Equal(expected, found.Where(h => h.Segments![0] == h.Segments[1]).Select(h => h.Segments![0]).Order());
    }

    [Theory]
    [InlineData("rare OR train")]
    [InlineData("the OR of OR rare")]
    [InlineData("tool*")]
    [InlineData("\"the model\"")]
    [InlineData("\"of the\"")]
    [InlineData("\"rare\"")]
    public async Task Alternatives_phrases_and_beginnings_are_found_in_every_place_that_has_them(string query)
    {
        var expected = Numbers(s => query switch
        {
            "rare OR train" => s.Exists(t => t.Stem is "rare" or "train"),
            "the OR of OR rare" => s.Exists(t => t.Form is "the" or "of" or "rare"),
            "tool*" => s.Exists(t => t.Form.StartsWith("tool", StringComparison.Ordinal)),
            "\"the model\"" => Enumerable.Range(1, s.Count - 1).Any(i => s[i - 1].Form == "the" && s[i].Stem == "model"),
            "\"of the\"" => Enumerable.Range(1, s.Count - 1).Any(i => s[i - 1].Form == "of" && s[i].Form == "the"),
            _ => s.Exists(t => t.Form == "rare"),
        });
        var found = await FindAsync(query);
        Assert.Equal(expected, found.Where(h => h.Segments![0] == h.Segments[1]).Select(h => h.Segments![0]).Order());
    }

    [Fact]
    public async Task Rare_words_come_before_common_ones_among_alternatives() =>
        Assert.All((await SearchAsync("the OR of OR rare", 0, 50)).Hits, h => Assert.Contains("rare", h.Text, StringComparison.Ordinal));

    public ValueTask DisposeAsync()
    {
        _library.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private IEnumerable<int> Numbers(Func<List<Token>, bool> has) => Enumerable.Range(0, Segments).Where(n => has(_spoken[n]));

    /// <summary>All complete places, page by page.</summary>
    private async Task<List<SearchHit>> FindAsync(string query)
    {
        var hits = new List<SearchHit>();
        SearchResult result;
        do
        {
            result = await SearchAsync(query, hits.Count, 200);
            hits.AddRange(result.Hits);
        }
        while (hits.Count < result.Total && result.Hits.Count > 0);
        Assert.Equal(result.Total, hits.Count);
        return hits.FindAll(h => h.Missing.Count == 0);
    }

    private Task<SearchResult> SearchAsync(string query, int offset, int limit) =>
        _search.SearchAsync(new SearchRequest { Query = query, Offset = offset, Limit = limit, AsWritten = true }, TestContext.Current.CancellationToken);
}
