using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>Several sources of one talk, and what each says of it.</summary>
public class TalkFromSourcesTests
{
    private static readonly string[] Note = ["title: Notes on a talk", "video: abc", "- It thinks longer", "- It costs more"];
    private static readonly string[] Captions = ["video: abc", "show: The Show", "[0:01] It thinks", "[0:03] longer", "- It costs more"];
    private static readonly string[] Edited = ["title: A talk, edited by hand", "video: abc", "Ann Lee> It thinks longer.", "Bo Ek> Why?"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Orders() => ["nce", "nec", "cne", "cen", "enc", "ecn"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Talk_is_the_same_whatever_the_order_of_its_sources(string order)
    {
        using var library = new TestLibrary();
        foreach (var c in order)
        {
            await library.IngestAsync($"{c}.txt", c switch { 'n' => Note, 'c' => Captions, _ => Edited });
        }

        var talk = Assert.Single(await library.TalksAsync());
        Assert.Equal("c.txt", talk.Transcript!.Path);
        Assert.Equal(("A talk, edited by hand", "The Show", "abc", 3), (talk.Title, talk.Show, talk.VideoId, talk.WordCount));
        Assert.Equal(3, talk.Sources.Count);
        var (first, second) = (await library.ClaimAsync("It costs more"), await library.ClaimAsync("It thinks longer"));
        Assert.Equal((0, 1), (first.Position, second.Position));
        Assert.Equal((2, 1), (first.Mentions.Count, second.Mentions.Count));
    }

    [Fact]
    public async Task People_and_topics_of_one_address_get_one_each_and_keep_it()
    {
        using var library = new TestLibrary();
        var same = string.Join(' ', Enumerable.Repeat("anna", 20)); // longer than an address
        string[] lines = [.. Enumerable.Range(1, 30).Select(n => $"{same} {n}> words of {n}"), .. Enumerable.Range(1, 5).Select(n => $"topic: {same} {n}"), $"guest: {same} 40", $"guest: {same} 41"];
        await library.IngestAsync("a.txt", [.. lines, "title: First"]);
        await library.IngestAsync("b.txt", [.. lines, "title: Second", $"{same} 31> more"]);

        var slugs = await library.ReadAsync(db => db.Speakers.OrderBy(s => s.Id).Select(s => s.Slug).ToListAsync(Ct));
        Assert.Equal(33, slugs.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(1, 33).Select(n => n == 1 ? slugs[0] : $"{slugs[0]}-{n}"), slugs);
        Assert.Equal(5, await library.ReadAsync(db => db.Topics.CountAsync(Ct)));
        Assert.Equal(32 + 33, await library.ReadAsync(db => db.TalkSpeakers.CountAsync(Ct)));
    }

    [Fact]
    public async Task Note_and_transcript_with_one_video_become_one_talk()
    {
        using var library = new TestLibrary();
        var note = await library.IngestAsync("n.txt", Note);
        var transcript = await library.IngestAsync("c.txt", Captions);
        Assert.Equal("notes-on-a-talk", note.Talk);
        Assert.Equal(note.Talk, transcript.Talk);
        Assert.Equal(new ClaimCounts(0, 1, 0), transcript.Claims);
    }

    [Fact]
    public async Task Claim_that_another_source_still_makes_is_not_withdrawn()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("n.txt", Note);
        await library.IngestAsync("c.txt", Captions);

        var report = await library.IngestAsync("n.txt", Note[..3]);

        Assert.Equal(0, report.Claims!.Withdrawn);
        Assert.Null((await library.ClaimAsync("It costs more")).WithdrawnAt);
    }

    [Fact]
    public async Task Talk_without_a_transcript_has_none()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("n.txt", Note);
        var talk = Assert.Single(await library.TalksAsync());
        Assert.Null(talk.TranscriptId);
        Assert.Equal(0, talk.WordCount);
    }

    [Fact]
    public async Task Talks_of_one_title_and_different_videos_stay_two()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: One and the same title", "video: abc"]);
        await library.IngestAsync("b.txt", ["title: One and the same title", "video: xyz"]);
        Assert.Equal(["one-and-the-same-title", "one-and-the-same-title-2"], (await library.TalksAsync()).Select(t => t.Slug));
    }

    [Fact]
    public async Task Names_become_speakers_with_roles_and_turns()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: A talk between two people", "host: Ann LEE", "guest: Cy Fox", "Ann Lee> One.", "Speaker 2> Two.", "Ann Lee> Three."]);
        var speakers = await library.ReadAsync(db => db.TalkSpeakers.Include(s => s.Speaker).OrderBy(s => s.Position).ToListAsync(Ct));
        Assert.Equal(
            [("Ann Lee", "ann-lee", "host", 2), ("Cy Fox", "cy-fox", "guest", 0)],
            speakers.Select(s => (s.Speaker.Name, s.Speaker.Slug, s.Role, s.Turns)));
        var segments = await library.ReadAsync(db => db.Segments.OrderBy(s => s.N).ToListAsync(Ct));
        Assert.Equal([speakers[0].SpeakerId, null, speakers[0].SpeakerId], segments.Select(s => s.SpeakerId));
        Assert.Equal("Speaker 2", segments[1].Speaker);
    }

    [Fact]
    public async Task Full_name_is_one_person_everywhere_and_a_single_word_only_in_its_talk()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: The first of two talks", "Łukasz Kaiser> One.", "Ann> Two."]);
        await library.IngestAsync("b.txt", ["title: The second of two talks", "LUKASZ KAISER> One.", "Ann> Two."]);
        var speakers = await library.ReadAsync(db => db.Speakers.OrderBy(s => s.Slug).ToListAsync(Ct));
        Assert.Equal(["ann", "ann-2", "lukasz-kaiser"], speakers.Select(s => s.Slug));
    }

    [Fact]
    public async Task Alias_that_a_person_gave_leads_to_its_speaker()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: The first of two talks", "Michelle Pokrass> One."]);
        await using (var db = library.Database.CreateDbContext())
        {
            var speaker = await db.Speakers.SingleAsync(Ct);
            db.SpeakerAliases.Add(new() { Key = "pokris", Name = "Pokris", SpeakerId = speaker.Id, Origin = "person" });
            await db.SaveChangesAsync(Ct);
        }

        await library.IngestAsync("b.txt", ["title: The second of two talks", "Pokris> One."]);

        Assert.Equal(1, await library.ReadAsync(db => db.Speakers.CountAsync(Ct)));
        Assert.Equal(2, await library.ReadAsync(db => db.TalkSpeakers.CountAsync(Ct)));
    }

    [Fact]
    public async Task Topics_are_told_apart_by_their_name_not_by_their_slug()
    {
        using var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: A talk on two languages", "topic: C", "topic: C++", "topic: c"]);
        var topics = await library.ReadAsync(db => db.TalkTopics.Include(t => t.Topic).OrderBy(t => t.Position).ToListAsync(Ct));
        Assert.Equal([("C", "c"), ("C++", "c-2")], topics.Select(t => (t.Topic.Name, t.Topic.Slug)));
    }
}
