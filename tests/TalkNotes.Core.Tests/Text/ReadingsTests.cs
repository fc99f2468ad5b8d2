using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class ReadingsTests
{
    private const string Written = "we trained GBT four and chat gbt on it";

    private static readonly Reading[] Corrections = [new(11, 14, "GPT"), new(24, 32, "ChatGPT")];

    [Fact]
    public void A_text_reads_as_corrected_or_with_the_corrections_behind_the_words()
    {
        Assert.Equal("we trained GPT four and ChatGPT on it", Readings.Corrected(Written, Corrections));
        Assert.Equal("we trained GBT [GPT] four and chat gbt [ChatGPT] on it", Readings.Annotated(Written, Corrections, 0, Written.Length));
        Assert.Equal("GBT [GPT] four", Readings.Annotated(Written, Corrections, 11, 19));
        Assert.Same(Written, Readings.Corrected(Written, []));
    }

    [Fact]
    public void Words_of_either_form_lie_where_the_words_stand()
    {
        var tokens = Readings.Tokens(Written, Corrections);
        Assert.Equal(
            "we trained gbt four and chat gbt on it . we trained gpt four and chatgpt on it".Split(' '), tokens.Select(t => t.Form));
        Assert.All(tokens.Where(t => t.Form == "gpt"), t => Assert.Equal("GBT", Written[t.Start..t.End]));
        Assert.All(tokens.Where(t => t.Form == "chatgpt"), t => Assert.Equal("chat gbt", Written[t.Start..t.End]));
        Assert.Equal("four", Written[tokens[13].Start..tokens[13].End]);
        Assert.Equal((11, 19), Readings.AsWritten(Written, Corrections, 11, 19));
        Assert.Equal((24, 32), Readings.AsWritten(Written, Corrections, 24, 31));
    }

    [Fact]
    public void Corrections_outlive_the_database()
    {
        Assert.Null(Readings.Write([]));
        Assert.Equal(Corrections, Readings.Parse(Readings.Write(Corrections)));
    }
}
