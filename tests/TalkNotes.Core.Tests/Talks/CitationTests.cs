using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Tests.Talks;

public class CitationTests
{
    private static readonly Citation Full = new()
    {
        Slug = "a-talk",
        Title = "A Talk & More",
        Show = "No Priors",
        Published = new DateOnly(2025, 5, 1),
        Speakers = ["Eric Mitchell", "Brandon McKinzie"],
        Place = "1:58–2:12",
        Words = "what *we* said",
        Link = "https://example.org/a",
    };

    private static readonly Citation Bare = new() { Slug = "x", Link = "https://example.org/x" };

    [Fact]
    public void Plain_citation_quotes_and_says_who_where_and_when() => Assert.Equal(
        "“what *we* said” (Eric Mitchell, Brandon McKinzie, A Talk & More, No Priors, 1 May 2025, 1:58–2:12, https://example.org/a)", Full.Plain());

    [Fact]
    public void Markdown_citation_escapes_what_markdown_would_read() => Assert.Equal(
        "> what \\*we\\* said\n>\n> Eric Mitchell, Brandon McKinzie, [A Talk & More](https://example.org/a), *No Priors*, 1 May 2025, 1:58–2:12", Full.Markdown());

    [Fact]
    public void Apa_citation_inverts_names_and_says_when_a_date_is_missing()
    {
        Assert.Equal("Mitchell, E., & McKinzie, B. (2025, May 1). A Talk & More [Transcript]. No Priors. https://example.org/a (1:58–2:12)", Full.Apa());
        Assert.Equal("Untitled talk [Transcript]. (n.d.). https://example.org/x", Bare.Apa());
        Assert.StartsWith("Plato. (n.d.)", (Bare with { Speakers = ["Plato"] }).Apa(), StringComparison.Ordinal);
    }

    [Fact]
    public void Chicago_citation_is_a_note()
    {
        Assert.Equal("Eric Mitchell and Brandon McKinzie, “A Talk & More,” No Priors, May 1, 2025, 1:58–2:12, https://example.org/a.", Full.Chicago());
        Assert.Equal("“Untitled talk,” undated, https://example.org/x.", Bare.Chicago());
    }

    [Fact]
    public void Bibtex_entry_escapes_what_tex_would_read()
    {
        Assert.Contains("title = {{A Talk \\& More}}", Full.BibTex(), StringComparison.Ordinal);
        Assert.Contains("author = {{Eric Mitchell} and {Brandon McKinzie}}", Full.BibTex(), StringComparison.Ordinal);
        Assert.Contains("month = may,", Full.BibTex(), StringComparison.Ordinal);
        Assert.DoesNotContain("year", Bare.BibTex(), StringComparison.Ordinal);
    }
}
