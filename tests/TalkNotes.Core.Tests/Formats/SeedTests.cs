using TalkNotes.Core.Documents;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>What a careful reader finds in each of the five seeds.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void No_line_of_a_seed_is_left_unrecognised(string seed) => Assert.Empty(Parsed(seed).Ledger.Unrecognised());

    [Fact]
    public void Notes_000_are_fourteen_unverified_claims_in_six_sections()
    {
        var document = Parsed("000").Document;
        var talk = document.Metadata;
        Assert.Equal("What’s Next for AI? OpenAI’s Łukasz Kaiser (Transformer Co-Author)", talk.Title);
        Assert.Equal(("https://youtu.be/3K-R4yVjJfU", "3K-R4yVjJfU", "To verify", Origin.Ai), (talk.Url, talk.VideoId, talk.Status, talk.NotesOrigin));
        Assert.Empty(document.Segments);
        Assert.Empty(document.Chapters);
        Assert.Equal(14, document.Claims.Length);
        Assert.All(document.Claims, c => Assert.Equal((ClaimKind.Claim, "Unverified"), (c.Kind, c.Marker)));
        Assert.Equal([4, 2, 2, 2, 1, 3], document.Claims.CountBy(c => c.Section!).Select(s => s.Value));
        Assert.EndsWith("yields general generalization.", document.Claims[^1].Text, StringComparison.Ordinal);
        Assert.Equal(new LineSpan(37), document.Claims[^1].Lines);
    }

    [Fact]
    public void Page_001_takes_its_glued_line_of_facts_apart()
    {
        var talk = Parsed("001").Document.Metadata;
        Assert.Equal("OpenAI’s Chief Scientist on Continual Learning Hype, RL Beyond Code, & Future Alignment Directions", talk.Title);
        Assert.Equal(TimeSpan.FromSeconds(3527), talk.Duration);
        Assert.Equal((new DateOnly(2026, 4, 11), "en", Origin.Ai), (talk.Transcribed, talk.Language, talk.NotesOrigin));
        Assert.Null(talk.Published);
        Assert.Null(talk.Url);
        Assert.Null(talk.Show);
        Assert.Contains(talk.Fields, f => f is { Key: "words", Value: "13,171 words", Lines: { First: 7, Last: 7 } });
    }

    [Fact]
    public void Page_001_has_seven_labelled_chapters_that_begin_where_a_turn_does()
    {
        var document = Parsed("001").Document;
        Assert.Equal([113, 681, 1463, 2260, 2877, 3113, 3523], document.Chapters.Select(c => (int)c.End!.Value.TotalSeconds));
        Assert.Equal(["optional", "watch", "watch", "optional", "watch", "optional", "watch"], document.Chapters.Select(c => c.Label));
        Assert.Equal([84, 360, 1508, 3148, 4888, 6136, 6608], document.Chapters.Select(c => document.Segments[c.FirstSegment!.Value].Lines.First));
        var note = document.Claims.Single(c => c.Chapter == 1);
        Assert.Equal((document.Chapters[1].Summary, ClaimKind.Summary), (note.Text, note.Kind));
    }

    [Fact]
    public void Page_001_has_1845_captions_in_88_turns_by_nobody_named()
    {
        var segments = Parsed("001").Document.Segments;
        Assert.Equal(1845, segments.Length);
        Assert.Equal(88, segments.Select(s => s.Turn).Distinct().Count());
        Assert.All(segments, s => Assert.Null(s.Speaker));
        Assert.Equal(13_084, segments.Sum(s => s.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(("listening. We'll see you next episode.", new LineSpan(7460), TimeSpan.FromSeconds(3523)), (segments[^1].Text, segments[^1].Lines, segments[^1].Start));
    }

    [Fact]
    public void Page_001_gives_two_quotes_to_the_guest()
    {
        var claims = Parsed("001").Document.Claims;
        var quotes = claims.Where(c => c.Kind == ClaimKind.Quote).ToList();
        Assert.Equal([new LineSpan(77), new LineSpan(78)], quotes.Select(q => q.Lines));
        Assert.All(quotes, q => Assert.Equal("Jakub Pachocki", q.AttributedTo));
        Assert.Equal("We are buying a lot of compute because we still believe... more than ever to some degree.", quotes[1].Text);
        Assert.Equal((10, 3), (claims.Count(c => c.Kind == ClaimKind.Summary), claims.Count(c => c.Kind == ClaimKind.KeyPoint)));
    }

    [Fact]
    public void List_002_takes_nothing_that_is_unknown_or_a_hint()
    {
        var talk = Parsed("002").Document.Metadata;
        Assert.Equal(("NNGbaiN1L7Y", new DateOnly(2025, 12, 30)), (talk.VideoId, talk.Retrieved));
        Assert.Null(talk.Show);
        Assert.Null(talk.Published);
        Assert.Null(talk.Duration);
        Assert.Empty(talk.Hosts);
        Assert.Empty(talk.Guests);
        Assert.Empty(talk.Speakers);
        Assert.Equal(["AI", "Agents", "RAG", "LLM", "Startup", "Technology", "Tutorial", "Development"], talk.Topics);
        Assert.Equal("says Unknown", talk.Fields.Single(f => f.Key == "channel").Doubt);
        Assert.Equal("is empty", talk.Fields.Single(f => f.Key == "date").Doubt);
        Assert.NotNull(talk.Fields.Single(f => f.Key == "speaker").Doubt);
        Assert.Equal(("Michelle Pokris is one of the key people behind GBT 4.", "repeats the first words of the transcript"), (talk.Title, talk.Fields[0].Doubt));
    }

    [Fact]
    public void List_002_has_1403_captions_without_turns_and_six_claims()
    {
        var document = Parsed("002").Document;
        Assert.Equal(1403, document.Segments.Length);
        Assert.All(document.Segments, s => Assert.Null(s.Turn));
        Assert.Equal(("[Music]", TimeSpan.FromSeconds(2800)), (document.Segments[^1].Text, document.Segments[^1].Start));
        Assert.Equal([12, 13, 14, 16, 17, 18], document.Claims.Select(c => c.Lines.First));
        Assert.Equal([3, 3], document.Claims.CountBy(c => c.Kind).Select(k => k.Value));
    }

    [Fact]
    public void Turns_003_belong_to_five_speakers_and_24_chapters()
    {
        var document = Parsed("003").Document;
        Assert.Equal(
            ["Noam Brown 27", "Pat Grady 27", "Sonya Huang 27", "Hunter Lightman 32", "Ilge Akkaya 11"],
            document.Metadata.Speakers.Select(s => $"{s.Name} {s.Turns}"));
        Assert.All(document.Metadata.Speakers, s => Assert.Null(s.Role));
        Assert.Equal(24, document.Chapters.Length);
        Assert.Equal((43, 184), (document.Chapters[0].Lines.First, document.Chapters[^1].Lines.First));
        Assert.All(document.Chapters, c => Assert.Equal(c.Lines.First + 1, document.Segments[c.FirstSegment!.Value].Lines.First));
        Assert.Equal(11, document.Claims.Length);
    }

    [Fact]
    public void Turns_003_split_a_glued_turn_and_carry_paragraphs_on()
    {
        var segments = Parsed("003").Document.Segments;
        Assert.Equal([("Hunter Lightman", 96), ("Noam Brown", 96)], segments.Where(s => s.Lines.First == 96).Select(s => (s.Speaker!, s.Lines.Last)));
        foreach (var line in new[] { 59, 63, 74, 75, 91, 93, 150 })
        {
            var at = segments.IndexOf(segments.Single(s => s.Lines.First == line));
            Assert.Equal((segments[at - 1].Turn, segments[at - 1].Speaker), (segments[at].Turn, segments[at].Speaker));
        }
    }

    [Fact]
    public void Page_004_names_hosts_and_guests_but_no_speaker()
    {
        var document = Parsed("004").Document;
        var talk = document.Metadata;
        Assert.Equal(("No Priors", new DateOnly(2025, 5, 1)), (talk.Show, talk.Published));
        Assert.Equal(["Sarah Guo", "Elad Gil"], talk.Hosts);
        Assert.Equal(["Eric Mitchell", "Brandon McKinzie"], talk.Guests);
        Assert.Empty(talk.Topics);
        Assert.NotNull(talk.Fields.Single(f => f.Key == "tags").Doubt);
        Assert.Equal(341, document.Segments.Length);
        Assert.All(document.Segments, s => Assert.Equal((null, null, null), (s.Speaker, s.Turn, s.Start)));
    }

    [Fact]
    public void Page_004_states_sixteen_claims_four_of_them_twice()
    {
        var claims = Parsed("004").Document.Claims;
        Assert.Equal(16, claims.Length);
        Assert.Equal([new LineSpan(32), new LineSpan(33), new LineSpan(34), new LineSpan(35)], claims.SelectMany(c => c.AlsoLines));
        Assert.Equal((12, 4), (claims.Count(c => c.Kind == ClaimKind.Summary), claims.Count(c => c.Kind == ClaimKind.Claim)));
    }

    private static Core.Formats.ParsedSource Parsed(string seed) => Reading.Of(File.ReadAllBytes(Checkout.Seed(seed)));
}
