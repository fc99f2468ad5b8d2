using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Curation;
using static TalkNotes.Core.Tests.Curation.CurationLibrary;

namespace TalkNotes.Core.Tests.Curation;

public sealed class SpeakerDeskTests : IDisposable
{
    private readonly CurationLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_new_name_stands_everywhere_survives_a_new_reading_and_can_be_taken_back()
    {
        await GivenTwoTalksAsync();
        var id = await Recorded(_library.Speaker.RenameAsync("jacub-pachoki", "Jakub Pachocki", "Jacub Pachoki", Ada, Ct));
        await _library.RereadAsync(2);

        Assert.Equal(["Jakub Pachocki", "Ann Lee"], await _library.VoicesAsync("the-first-of-two-talks"));
        Assert.Equal("Jacub Pachoki", (await _library.SegmentsAsync("the-first-of-two-talks"))[0].Label);
        Assert.Contains((await _library.SummaryAsync("the-first-of-two-talks")).People, p => p is { Name: "Jakub Pachocki", Slug: "jacub-pachoki", Turns: 1 });
        Assert.Contains("<v Jakub Pachocki>", await _library.ExportAsync("the-third-of-two-talks", "vtt"), StringComparison.Ordinal);
        var hit = Assert.Single(await _library.HitsAsync("scaling speaker:\"Jakub Pachocki\" talk:the-first-of-two-talks"));
        Assert.Equal("Jakub Pachocki", hit.Speaker);
        Assert.Single(await _library.HitsAsync("scaling speaker:\"Jacub Pachoki\" talk:the-first-of-two-talks"));
        Assert.Equal(["Jacub Pachoki"], (await _library.Speakers.FindAsync("jacub-pachoki", Ct))!.Names.Select(n => n.Name));

        await _library.UndoAsync(id);
        Assert.Equal(["Jacub Pachoki", "Ann Lee"], await _library.VoicesAsync("the-first-of-two-talks"));
        Assert.Empty((await _library.Speakers.FindAsync("jacub-pachoki", Ct))!.Names);
        Assert.Contains("<v Jacub Pachoki>", await _library.ExportAsync("the-third-of-two-talks", "vtt"), StringComparison.Ordinal);
        Assert.Equal(2, await _library.Files.ReadAsync(db => db.Corrections.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_document_that_knows_the_right_name_finds_the_renamed_speaker()
    {
        await GivenTwoTalksAsync();
        await Recorded(_library.Speaker.RenameAsync("jacub-pachoki", "Jakub Pachocki", null, Ada, Ct));
        await _library.Files.IngestAsync("later.txt", ["title: A talk that came later", "Jakub Pachocki> We meet again."]);
        Assert.Equal("jacub-pachoki", Assert.Single((await _library.SummaryAsync("a-talk-that-came-later")).People).Slug);
    }

    [Fact]
    public async Task Two_speakers_become_one_and_two_again()
    {
        await GivenTwoTalksAsync();
        Assert.Equal(
            new CurationOutcome.NameTaken("ann-lee", "Ann Lee"), await _library.Speaker.RenameAsync("jacub-pachoki", "ANN LEE", null, Ada, Ct));
        await _library.Files.IngestAsync("later.txt", ["title: A talk that came later", "A. Lee> We meet again.", "Ann Lee> And again."]);
        var id = await Recorded(_library.Speaker.MergeAsync("a-lee", "Ann Lee", Ada, Ct));
        await _library.RereadAsync(2);

        Assert.Equal(["Ann Lee", "Ann Lee"], await _library.VoicesAsync("a-talk-that-came-later"));
        var ann = (await _library.Speakers.FindAsync("ann-lee", Ct))!;
        Assert.Equal((2, "A. Lee"), (ann.Talks.Count, Assert.Single(ann.Names).Name));
        Assert.Equal("ann-lee", await _library.Speakers.CurrentSlugAsync("a-lee", Ct));
        Assert.Equal(2, Assert.Single((await _library.SummaryAsync("a-talk-that-came-later")).People).Turns);
        Assert.Single(await _library.HitsAsync("meet speaker:\"Ann Lee\""));

        await _library.UndoAsync(id);
        Assert.Equal(["A. Lee", "Ann Lee"], await _library.VoicesAsync("a-talk-that-came-later"));
        Assert.Null(await _library.Speakers.CurrentSlugAsync("a-lee", Ct));
        Assert.Empty(await _library.HitsAsync("meet speaker:\"Ann Lee\""));
    }

    [Fact]
    public async Task A_namesake_of_one_talk_becomes_a_speaker_of_their_own()
    {
        await GivenTwoTalksAsync();
        var id = await Recorded(_library.Speaker.SplitAsync("jacub-pachoki", ["the-third-of-two-talks"], "Jacub Pachoki", Ada, Ct));
        await _library.RereadAsync(2);
        Assert.Equal("jacub-pachoki-2", Assert.Single((await _library.SummaryAsync("the-third-of-two-talks")).People).Slug);
        Assert.Equal("jacub-pachoki", (await _library.SummaryAsync("the-first-of-two-talks")).People[0].Slug);
        await _library.UndoAsync(id);
        Assert.Equal("jacub-pachoki", Assert.Single((await _library.SummaryAsync("the-third-of-two-talks")).People).Slug);
    }

    [Fact]
    public async Task Another_name_finds_somebody_but_nobody_is_given_a_name_of_somebody_else()
    {
        await GivenTwoTalksAsync();
        await Recorded(_library.Speaker.AlsoAsync("jacub-pachoki", "Kuba P", Ada, Ct));
        Assert.NotEmpty(await _library.HitsAsync("scaling speaker:\"Kuba P\""));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Speaker.AlsoAsync("jacub-pachoki", "kuba p", Ada, Ct));
        Assert.IsType<CurationOutcome.NameTaken>(await _library.Speaker.AlsoAsync("ann-lee", "Kuba P", Ada, Ct));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Speaker.RenameAsync("ann-lee", "  ", null, Ada, Ct));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Speaker.MergeAsync("ann-lee", "Nobody Here", Ada, Ct));
        Assert.IsType<CurationOutcome.NotFound>(await _library.Speaker.MergeAsync("nobody", "Ann Lee", Ada, Ct));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_was_first()
    {
        await GivenTwoTalksAsync();
        await Recorded(_library.Speaker.RenameAsync("ann-lee", "Anne Lee", "Ann Lee", Ada, Ct));
        var conflict = Assert.IsType<CurationOutcome.Conflict>(await _library.Speaker.RenameAsync("ann-lee", "Annie Lee", "Ann Lee", "bob", Ct));
        Assert.Equal(("ada", "Anne Lee, until then Ann Lee"), (conflict.Newest.Curator, conflict.Newest.What));
    }

    [Fact]
    public async Task Undoing_twice_is_refused_and_an_undo_can_be_undone()
    {
        await GivenTwoTalksAsync();
        var id = await Recorded(_library.Speaker.RenameAsync("ann-lee", "Anne Lee", null, Ada, Ct));
        var undo = await Recorded(_library.Undo.UndoAsync(id, Ada, Ct));
        Assert.IsType<CurationOutcome.Conflict>(await _library.Undo.UndoAsync(id, Ada, Ct));
        await _library.UndoAsync(undo);
        Assert.Equal("Anne Lee", (await _library.Speakers.FindAsync("ann-lee", Ct))!.Name);
        var history = await _library.Corrections.HistoryAsync(1, null, Ct);
        Assert.Equal(
            [("Restored: Anne Lee, until then Ann Lee", true), ("Took back: Anne Lee, until then Ann Lee", false), ("Anne Lee, until then Ann Lee", true)],
            history.Corrections.Select(c => (c.What, c.IsInForce)));
    }

    [Fact]
    public async Task Corrections_can_be_neither_changed_nor_deleted()
    {
        await GivenTwoTalksAsync();
        await Recorded(_library.Speaker.RenameAsync("ann-lee", "Anne Lee", null, Ada, Ct));
        await Assert.ThrowsAnyAsync<Exception>(() => _library.Files.ReadAsync(db => db.Corrections.ExecuteDeleteAsync(Ct)));
        await Assert.ThrowsAnyAsync<Exception>(() => _library.Files.ReadAsync(db => db.Corrections.ExecuteUpdateAsync(c => c.SetProperty(x => x.Curator, "eve"), Ct)));
    }

    private async Task GivenTwoTalksAsync()
    {
        await _library.Files.IngestAsync("a.txt", ["title: The first of two talks", "Jacub Pachoki> We talk about scaling.", "Ann Lee> Yes, we do."]);
        await _library.Files.IngestAsync("b.txt", ["title: The third of two talks", "Jacub Pachoki> More about scaling here.", "[0:05] and on it goes"]);
    }
}
