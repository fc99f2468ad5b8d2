using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Curation;
using static TalkNotes.Core.Tests.Curation.CurationLibrary;

namespace TalkNotes.Core.Tests.Curation;

public sealed class SameTalkDeskTests : IDisposable
{
    private const string Captions = "captions-of-the-talk-here";
    private const string Page = "a-page-about-the-same-talk";

    private static readonly string[] Words =
        [.. Enumerable.Range(0, 60).Select(n => $"and then we said number{n} about topic{n % 7} which nobody{n} had heard of before{n % 11}")];

    private readonly CurationLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Talks_that_share_their_words_are_proposed_until_a_person_decides()
    {
        await GivenAsync();
        await _library.Files.IngestAsync("other.txt", ["title: Quite another talk than these", .. Enumerable.Range(0, 60).Select(n => $"[0:{n:00}] other{n} words{n} stand in this{n} line of{n} another talk{n}")]);
        var proposals = await _library.Same.AllAsync(Ct);
        var proposal = Assert.Single(proposals);
        Assert.Equal((Captions, Page), (proposal.Talk, proposal.Other));
        Assert.InRange(proposal.Share, 0.4, 1);
        Assert.Equal(Captions, Assert.Single(await _library.Same.OfTalkAsync(Page, Ct)).Other);
        Assert.Equal(Captions, (await _library.Same.OfTextsAsync(Words.Take(40), Ct))[0].Talk);
        Assert.Empty(await _library.Same.OfTextsAsync(["a few words that stand nowhere"], Ct));

        var apart = await Recorded(_library.SameDesk.KeepApartAsync(Page, Captions, Ada, Ct));
        Assert.Empty(await _library.Same.AllAsync(Ct));
        await _library.UndoAsync(apart);
        Assert.Single(await _library.Same.AllAsync(Ct));
    }

    [Fact]
    public async Task Two_talks_become_one_with_every_claim_and_two_again()
    {
        await GivenAsync();
        var shared = await _library.Files.ReadAsync(db => db.Claims.OrderBy(c => c.Id).Where(c => c.Text == "Both make this claim").ToListAsync(Ct));
        var own = await _library.Files.ClaimAsync("Only the page makes this one");
        await _library.Files.VerifyAsync(shared[1].Id);
        var ids = await IdsAsync();

        var id = await Recorded(_library.SameDesk.JoinAsync(Captions, $"https://here.example/talks/{Page}?x=1", Ada, Ct));
        Assert.Equal(Captions, await _library.Talks.CurrentSlugAsync(Page, Ct));
        Assert.Null(await _library.Talks.FindAsync(Page, Ct));
        var one = (await _library.Talks.FindAsync(Captions, Ct))!;
        Assert.Equal((2, 3), (one.Sources.Count, one.Claims.Count));
        Assert.Equal(ids, await IdsAsync());
        var yielded = await _library.Files.ReadAsync(db => db.Claims.Include(c => c.Talk).SingleAsync(c => c.Id == shared[1].Id, Ct));
        Assert.Equal((Captions, shared[0].Id, true), (yielded.Talk.Slug, yielded.SuccessorId, yielded.WithdrawnAt is not null));
        Assert.Equal(2, (await _library.Talks.TranscriptAsync(Captions, Ct))!.Transcripts.Count);
        Assert.NotNull(await _library.Talks.TranscriptAsync(Captions, 2, Ct));
        Assert.Null(await _library.Talks.TranscriptAsync(Captions, 3, Ct));
        Assert.NotEmpty(await _library.HitsAsync($"\"said number33 about\" talk:{Page}"));

        // What comes in later for the other talk joins the one that it became part of.
        await _library.RereadAsync(2);
        Assert.Equal(2, (await _library.Talks.FindAsync(Captions, Ct))!.Sources.Count);
        Assert.Single((await _library.Talks.ListAsync(new Core.Talks.TalkFilter(), Ct)).Talks);

        await _library.UndoAsync(id);
        Assert.Equal((2, 2), ((await _library.Talks.FindAsync(Captions, Ct))!.Claims.Count, (await _library.Talks.FindAsync(Page, Ct))!.Claims.Count));
        Assert.Equal(ids, await IdsAsync());
        var back = await _library.Files.ReadAsync(db => db.Claims.Include(c => c.Verdicts).Include(c => c.Talk).SingleAsync(c => c.Id == shared[1].Id, Ct));
        Assert.Equal((Page, null, null, 1), (back.Talk.Slug, back.SuccessorId, back.WithdrawnAt, back.Verdicts.Count));
        Assert.Equal(Page, (await _library.Files.ClaimAsync(own.Text)).Talk.Slug);
        Assert.Null(await _library.Talks.CurrentSlugAsync(Page, Ct));
        Assert.NotEmpty(await _library.HitsAsync($"\"said number33 about\" talk:{Page}"));
    }

    [Fact]
    public async Task The_transcript_that_counts_is_chosen_by_a_person()
    {
        await GivenAsync();
        await Recorded(_library.SameDesk.JoinAsync(Captions, Page, Ada, Ct));
        var first = (await _library.Talks.TranscriptAsync(Captions, Ct))!;
        var id = await Recorded(_library.Talk.ChooseTranscriptAsync(Captions, first.Source == 1 ? 2 : 1, Ada, Ct));
        await _library.RereadAsync(3);
        Assert.NotEqual(first.Source, (await _library.Talks.TranscriptAsync(Captions, Ct))!.Source);
        Assert.IsType<CurationOutcome.Invalid>(await _library.Talk.ChooseTranscriptAsync(Captions, 9, Ada, Ct));
        await _library.UndoAsync(id);
        Assert.Equal(first.Source, (await _library.Talks.TranscriptAsync(Captions, Ct))!.Source);
    }

    [Fact]
    public async Task A_talk_is_not_joined_to_itself_or_to_none_and_chains_part_in_their_order()
    {
        await GivenAsync();
        await _library.Files.IngestAsync("third.txt", ["title: A third part of the talk", "[0:01] words of the third part"]);
        Assert.IsType<CurationOutcome.Invalid>(await _library.SameDesk.JoinAsync(Captions, Captions, Ada, Ct));
        Assert.IsType<CurationOutcome.Invalid>(await _library.SameDesk.JoinAsync(Captions, "no-such-talk", Ada, Ct));
        var inner = await Recorded(_library.SameDesk.JoinAsync(Page, "a-third-part-of-the-talk", Ada, Ct));
        var outer = await Recorded(_library.SameDesk.JoinAsync(Captions, Page, Ada, Ct));
        Assert.Equal(Captions, await _library.Talks.CurrentSlugAsync("a-third-part-of-the-talk", Ct));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Undo.UndoAsync(inner, Ada, Ct));
        await _library.UndoAsync(outer);
        Assert.Equal(Page, await _library.Talks.CurrentSlugAsync("a-third-part-of-the-talk", Ct));
        await _library.UndoAsync(inner);
        Assert.NotNull(await _library.Talks.FindAsync("a-third-part-of-the-talk", Ct));
    }

    private Task<List<string>> IdsAsync() => _library.Files.ReadAsync(db => db.Claims.OrderBy(c => c.Id).Select(c => c.PublicId).ToListAsync(Ct));

    private async Task GivenAsync()
    {
        await _library.Files.IngestAsync(
            "captions.txt", ["title: Captions of the talk here", "- Both make this claim", "- Only the captions make this one", .. Words.Select((w, n) => $"[0:{n:00}] {w}")]);
        await _library.Files.IngestAsync(
            "page.txt", ["title: A page about the same talk", "- Both make this claim", "- Only the page makes this one", .. Words.Skip(5).Select((w, n) => n % 5 == 0 ? $"Ann> {w} misheard" : $"Ann> {w}")]);
    }
}
