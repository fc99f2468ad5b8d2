using TalkNotes.Core.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Every sample × every format.</summary>
public sealed class FormatMatrixTests
{
    [Theory]
    [MemberData(nameof(Samples.Theory), MemberType = typeof(Samples))]
    public void A_sample_is_claimed_at_likely_or_above_by_exactly_its_own_format(string name)
    {
        var source = Samples.Source(name);
        var sure = SourceFormats.All.Where(f => f.Match(source).Strength >= MatchStrength.Likely).Select(f => f.Id);
        Assert.Equal(Samples.FormatOf(name) == "plain-text" ? [] : [Samples.FormatOf(name)], sure);
    }

    [Theory]
    [InlineData("000", "claim-notes")]
    [InlineData("001", "youtldr")]
    [InlineData("002", "timed-list")]
    [InlineData("003", "speaker-turns")]
    [InlineData("004", "episode-page")]
    public void A_seed_is_claimed_with_certainty_by_its_own_format(string seed, string format)
    {
        var source = TalkNotes.Core.Documents.SourceText.FromBytes(seed, File.ReadAllBytes(Checkout.Seed(seed)));
        Assert.Equal([format], SourceFormats.All.Where(f => f.Match(source).Strength == MatchStrength.Certain).Select(f => f.Id));
    }

    [Fact]
    public void Every_format_is_in_the_list()
    {
        var implemented = typeof(ISourceFormat).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ISourceFormat)));
        Assert.Equal(implemented.Select(t => t.Name).Order(StringComparer.Ordinal), SourceFormats.All.Select(f => f.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_format_gives_a_reason_for_its_match()
    {
        foreach (var source in Samples.Names.Select(Samples.Source))
        {
            Assert.All(SourceFormats.All.Select(f => f.Match(source)), m => Assert.Equal(m.Strength == MatchStrength.None, m.Reason.Length == 0));
        }
    }

    [Fact]
    public void Every_format_has_a_section_in_its_guide()
    {
        var guide = File.ReadAllText(Path.Combine(Checkout.Root, "docs/formats.md"));
        Assert.All(SourceFormats.All, f => Assert.Contains($"`{f.Id}`", guide, StringComparison.Ordinal));
    }
}
