using TalkNotes.Core.Curation;
using static TalkNotes.Core.Tests.Curation.CurationLibrary;

namespace TalkNotes.Core.Tests.Curation;

public sealed class TalkDeskTests : IDisposable
{
    private const string Slug = "a-talk-about-many-things";

    private readonly CurationLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Facts_are_put_right_one_by_one_and_hold_when_the_file_is_edited()
    {
        await GivenAsync();
        var draft = new TalkDraft
        {
            Title = "A talk about one thing", Show = "The Show", Published = "2025-05-01", Address = "https://youtu.be/dQw4w9WgXcQ", Topics = ["robots", " Evals "],
        };
        await Recorded(_library.Talk.CorrectAsync(Slug, draft, Ada, Ct));
        await GivenAsync("Ann> One more line.");

        var talk = await _library.SummaryAsync(Slug);
        Assert.Equal(("A talk about one thing", "The Show", new DateOnly(2025, 5, 1), "dQw4w9WgXcQ"), (talk.Title, talk.Show, talk.Published, talk.VideoId));
        Assert.Equal(["robots", "Evals"], talk.Topics.Select(t => t.Name));
        Assert.Equal("A talk about one thing", Assert.Single(await _library.HitsAsync("\"about one thing\"")).Title);

        var corrections = (await _library.Corrections.OfTalkAsync(Slug, Ct))!.Corrections;
        Assert.Equal(
            ["Topics: robots, Evals", "Address: “https://youtu.be/dQw4w9WgXcQ”", "Published: “2025-05-01” instead of “2024-01-02”", "Show: “The Show”", "Title: “A talk about one thing” instead of “A talk about many things”"],
            corrections.Select(c => c.What));
        await _library.UndoAsync(corrections[2].Id);
        await _library.UndoAsync(corrections[4].Id);
        talk = await _library.SummaryAsync(Slug);
        Assert.Equal(("A talk about many things", new DateOnly(2024, 1, 2), "dQw4w9WgXcQ"), (talk.Title, talk.Published, talk.VideoId));
    }

    [Fact]
    public async Task A_fact_can_be_unknown_and_the_older_correction_comes_back_with_an_undo()
    {
        await GivenAsync();
        var seen = await Recorded(_library.Talk.CorrectAsync(Slug, Draft() with { Published = "2025-05-01" }, Ada, Ct));
        var id = await Recorded(_library.Talk.CorrectAsync(Slug, Draft() with { Published = null, Seen = seen }, "bob", Ct));
        Assert.Null((await _library.SummaryAsync(Slug)).Published);
        await _library.UndoAsync(id);
        Assert.Equal(new DateOnly(2025, 5, 1), (await _library.SummaryAsync(Slug)).Published);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_field_by_field_and_nothing_is_written()
    {
        await GivenAsync();
        var refused = Assert.IsType<CurationOutcome.Invalid>(
            await _library.Talk.CorrectAsync(Slug, Draft() with { Published = "May 2025", Address = "javascript:alert(1)" }, Ada, Ct));
        Assert.Equal(["published", "address"], refused.Problems.Select(p => p.Field));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Talk.CorrectAsync(Slug, Draft(), Ada, Ct));
        Assert.IsType<CurationOutcome.NotFound>(await _library.Talk.CorrectAsync("no-such-talk", Draft(), Ada, Ct));
        Assert.Empty((await _library.Corrections.HistoryAsync(1, null, Ct)).Corrections);
    }

    [Fact]
    public async Task Two_people_put_different_facts_right_but_not_the_same_one_unseen()
    {
        await GivenAsync();
        await Recorded(_library.Talk.CorrectAsync(Slug, Draft() with { Title = "Ada’s title" }, Ada, Ct));
        Assert.IsType<CurationOutcome.Conflict>(await _library.Talk.CorrectAsync(Slug, Draft() with { Title = "Bob’s title" }, "bob", Ct));
        Assert.Equal("Ada’s title", (await _library.SummaryAsync(Slug)).Title);
    }

    [Fact]
    public async Task A_label_and_a_range_are_given_to_people_and_back()
    {
        await GivenAsync();
        var label = await Recorded(_library.Talk.NameLabelAsync(Slug, "Speaker 1", "Jane Doe", Ada, Ct));
        var range = await Recorded(_library.Talk.NameTurnsAsync(Slug, 2, 3, "Ann", Ada, Ct));
        await _library.RereadAsync(2);
        Assert.Equal(["Ann", "Jane Doe", "Ann", "Ann"], await _library.VoicesAsync(Slug));
        var talk = await _library.SummaryAsync(Slug);
        Assert.Equal([("Ann", 2), ("Jane Doe", 1)], talk.People.Select(p => (p.Name, p.Turns)));
        Assert.Contains("Jane Doe: Robots are hard.", await _library.ExportAsync(Slug, "txt"), StringComparison.Ordinal);
        Assert.Equal("Jane Doe", Assert.Single(await _library.HitsAsync("\"robots are hard\"")).Speaker);

        // The file is edited above: the range is found by its words.
        await GivenAsync("Ann> One more line.", atTop: true);
        Assert.Equal(["Ann", "Ann", "Jane Doe", "Ann", "Ann"], await _library.VoicesAsync(Slug));

        await _library.UndoAsync(range);
        await _library.UndoAsync(label);
        Assert.Equal(["Ann", "Ann", "Speaker 1", null, null], await _library.VoicesAsync(Slug));
        Assert.Equal([("Ann", 2)], (await _library.SummaryAsync(Slug)).People.Select(p => (p.Name, p.Turns)));
    }

    [Fact]
    public async Task A_range_whose_words_are_gone_waits_for_a_person_and_names_nobody()
    {
        await GivenAsync();
        await Recorded(_library.Talk.NameTurnsAsync(Slug, 3, 3, "Jane Doe", Ada, Ct));
        Assert.Empty(await _library.Corrections.LostAsync(Ct));
        await _library.Files.IngestAsync("a.txt", ["title: A talk about many things", "date: 2024-01-02", "Ann> We begin.", "Speaker 1> Robots are hard.", "[0:07] and other words"]);
        Assert.Equal(["Ann", "Speaker 1", null], await _library.VoicesAsync(Slug));
        Assert.Equal("Segment 3: Jane Doe speaks", Assert.Single(await _library.Corrections.LostAsync(Ct)).What);
    }

    [Fact]
    public async Task Somebody_takes_part_with_a_role_or_does_not()
    {
        await GivenAsync();
        await Recorded(_library.Talk.TakesPartAsync(Slug, "Bob Host", true, "host", Ada, Ct));
        var gone = await Recorded(_library.Talk.TakesPartAsync(Slug, "ann", false, null, Ada, Ct));
        await _library.RereadAsync(2);
        Assert.Equal([("Bob Host", "host")], (await _library.SummaryAsync(Slug)).People.Select(p => (p.Name, p.Role)));
        await _library.UndoAsync(gone);
        Assert.Equal(["Ann", "Bob Host"], (await _library.SummaryAsync(Slug)).People.Select(p => p.Name));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Talk.TakesPartAsync(Slug, "Speaker 4", true, null, Ada, Ct));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Talk.TakesPartAsync(Slug, "Ann", true, "king", Ada, Ct));
        Assert.IsType<CurationOutcome.Invalid>(await _library.Talk.NameTurnsAsync(Slug, 3, 9, "Ann", Ada, Ct));
    }

    private static TalkDraft Draft() => new() { Title = "A talk about many things", Published = "2024-01-02" };

    private Task GivenAsync(string? line = null, bool atTop = false) => _library.Files.IngestAsync(
        "a.txt",
        [
            "title: A talk about many things", "date: 2024-01-02", .. atTop && line is not null ? [line] : Array.Empty<string>(),
            "Ann> We begin.", "Speaker 1> Robots are hard.", "[0:05] and so it goes", "[0:07] until the end", .. !atTop && line is not null ? [line] : Array.Empty<string>(),
        ]);
}
