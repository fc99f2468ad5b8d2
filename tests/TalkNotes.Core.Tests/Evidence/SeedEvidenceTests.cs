using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Evidence;

public class SeedEvidenceTests
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<EvidenceResult>> Results = new(StringComparer.Ordinal);

    [Fact]
    public void Only_the_three_wrong_years_are_flagged()
    {
        var flags = new[] { "000", "001", "002", "003", "004" }
            .SelectMany(Check).SelectMany(r => r.Details).Where(d => d.Found != "yes").ToList();
        Assert.Equal(["late 2024", "Sept 2024", "late 2024"], flags.Select(f => f.Text));
        Assert.All(flags, f => Assert.Equal(("date", "differs", "September of this year"), (f.Type, f.Found, f.Nearest)));
        Assert.All(flags, f => Assert.Equal(380, f.Source!.Lines[0]));
    }

    [Theory]
    [InlineData("001", "Long-term alignment is essentially a problem of generalization", 5796, 5904)]
    [InlineData("001", "Explains why chains of thought are hidden", 4972, 5460)]
    [InlineData("004", "Robotics is acknowledged as a canonical RL setting", 371, 399)]
    [InlineData("004", "Users are advised to sample the same prompt many times", 599, 635)]
    public void The_first_passage_of_a_claim_lies_where_it_was_said(string seed, string claim, int from, int to)
    {
        var first = Check(seed).Single(r => r.Claim.Contains(claim, StringComparison.Ordinal)).Passages[0];
        Assert.InRange(first.Source.Lines[0], from, to);
    }

    [Fact]
    public void Only_spoken_lines_are_returned()
    {
        foreach (var seed in new[] { "001", "002", "003", "004" })
        {
            var document = Read(seed);
            var spoken = document.Segments.SelectMany(s => Enumerable.Range(s.Lines.First, s.Lines.Count)).ToHashSet();
            Assert.All(Check(seed).SelectMany(r => r.Passages), p => Assert.True(spoken.IsSupersetOf([p.Source.Lines[0], p.Source.Lines[1]])));
        }
    }

    [Fact]
    public void A_talk_without_transcript_has_neither_passages_nor_findings() =>
        Assert.All(Check("000"), r => Assert.True(r is { Passages.Count: 0, Details.Count: 0, Reversals.Count: 0 }));

    [Fact]
    public void The_same_question_gets_the_same_answer()
    {
        var first = Check("003").SelectMany(r => r.Passages).Select(p => (p.Score, p.Text));
        Assert.Equal(first, Rank("003").SelectMany(r => r.Passages).Select(p => (p.Score, p.Text)));
    }

    /// <summary>Results are kept in databases by the number of their ranking: whoever changes what this prints raises the number.</summary>
    [Fact]
    public void Results_are_those_of_their_revision()
    {
        var results = JsonSerializer.SerializeToUtf8Bytes(new[] { "001", "002", "003", "004" }.SelectMany(Check));
        Assert.Equal((1, "9be6e02089333764"), (EvidenceRanker.Revision, Convert.ToHexStringLower(SHA256.HashData(results))[..16]));
    }

    [Fact]
    public void A_claim_that_turns_the_words_round_is_pointed_out() =>
        Assert.Contains(Check("001").SelectMany(r => r.Reversals), r => r.Kind == "negation" && r.Text.EndsWith("nebulous", StringComparison.Ordinal));

    private static TalkDocument Read(string seed) =>
        Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(SourceText.FromBytes(seed, File.ReadAllBytes(Checkout.Seed(seed))))).Source.Document;

    private static IReadOnlyList<EvidenceResult> Check(string seed) => Results.GetOrAdd(seed, Rank);

    private static IReadOnlyList<EvidenceResult> Rank(string seed)
    {
        var document = Read(seed);
        return EvidenceRanker.Rank(
            TranscriptIndex.Of(document.Segments),
            [.. document.Claims.Select((c, n) => new ClaimText($"{n}", c.Text))],
            TalkHeader.Of(document.Metadata));
    }
}
