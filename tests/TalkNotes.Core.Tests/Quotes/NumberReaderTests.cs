using TalkNotes.Core.Quotes;

namespace TalkNotes.Core.Tests.Quotes;

public class NumberReaderTests
{
    [Theory]
    [InlineData("25", "twenty-five")]
    [InlineData("205", "two hundred and five")]
    [InlineData("100", "a hundred")]
    [InlineData("1,000", "one thousand")]
    [InlineData("1.5 million", "1,500,000")]
    [InlineData("$5 million", "five million dollars")]
    [InlineData("$5M", "$5 million")]
    [InlineData("50%", "fifty percent")]
    [InlineData("4.1", "four point one")]
    [InlineData("2025", "twenty twenty-five")]
    [InlineData("1984", "nineteen eighty four")]
    [InlineData("10x", "ten x")]
    [InlineData("3rd", "third")]
    public void Two_ways_to_write_a_number_are_one(string a, string b)
    {
        Assert.Equal(Read(a), Read(b));
        Assert.NotNull(Read(a));
    }

    [Theory]
    [InlineData("25", "twenty-six")]
    [InlineData("5 million", "5 billion")]
    [InlineData("$5", "5")]
    [InlineData("50%", "50")]
    [InlineData("4.1", "41")]
    [InlineData("1990s", "1990")]
    public void Different_numbers_differ(string a, string b) => Assert.NotEqual(Read(a), Read(b));

    [Fact]
    public void Numbers_in_a_row_stay_apart() => Assert.Equal((1, "1"), NumberReader.Read(Tokenizer.Of("one two three"), 0));

    /// <summary>The number that takes the whole text, or null.</summary>
    private static string? Read(string text)
    {
        var tokens = Tokenizer.Of(text);
        return NumberReader.Read(tokens, 0) is { } number && number.Count == tokens.Count ? number.Key : null;
    }
}
