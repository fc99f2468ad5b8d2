using TalkNotes.Core.Curation;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Text;
using static TalkNotes.Core.Tests.Curation.CurationLibrary;

namespace TalkNotes.Core.Tests.Curation;

public sealed class WordsDeskTests : IDisposable
{
    private const string Slug = "a-talk-about-language-models";
    private const string Other = "a-second-talk-about-models";

    private readonly CurationLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_preview_counts_places_in_the_talk_and_in_the_library()
    {
        await GivenAsync();
        var preview = (await _library.Words.PreviewAsync(new WordsDraft(Slug, "gbt", "GPT", WordsReach.Library), Ct))!;
        Assert.Equal((3, 4, 2), (preview.InTalk, preview.InLibrary, preview.Talks));
        Assert.Equal(("GBT", "we trained", "4 in"), (preview.Places[0].Written, preview.Places[0].Before.Trim(), preview.Places[0].After.Trim()[..4]));
        Assert.Null(await _library.Words.PreviewAsync(new WordsDraft("none", "gbt", "GPT", WordsReach.Talk), Ct));
    }

    [Fact]
    public async Task Words_put_right_in_a_talk_are_found_in_both_forms_and_never_changed()
    {
        await GivenAsync();
        var id = await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "GBT", "GPT", WordsReach.Talk), Ada, Ct));
        await _library.RereadAsync(2);

        var segments = await _library.SegmentsAsync(Slug);
        Assert.Equal("we trained GBT 4 in secret", segments[0].Text);
        Assert.Equal([new Reading(11, 14, "GPT")], segments[0].Corrections);
        Assert.Equal("and GPT's answers were good", segments[1].Corrected);
        Assert.Null(segments[2].Corrections);

        var hit = (await _library.HitsAsync($"\"trained GPT 4\" talk:{Slug}"))[0];
        Assert.Equal("we trained GBT 4 in secret", hit.Text);
        Assert.Equal("trained GBT 4", hit.Text[hit.Highlights[0][0]..hit.Highlights[^1][1]]);
        Assert.Contains(hit.Why, w => w is { Found: "trained GBT 4", How: "corrected" });
        Assert.Equal(hit.Segments, (await _library.HitsAsync($"\"trained GBT 4\" talk:{Slug}"))[0].Segments);
        Assert.Empty(await _library.HitsAsync($"\"GPT came second\" talk:{Other}"));

        var txt = await _library.ExportAsync(Slug, "txt");
        Assert.Contains("we trained GPT 4 in secret", txt, StringComparison.Ordinal);
        Assert.Equal(3, (await _library.Corrections.HistoryAsync(1, null, Ct)).Corrections[0].Places);

        await _library.UndoAsync(id);
        Assert.All(await _library.SegmentsAsync(Slug), s => Assert.Null(s.Corrections));
        Assert.DoesNotContain(await _library.HitsAsync($"\"trained GPT 4\" talk:{Slug}"), h => h.Why.Any(w => w.How == "corrected"));
    }

    [Fact]
    public async Task A_correction_of_the_library_holds_in_talks_that_come_later()
    {
        await GivenAsync();
        var id = await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "GBT", "GPT", WordsReach.Library), Ada, Ct));
        await _library.Files.IngestAsync("c.txt", ["title: A third talk about models", "[0:01] gbt again"]);
        Assert.Equal("GPT again", Assert.Single(await _library.SegmentsAsync("a-third-talk-about-models")).Corrected);
        Assert.Equal("GPT came second", (await _library.SegmentsAsync(Other))[0].Corrected);
        Assert.Equal(5, (await _library.Corrections.HistoryAsync(1, null, Ct)).Corrections[0].Places);
        await _library.UndoAsync(id);
        Assert.Null(Assert.Single(await _library.SegmentsAsync("a-third-talk-about-models")).Corrections);
        Assert.Null((await _library.SegmentsAsync(Other))[0].Corrections);
    }

    [Fact]
    public async Task One_place_is_put_right_alone_and_found_again_in_an_edited_file()
    {
        await GivenAsync();
        await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "GBT", "GPT", WordsReach.Place, 1, 1, 4, 7), Ada, Ct));
        Assert.Equal([null, "and GPT's answers were good", null, null], (await _library.SegmentsAsync(Slug)).Select(s => s.Corrections is null ? null : s.Corrected));
        await _library.Files.IngestAsync("a.txt", ["title: A talk about language models", "[0:00] a line before", "[0:01] we trained GBT 4 in secret", "[0:03] and GBT's answers were good"]);
        Assert.Equal([null, null, "and GPT's answers were good"], (await _library.SegmentsAsync(Slug)).Select(s => s.Corrections is null ? null : s.Corrected));
    }

    [Fact]
    public async Task Words_over_a_border_of_captions_are_put_right_in_both()
    {
        await GivenAsync();
        await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "chat gbt", "ChatGPT", WordsReach.Talk), Ada, Ct));
        var segments = await _library.SegmentsAsync(Slug);
        Assert.Equal("then came ChatGPT", segments[2].Corrected);
        Assert.Equal([new Reading(0, 3, "")], segments[3].Corrections);
        Assert.NotEmpty(await _library.HitsAsync("\"came ChatGPT for everybody\""));
        Assert.NotEmpty(await _library.HitsAsync("\"came chat gbt for everybody\""));
    }

    [Fact]
    public async Task The_newer_correction_of_the_same_words_counts_until_it_is_taken_back()
    {
        await GivenAsync();
        await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "GBT", "GPT", WordsReach.Talk), Ada, Ct));
        var id = await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "GBT 4", "GPT-4", WordsReach.Talk), Ada, Ct));
        Assert.Equal("we trained GPT-4 in secret", (await _library.SegmentsAsync(Slug))[0].Corrected);
        await _library.UndoAsync(id);
        Assert.Equal("we trained GPT 4 in secret", (await _library.SegmentsAsync(Slug))[0].Corrected);
    }

    [Theory]
    [InlineData("", "GPT", "heard")]
    [InlineData("GBT", " ", "said")]
    [InlineData("GBT", "GBT", "said")]
    [InlineData("nobody said this", "GPT", "heard")]
    public async Task Words_that_cannot_be_put_right_are_refused(string heard, string said, string field)
    {
        await GivenAsync();
        var refused = Assert.IsType<CurationOutcome.Invalid>(await _library.Words.CorrectAsync(new WordsDraft(Slug, heard, said, WordsReach.Talk), Ada, Ct));
        Assert.Equal(field, Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public async Task Quotes_and_evidence_read_the_corrected_words_and_show_the_written_ones()
    {
        await GivenAsync();
        await Recorded(_library.Words.CorrectAsync(new WordsDraft(Slug, "GBT", "GPT", WordsReach.Talk), Ada, Ct));
        using var words = new SpokenWords("unused");
        var quotes = new QuoteCheck(_library.Files.Database, words, () => new Glossary([]));
        var corrected = await quotes.CheckAsync("we trained GPT 4 in secret", null, Slug, Ct);
        Assert.Equal((QuoteVerdict.Verbatim, true, "we trained GPT 4 in secret"), (corrected.Verdict, corrected.Match!.IsCorrected, corrected.Match.Text));
        var written = await quotes.CheckAsync("we trained GBT 4 in secret", null, Slug, Ct);
        Assert.Equal((QuoteVerdict.Verbatim, false), (written.Verdict, written.Match!.IsCorrected));

        var evidence = new ClaimEvidence(_library.Files.Database);
        var claim = await _library.Files.ClaimAsync("They trained GPT 4 in secret");
        var passage = (await evidence.ForClaimAsync(claim.PublicId, Ct))!.Passages[0];
        Assert.Contains("we trained GBT 4 in secret", passage.Text, StringComparison.Ordinal);
        Assert.Contains(passage.Highlights, h => passage.Text[h[0]..h[1]] == "GBT");
        Assert.NotEmpty(TranscriptFind.Matches(await _library.SegmentsAsync(Slug), "trained GPT"));
        Assert.NotEmpty(TranscriptFind.Matches(await _library.SegmentsAsync(Slug), "trained GBT"));
    }

    private async Task GivenAsync()
    {
        await _library.Files.IngestAsync(
            "a.txt",
            ["title: A talk about language models", "- They trained GPT 4 in secret", "[0:01] we trained GBT 4 in secret", "[0:03] and GBT's answers were good", "[0:05] then came chat", "[0:07] gbt for everybody"]);
        await _library.Files.IngestAsync("b.txt", ["title: A second talk about models", "[0:01] GBT came second"]);
    }
}
