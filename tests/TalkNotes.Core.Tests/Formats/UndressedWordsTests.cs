namespace TalkNotes.Core.Tests.Formats;

/// <summary>Taking off the dress of a line takes no word with it, and makes nobody speak.</summary>
public sealed class UndressedWordsTests
{
    [Fact]
    public void A_row_without_a_time_goes_on_with_the_transcript()
    {
        var rows = Enumerable.Range(0, 14).Select(i => $"| 0:{4 + (i * 3):00} | {(i % 2 == 0 ? "Ann" : "Bob")} | Everybody is welcome to number {i}. |{(i == 5 ? "\n| | Bob | Yes exactly |" : "")}");
        var parsed = Reading.Of($"# My talk\n\n| Time | Speaker | Words |\n|---|---|---|\n{string.Join('\n', rows)}\n");
        Assert.Equal(14, parsed.Document.Segments.Count(s => s.Start is not null));
        Assert.Contains(parsed.Document.Segments, s => s.Text.Contains("Yes exactly", StringComparison.Ordinal));
        Assert.Equal(["Ann", "Bob"], parsed.Document.Segments.Select(s => s.Speaker).OfType<string>().Distinct());
    }

    [Fact]
    public void Every_column_with_words_is_kept()
    {
        var rows = Enumerable.Range(0, 8).Select(i => $"| 0:{10 + i} | guten Tag Nummer {i} und alles | good day number {i} and all of it | {i} |");
        var parsed = Reading.Of($"# My talk\n\n| Time | German | English | No |\n|---|---|---|---|\n{string.Join('\n', rows)}\n");
        Assert.Equal("good day number 0 and all of it | guten Tag Nummer 0 und alles", parsed.Document.Segments[0].Text);
        Assert.Equal(8, parsed.Document.Segments.Count(s => s.Text.Contains("guten Tag", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_begins_with_a_mark_keeps_it()
    {
        var parsed = Reading.Of("**0:04** -5 degrees outside\n**0:09** .NET is here\n**0:15** – and so on\n**0:20:** ~5 people\n**0:30** | more\n");
        Assert.Equal(["-5 degrees outside", ".NET is here", "and so on", "~5 people", "more"], parsed.Document.Segments.Select(s => s.Text));
    }

    [Fact]
    public void An_address_with_brackets_leaves_none_behind()
    {
        var parsed = Reading.Of("[0:04](https://x.example/z_(w)) words are said here\n[0:09](https://x.example/z) and more of them\n[0:12](https://x.example/z) and go\n");
        Assert.Equal([(4000, null, "words are said here"), (9000, null, "and more of them"), (12000, null, "and go")], parsed.Cues());
    }

    [Theory]
    [InlineData("Ann — Welcome to it.\nBob — Thanks for it.\nAnn — So tell me.\nBob — It is simple.\nMeanwhile — the crowd waited.\nJo Winter — A question.\nAnn — And then?\nBob — We left.\n", "Meanwhile — the crowd waited.")]
    [InlineData("[Ann] Welcome to it.\n[Bob] Thanks for it.\n[Ann] So tell me.\n[Bob] It is simple.\n[Whispering] is that right?\n[Jo Winter] A question.\n[Ann] And then?\n[Bob] We left.\n", "[Whispering] is that right?")]
    public void One_word_that_comes_once_names_nobody(string text, string kept)
    {
        var parsed = Reading.Of(text);
        Assert.Equal(["Ann", "Bob", "Jo Winter"], parsed.Document.Segments.Select(s => s.Speaker).OfType<string>().Distinct());
        Assert.Contains(parsed.Document.Segments, s => s.Text.Contains(kept, StringComparison.Ordinal));
    }
}
