using Microsoft.Data.Sqlite;
using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Search;

public class SearchQueryTests
{
    [Theory]
    [InlineData("chain of thought", "chain of thought")]
    [InlineData("GPT-4.1", "gpt 4.1")]
    [InlineData("“don’t panic” now", "\"don't panic\" now")]
    [InlineData("a OR test-time", "a OR \"test time\"")]
    [InlineData("OR", "or")]
    [InlineData("cats OR", "cats or")]
    [InlineData("cats OR -dogs", "cats or -dogs")]
    [InlineData("monitor* -train -\"of thought\"", "monitor* -train -\"of thought\"")]
    [InlineData("NEAR(chain \"of thought\", 3)", "NEAR(chain \"of thought\", 3)")]
    [InlineData("NEAR(chain", "near chain")]
    [InlineData("speaker:\"Noam Brown\" AlphaGo", "alphago speaker:\"Noam Brown\"")]
    [InlineData("kind:claim status:not-said year:2025", "kind:claim status:not-said year:2025")]
    [InlineData("kind:else http://a.b year:20x5", "kind else http a b year 20x5")]
    [InlineData("speaker: Noam", "speaker noam")]
    [InlineData("-speaker:noam go", "go -speaker:noam")]
    [InlineData("\"unclosed phrase", "unclosed phrase")]
    [InlineData("well -- so - then", "well so then")]
    [InlineData("", "")]
    public void Queries_are_understood(string text, string understood) =>
        Assert.Equal(understood, SearchQueryText.Write(SearchQuery.Parse(text)));

    [Theory]
    [InlineData("we reason \"for longer\" now", "we reason for longer now")]
    [InlineData("we OR they", "")]
    [InlineData("we -they", "")]
    [InlineData("speaker:noam one two", "one two")]
    [InlineData("word", "")]
    public void Words_and_phrases_alone_are_also_a_run(string text, string run) =>
        Assert.Equal(run, string.Join(' ', SearchQuery.Parse(text).Run));

    [Fact]
    public void Null_is_the_empty_query() => Assert.True(SearchQuery.Parse(null).IsEmpty);

    [Fact]
    public void Ten_thousand_strings_are_all_queries_that_an_index_takes()
    {
        var random = new Random(11);
        using var index = new SqliteConnection("Data Source=:memory:");
        index.Open();
        using var create = index.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE passages_fts USING fts5 (words, stems, content = '', contentless_delete = 1, tokenize = \"ascii tokenchars '.'''\")";
        create.ExecuteNonQuery();
        var planner = new QueryPlanner(Glossary.Empty, new TranscriptVocabulary("", []), new HashSet<string>(), isTolerant: true);
        for (var i = 0; i < 10_000; i++)
        {
            var text = QueryStrings.Next(random);
            var query = SearchQuery.Parse(text);
            var written = SearchQueryText.Write(query);
            Assert.True(written.Length <= (text.Length * 12) + 64, text);
            foreach (var unit in planner.Plan(query).SelectMany(t => t.Units))
            {
                Assert.Empty(FtsReader.Read(index, new FtsQuery(unit.Match(weighed: true), Bridges: false, Scored: true), TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public void Few_beginnings_are_looked_up_and_what_was_not_taken_as_typed_is_said()
    {
        var query = SearchQuery.Parse("a* mon* -tra* pre* GPT-4* thi* s*");
        Assert.Equal("a mon* pre* gpt 4 thi* s -tra*", SearchQueryText.Write(query));
        Assert.Contains("whole words: a* GPT-4* s*.", Assert.Single(query.Notes), StringComparison.Ordinal);
        Assert.Empty(SearchQuery.Parse("ab* cd* ef* gh* i").Notes);
        Assert.Contains("first 64 words", Assert.Single(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("word", 65))).Notes), StringComparison.Ordinal);
        Assert.Empty(SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("word", 64))).Notes);
        var near = SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("NEAR(a b)", 9)));
        Assert.Equal(4, near.Groups.Length);
        Assert.Contains("first 4 NEAR", Assert.Single(near.Notes), StringComparison.Ordinal);
        var filtered = SearchQuery.Parse(string.Join(' ', Enumerable.Range(0, 40).Select(n => $"talk:t{n}")));
        Assert.Equal(32, filtered.Filters.Length);
        Assert.Contains("first 32 filters", Assert.Single(filtered.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_lengths_take_no_time()
    {
        foreach (var part in new[] { "OR ", "NEAR(", "\"", "-", "a:", "( ", "x*", "“ ” " })
        {
            Assert.NotNull(SearchQuery.Parse(string.Concat(Enumerable.Repeat(part, 200_000))));
        }
    }
}
