using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Tests.Claims;

public class DueDatesTests
{
    [Theory]
    [InlineData("A researcher by March 2028.", "2028-03-31")]
    [InlineData("Goals for Sept 2024 and March 2028.", "2028-03-31")]
    [InlineData("Autonomous by 2028.", "2028-12-31")]
    [InlineData("By Feb 2028, they say", "2028-02-29")]
    public void Latest_month_or_year_counts_with_its_last_day(string text, string due) =>
        Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DueDates.Of(text));

    [Theory]
    [InlineData("In the near future.")]
    [InlineData("4096 tokens and GPT-4.1")]
    [InlineData("")]
    public void Texts_without_a_year_have_none(string text) => Assert.Null(DueDates.Of(text));
}
