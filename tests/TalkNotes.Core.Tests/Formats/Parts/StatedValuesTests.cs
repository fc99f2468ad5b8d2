using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Tests.Formats.Parts;

public sealed class StatedValuesTests
{
    [Theory]
    [InlineData("2025-12-30T10:37:21+09:00", "2025-12-30")]
    [InlineData("20250501", "2025-05-01")]
    [InlineData("Apr 11, 2026", "2026-04-11")]
    [InlineData("1 May 2025", "2025-05-01")]
    [InlineData("2025年5月1日", "2025-05-01")]
    [InlineData("yesterday", null)]
    [InlineData("2025-13-01", null)]
    public void Day_is_read_in_the_shapes_people_write(string value, string? day) =>
        Assert.Equal(day, StatedValues.TryDate(value, out var date) ? date.ToString("yyyy-MM-dd") : null);

    [Theory]
    [InlineData("58:47", 3527)]
    [InlineData("1:17:24", 4644)]
    [InlineData("PT1H2M3S", 3723)]
    [InlineData("1h 2m", 3720)]
    [InlineData("45 min", 2700)]
    [InlineData("4644", null)]
    [InlineData("soon", null)]
    public void Length_is_read_with_its_units(string value, int? seconds) =>
        Assert.Equal(seconds, StatedValues.TryDuration(value, plainSeconds: false, out var length) ? (int)length.TotalSeconds : null);

    [Fact]
    public void Plain_number_is_a_length_only_where_the_key_says_seconds()
    {
        Assert.True(StatedValues.TryDuration("4644.5", plainSeconds: true, out var length));
        Assert.Equal(4644.5, length.TotalSeconds);
    }

    [Theory]
    [InlineData("`https://youtu.be/a` and https://b.example/c.", "https://youtu.be/a https://b.example/c")]
    [InlineData("see (https://b.example/c)", "https://b.example/c")]
    [InlineData("http and https:// are none", "")]
    public void Addresses_lose_what_surrounds_them(string text, string expected) => Assert.Equal(expected, string.Join(' ', StatedValues.Addresses(text)));

    [Theory]
    [InlineData("English", "en")]
    [InlineData("日本語", "ja")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("who knows", null)]
    public void Language_becomes_a_tag(string value, string? tag) => Assert.Equal(tag, LanguageTag.Of(value));

    [Fact]
    public void Names_are_separated_and_placeholders_left_out() =>
        Assert.Equal(["Ida Berg", "Tom Sand", "Rin Mori"], StatedValues.Names("Ida Berg, Tom Sand & Rin Mori, Unknown"));
}
