using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Search;
using TalkNotes.Core.Tests.Ingest;

namespace TalkNotes.Core.Tests.Claims;

/// <summary>Claims that people make from words of a transcript.</summary>
public sealed class ClaimDeskTests : IDisposable
{
    private static readonly string[] Talk =
        ["title: On reasoning at length", "video: abc", "Ann Lee> It thinks longer when it is asked.", "Bo Ek> Why would it?", "- It thinks longer"];

    private readonly TestLibrary _library = new();

    private ClaimDesk Desk => new(_library.Database, TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Words_left_as_they_are_make_a_quote_of_their_speaker_and_other_words_a_claim()
    {
        await _library.IngestAsync("a.txt", Talk);
        var quote = await PageAsync(await DoneAsync(Draft("It thinks longer when")));
        var claim = await PageAsync(await DoneAsync(Draft("It thinks longer when", "Asking makes it think longer")));

        Assert.Equal(("quote", "person", "Ann Lee", "unverified"), (quote.Claim.Kind, quote.Claim.Origin, quote.Claim.AttributedTo, quote.Claim.Status));
        Assert.Equal(("claim", "person", null), (claim.Claim.Kind, claim.Claim.Origin, claim.Claim.AttributedTo));
        var making = Assert.Single(claim.Makings);
        Assert.Equal(("made", "ines", "It thinks longer when", "Ann Lee"), (making.Act, making.Curator, making.Words, making.Speaker));
        Assert.Equal([0, 0], making.Place!.Segments);
        Assert.Equal(["person"], await PassagesAsync("Asking makes it think longer"));
    }

    [Fact]
    public async Task What_cannot_be_made_says_why_and_writes_nothing()
    {
        await _library.IngestAsync("a.txt", Talk);
        var before = await CountAsync();
        Assert.IsType<ClaimOutcome.NotFound>(await Desk.MakeAsync(Draft("It thinks longer") with { Talk = "elsewhere" }, Ct));
        foreach (var draft in new[]
        {
            Draft("It thinks longer", " "), Draft("It thinks longer", new string('x', ClaimDraft.LongestText + 1)), Draft("words nobody said"),
            Draft("Why would it"), Draft("It thinks longer") with { First = -1 }, Draft("It thinks longer") with { Last = 99 },
            Draft("It thinks longer", "New") with { Curator = " " }, Draft("", "New"),
        })
        {
            Assert.IsType<ClaimOutcome.Invalid>(await Desk.MakeAsync(draft, Ct));
        }

        var known = Assert.IsType<ClaimOutcome.Known>(await Desk.MakeAsync(Draft("It thinks longer"), Ct));
        Assert.Equal((await _library.ClaimAsync("It thinks longer")).PublicId, known.Claim);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Claim_of_a_person_outlives_its_talks_documents_and_follows_its_words()
    {
        await _library.IngestAsync("a.txt", Talk);
        var id = await DoneAsync(Draft("It thinks longer when it is asked", "Asking makes it think longer"));

        await _library.IngestAsync("a.txt", [.. Talk[..2], "Bo Ek> Hello and welcome.", .. Talk[2..4]]);

        var page = await PageAsync(id);
        Assert.False(page.Claim.Withdrawn);
        Assert.Equal([1, 1], Assert.Single(page.Makings).Place!.Segments);
        Assert.NotNull((await _library.ClaimAsync("It thinks longer")).WithdrawnAt);
    }

    [Fact]
    public async Task Taken_back_it_is_withdrawn_with_all_that_happened_and_can_be_made_again()
    {
        await _library.IngestAsync("a.txt", Talk);
        var id = await DoneAsync(Draft("It thinks longer when", "Asking makes it think longer"));
        Assert.IsType<ClaimOutcome.Done>(await Desk.TakeBackAsync(id, "tom", Ct));
        Assert.IsType<ClaimOutcome.Done>(await Desk.TakeBackAsync(id, "tom", Ct));
        Assert.True((await PageAsync(id)).Claim.Withdrawn);
        Assert.Empty(await PassagesAsync("Asking makes it think longer"));

        Assert.IsType<ClaimOutcome.Done>(await Desk.RestoreAsync(id, "ines", Ct));
        var page = await PageAsync(id);
        Assert.False(page.Claim.Withdrawn);
        Assert.Equal([("restored", "ines"), ("taken-back", "tom"), ("made", "ines")], page.Makings.Select(m => (m.Act, m.Curator)));

        await Desk.TakeBackAsync(id, "tom", Ct);
        Assert.Equal(id, await DoneAsync(Draft("It thinks longer when", "Asking makes it think longer")));
        Assert.IsType<ClaimOutcome.NotFound>(await Desk.TakeBackAsync((await _library.ClaimAsync("It thinks longer")).PublicId, "tom", Ct));
    }

    [Fact]
    public async Task A_claim_that_a_source_makes_too_stays_when_a_person_takes_it_back()
    {
        await _library.IngestAsync("a.txt", Talk);
        var id = await DoneAsync(Draft("It thinks longer when", "It costs more"));
        await _library.IngestAsync("a.txt", [.. Talk, "- It costs more"]);
        await Desk.TakeBackAsync(id, "tom", Ct);
        Assert.False((await PageAsync(id)).Claim.Withdrawn);

        await _library.IngestAsync("a.txt", Talk);
        Assert.True((await PageAsync(id)).Claim.Withdrawn);
    }

    private static ClaimDraft Draft(string words, string? text = null) => new()
    {
        Talk = "on-reasoning-at-length", First = 0, Last = 0, Words = words, Text = text ?? words, Curator = "ines",
    };

    private async Task<string> DoneAsync(ClaimDraft draft) => Assert.IsType<ClaimOutcome.Done>(await Desk.MakeAsync(draft, Ct)).Claim;

    private async Task<ClaimPage> PageAsync(string id) => (await new ClaimQueries(_library.Database, () => Core.Text.Glossary.Empty).PageAsync(id, Ct))!;

    private Task<List<string>> PassagesAsync(string text) =>
        _library.ReadAsync(db => db.Passages.Where(p => p.Kind == PassageKind.Claim && p.Text == text).Select(p => p.Origin).ToListAsync(Ct));

    private Task<int> CountAsync() => _library.ReadAsync(async db => await db.Claims.CountAsync(Ct) + await db.ClaimMakings.CountAsync(Ct));
}
