using TalkNotes.Core.Search;

namespace TalkNotes.Core.Tests.Search;

public sealed class TermUseTests : IDisposable
{
    private readonly SearchLibrary _library = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Places_are_counted_by_talk_and_year_oldest_first_undated_last()
    {
        await _library.AddAsync("undated", ["A chain of thought it is."]);
        await _library.AddAsync("late", ["No chain here.", "The chain of", "thought helps."], talk: t => (t.Published, t.WordCount) = (new DateOnly(2026, 1, 2), 8));
        await _library.AddAsync("early", ["Nothing of the kind."], ["A chain of thought in a note."], talk: t => (t.Published, t.WordCount) = (new DateOnly(2024, 1, 2), 4));

        var use = (await CountAsync("chain of thought"))!;

        Assert.Equal(2, use.Places);
        Assert.Equal(["late", "undated"], use.Talks.Select(t => t.Slug));
        Assert.Equal([(2024, 0, 4L), (2026, 1, 8L), (null, 1, 0L)], use.Years.Select(y => (y.Year, y.Places, y.Words)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("\"\"")]
    public async Task Nothing_asked_counts_nothing(string? term) => Assert.Null(await CountAsync(term));

    [Theory]
    [InlineData("speaker:nobody OR (")]
    [InlineData("a\"b")]
    [InlineData("NEAR(x, 3)")]
    public async Task Operators_mean_nothing_in_a_term(string term)
    {
        await _library.AddAsync("talk", ["Words."]);
        Assert.Equal(0, (await CountAsync(term))!.Places);
    }

    private async Task<TermUseView?> CountAsync(string? term)
    {
        var glossary = new GlossaryFile(_folder["glossary.yaml"]);
        return await new TermUse(_library, new PassageSearch(_library, new SearchCaches(), glossary)).CountAsync(term, TestContext.Current.CancellationToken);
    }
}
