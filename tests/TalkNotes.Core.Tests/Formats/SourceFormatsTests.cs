using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Tests.Formats;

public sealed class SourceFormatsTests
{
    private static readonly SourceText Two = SourceText.FromText("two.txt", "first\nsecond\n\nthird\n");

    [Fact]
    public void Strongest_match_wins_wherever_it_stands_in_the_list()
    {
        var weak = new StubFormat("weak", MatchStrength.Likely);
        var strong = new StubFormat("strong", MatchStrength.Certain);
        Assert.Equal("strong", Parsed(Two, null, weak, strong).Format.Id);
        Assert.Equal("strong", Parsed(Two, null, strong, weak).Format.Id);
    }

    [Fact]
    public void Tie_between_two_formats_is_refused_with_both_reasons()
    {
        var result = SourceFormats.Parse(Two, null, [new StubFormat("one", MatchStrength.Likely), new StubFormat("other", MatchStrength.Likely)]);
        var reason = Assert.IsType<ParseResult.Refused>(result).Reason;
        Assert.Equal("TN201", reason.Code);
        Assert.Contains("'one' (because one)", reason.Message, StringComparison.Ordinal);
        Assert.Contains("'other' (because other)", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_format_is_used_even_when_another_is_surer()
    {
        Assert.Equal("weak", Parsed(Two, "weak", new StubFormat("weak", MatchStrength.None), new StubFormat("strong", MatchStrength.Certain)).Format.Id);
    }

    [Fact]
    public void Unknown_format_id_is_refused_with_the_known_ones()
    {
        var reason = Assert.IsType<ParseResult.Refused>(SourceFormats.Parse(Two, "nonsense")).Reason;
        Assert.Equal("TN202", reason.Code);
        Assert.Contains("plain-text", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_run_of_lines_nobody_owns_becomes_one_diagnostic()
    {
        var parsed = Parsed(Two, null, new StubFormat("lazy", MatchStrength.Certain));
        Assert.Equal([1, 4], parsed.Document.Diagnostics.Where(d => d.Code == "TN102").Select(d => d.Line!.Value));
        Assert.Equal([new LineSpan(1, 2), new LineSpan(4)], parsed.Ledger.Unrecognised());
    }

    [Fact]
    public void Text_that_stands_twice_is_one_claim_with_two_places()
    {
        var stub = new StubFormat("claims", MatchStrength.Certain, Claim("Same  text.", 1), Claim("Other.", 2), Claim("Same text.", 4));
        var claims = Parsed(Two, null, stub).Document.Claims;
        Assert.Equal(["Same  text.", "Other."], claims.Select(c => c.Text));
        Assert.Equal([new LineSpan(4)], claims[0].AlsoLines);
        Assert.Empty(claims[1].AlsoLines);
    }

    [Fact]
    public void Ids_are_unique_kebab_case()
    {
        Assert.Equal(SourceFormats.All.Length, SourceFormats.All.Select(f => f.Id).Distinct().Count());
        Assert.All(SourceFormats.All, f => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", f.Id));
    }

    private static ParsedSource Parsed(SourceText source, string? id, params ISourceFormat[] formats) =>
        Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(source, id, [.. formats])).Source;

    private static SourceClaim Claim(string text, int line) =>
        new() { Kind = ClaimKind.Claim, Text = text, Origin = Origin.Person, Lines = new LineSpan(line) };

    /// <summary>A format that is as sure as it is told to be and owns no line.</summary>
    private sealed class StubFormat(string id, MatchStrength strength, params SourceClaim[] claims) : ISourceFormat
    {
        public string Id => id;

        public string Name => id;

        public int Revision => 1;

        public FormatMatch Match(SourceText source) => new(strength, $"because {id}");

        public TalkDocument Parse(SourceText source, LineLedger ledger) =>
            new() { Metadata = new TalkMetadata(), Claims = [.. claims] };
    }
}
