using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class GlossaryTests
{
    private const string Yaml = """
        # names and terms
        - term: GPT-4.1
          kind: model
          heard: [GBT 4.1]
          short: ["41"]
        - term: chain of thought
          also: CoT
          heard: [train of thought]
        """;

    [Fact]
    public void Entries_are_read_with_their_variants()
    {
        var glossary = Glossary.Parse(Yaml);
        Assert.Empty(glossary.Problems);
        Assert.Equal(["GPT-4.1", "chain of thought"], glossary.Entries.Select(e => e.Term));
        Assert.Equal("model", glossary.Entries[0].Kind);
        Assert.Equal(["chain of thought", "CoT"], glossary.Entries[1].Names);
    }

    [Theory]
    [InlineData("- term: [oops\n  kind: {")]
    [InlineData("- [a, b\n- c")]
    [InlineData("- term: {a")]
    public void Text_that_breaks_off_is_a_problem_and_no_failure(string yaml) => Assert.NotEmpty(Glossary.Parse(yaml).Problems);

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("- ")]
    public void Text_nested_without_end_is_refused_before_it_is_loaded(string opening) =>
        Assert.Contains("deeper than any entry needs", Assert.Single(Glossary.Parse(string.Concat(Enumerable.Repeat(opening, 20_000))).Problems), StringComparison.Ordinal);

    [Fact]
    public void Names_are_found_in_running_words()
    {
        var found = Glossary.Parse(Yaml).Find(Tokens.Forms("is gpt4.1 hiding its chain of thought"));
        Assert.Equal([("GPT-4.1", 1, 2), ("chain of thought", 5, 3)], found.Select(m => (m.Entry.Term, m.First, m.Count)));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Misheard_forms_are_found_when_asked_for(bool heard, int count) =>
        Assert.Equal(count, Glossary.Parse(Yaml).Find(Tokens.Forms("a train of thought with 41"), heard).Count);

    [Theory]
    [InlineData("")]
    [InlineData("- kind: person")]
    [InlineData("term: alone")]
    [InlineData("- [")]
    [InlineData("- term: a\n  sounds: b")]
    [InlineData("- just text")]
    public void Damaged_files_never_throw(string yaml)
    {
        var glossary = Glossary.Parse(yaml);
        Assert.True(yaml.Length == 0 || glossary.Problems.Length > 0);
    }
}
