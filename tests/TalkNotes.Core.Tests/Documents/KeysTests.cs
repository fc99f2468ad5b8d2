using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Documents;

public class TalkKeyTests
{
    private static readonly TalkMetadata Nothing = new();

    [Fact]
    public void Video_id_counts_before_everything() =>
        Assert.Equal("video:3K-R4yVjJfU", Key(Nothing with { VideoId = "3K-R4yVjJfU", Url = "https://a.org/talk", Title = "One two three four" }));

    [Theory]
    [InlineData("https://www.Example.org/talks/1/?utm_source=x&b=2&a=1#t=5")]
    [InlineData("http://example.org/talks/1?a=1&b=2")]
    public void Address_counts_next_without_what_does_not_name_the_talk(string url) =>
        Assert.Equal("url:example.org/talks/1?a=1&b=2", Key(Nothing with { Url = url }));

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("not an address")]
    [InlineData("file:///etc/passwd")]
    public void Front_page_or_no_web_address_names_no_talk(string url) =>
        Assert.StartsWith("content:", Key(Nothing with { Url = url }), StringComparison.Ordinal);

    [Fact]
    public void Title_counts_with_show_and_date() => Assert.Equal(
        "title:no priors|2025-05-01|o3 and the next leap",
        Key(Nothing with { Title = "O3 and the Next  Leap!", Show = "No Priors", Published = new DateOnly(2025, 5, 1) }));

    [Fact]
    public void Short_title_alone_names_no_talk()
    {
        Assert.StartsWith("content:", Key(Nothing with { Title = "Keynote" }), StringComparison.Ordinal);
        Assert.StartsWith("title:", Key(Nothing with { Title = "Keynote", Show = "Conf", Published = new DateOnly(2025, 5, 1) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_is_the_same_whatever_the_line_ends() => Assert.Equal(
        TalkKey.Of(Nothing, SourceText.FromText("a.txt", "one\ntwo\n")),
        TalkKey.Of(Nothing, SourceText.FromText("b.txt", "one\r\ntwo")));

    private static string Key(TalkMetadata talk) => TalkKey.Of(talk, SourceText.FromText("a.txt", "text"));
}

public class ClaimKeyTests
{
    [Theory]
    [InlineData("“Thinking” longer – it’s  better", "\"Thinking\" longer - it's better")]
    [InlineData(" one\ttwo\u00A0three\n", "one two three")]
    [InlineData("ＧＰＴ−４", "GPT-4")]
    [InlineData("soft\u00ADware", "software")]
    public void Typography_and_spacing_do_not_count(string text, string folded)
    {
        Assert.Equal(folded, ClaimKey.Fold(text));
        Assert.Equal(ClaimKey.TextHash(text), ClaimKey.TextHash(folded));
    }

    [Theory]
    [InlineData("by 2024", "by 2025")]
    [InlineData("10² tokens", "102 tokens")]
    [InlineData("2½ years", "21/2 years")]
    [InlineData("He said so.", "he said so.")]
    public void Anything_else_makes_another_claim(string one, string other) =>
        Assert.NotEqual(ClaimKey.TextHash(one), ClaimKey.TextHash(other));

    [Fact]
    public void Public_id_is_ten_base_32_characters_of_talk_wording_and_attempt()
    {
        var id = ClaimKey.PublicId("video:x", "A claim");
        Assert.Matches("^[a-z2-7]{10}$", id);
        Assert.Equal(id, ClaimKey.PublicId("video:x", "A  claim"));
        Assert.NotEqual(id, ClaimKey.PublicId("video:y", "A claim"));
        Assert.NotEqual(id, ClaimKey.PublicId("video:x", "A claim", 1));
    }

    [Fact]
    public void Lone_surrogate_is_folded_like_anything_else() => Assert.Equal("a \uD800 b", ClaimKey.Fold("a  \uD800 b"));
}

public class SpeakerKeyTests
{
    [Theory]
    [InlineData("Łukasz Kaiser", "lukasz kaiser")]
    [InlineData("NOAM  BROWN", "noam brown")]
    [InlineData("Dr. Jane O’Neil", "dr jane o'neil")]
    [InlineData("…", null)]
    public void Name_is_folded(string name, string? key) => Assert.Equal(key, SpeakerKey.Of(name));

    [Theory]
    [InlineData("Speaker 2", true)]
    [InlineData("SPEAKER_00", true)]
    [InlineData("Host", true)]
    [InlineData("Audience Member", true)]
    [InlineData("Q", true)]
    [InlineData("Noam Brown", false)]
    [InlineData("山田太郎", false)]
    [InlineData("Guest Smith", false)]
    public void Placeholder_names_nobody(string name, bool isPlaceholder) => Assert.Equal(isPlaceholder, SpeakerKey.IsPlaceholder(name));
}

public class SlugTests
{
    [Theory]
    [InlineData("What’s Next for AI? OpenAI’s Łukasz Kaiser", "whats-next-for-ai-openais-lukasz-kaiser")]
    [InlineData("GPT 4.1 & more", "gpt-4-1-more")]
    public void Text_becomes_lower_case_ascii(string text, string slug) => Assert.Equal(slug, Slug.Of(text, "talk", "video:x"));

    [Theory]
    [InlineData("山田")]
    [InlineData(null)]
    public void Text_without_a_latin_letter_gets_a_hash(string? text)
    {
        Assert.Matches("^talk-[a-z2-7]{6}$", Slug.Of(text, "talk", "video:x"));
        Assert.NotEqual(Slug.Of(text, "talk", "video:x"), Slug.Of(text, "talk", "video:y"));
    }

    [Fact]
    public void Long_title_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("reasoning", 20)), "talk", "video:x");
        Assert.True(slug.Length <= 80);
        Assert.EndsWith("-reasoning", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void Taken_slug_gets_a_number() => Assert.Equal("a-3", Slug.Free("a", s => s is "a" or "a-2"));
}
