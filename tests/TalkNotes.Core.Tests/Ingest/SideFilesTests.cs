using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>What yt-dlp writes beside one video is one talk, whoever brings it in and in whatever order.</summary>
public class SideFilesTests
{
    private const string Name = "Folding at scale [AbCdEf12_-3]";
    private const string Info = """{"id": "AbCdEf12_-3", "title": "Folding at scale", "webpage_url": "https://www.youtube.com/watch?v=AbCdEf12_-3", "extractor": "youtube", "channel": "Robot School", "upload_date": "20250514", "duration": 600, "chapters": [{"title": "Why?", "start_time": 0.0, "end_time": 60.0}]}""";
    private const string Vtt = "WEBVTT\n\n00:00:01.500 --> 00:00:04.000\nNobody folds for fun, and no robot does.\n";
    private const string Json3 = """{"events": [{"tStartMs": 1500, "dDurationMs": 2500, "segs": [{"utf8": "nobody folds for fun"}]}]}""";
    private const string Description = "A robot that folds.\nIt took years.\n";

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        [$"{Name}.info.json"] = Info, [$"{Name}.en.vtt"] = Vtt, [$"{Name}.en-orig.json3"] = Json3, [$"{Name}.description"] = Description,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("0123")]
    [InlineData("3210")]
    [InlineData("1302")]
    public async Task Captions_become_the_transcript_of_the_talk_that_the_file_beside_them_describes(string order)
    {
        using var library = new TestLibrary();
        foreach (var c in order)
        {
            var (name, text) = Files.ElementAt(c - '0');
            var report = await Ingester(library).IngestAsync(SourceText.FromText($"added/{c}{c}{c}{c}{c}{c}{c}{c}/{name}", text), null, Ct);
            Assert.Equal(IngestOutcome.Added, report.Outcome);
        }

        var talk = Assert.Single(await library.TalksAsync());
        Assert.Equal(("Folding at scale", "AbCdEf12_-3", new DateOnly(2025, 5, 14), TimeSpan.FromMinutes(10)), (talk.Title, talk.VideoId, talk.Published, talk.Duration));
        Assert.Null(talk.Show); // who publishes is not thereby the show
        Assert.Equal(4, talk.Sources.Count);
        Assert.All(talk.Sources, s => Assert.Equal("video:AbCdEf12_-3", s.Key));
        Assert.EndsWith(".en.vtt", talk.Transcript!.Path, StringComparison.Ordinal);
        Assert.Equal(0, talk.Sources.Single(s => s.Path.EndsWith(".description", StringComparison.Ordinal)).SegmentCount); // nobody said it
    }

    [Fact]
    public async Task A_folder_is_one_talk_with_the_address_of_its_title_and_stays_so_when_read_again()
    {
        using var library = new TestLibrary();
        foreach (var (name, text) in Files)
        {
            library.Write($"videos/{name}", text);
        }

        var report = await Ingester(library).IngestAsync([library.Folder], null, null, Ct);
        Assert.Equal(["folding-at-scale"], report.Documents.Select(d => d.Talk).Distinct());

        library.Write($"videos/{Name}.en.vtt", Vtt + "\n00:00:05.000 --> 00:00:06.000\nSo they learn.\n");
        report = await Ingester(library).IngestAsync([library.Folder], null, null, Ct);
        Assert.Equal(1, report.Documents.Count(d => d.Outcome == IngestOutcome.Updated));
        Assert.Equal(4, Assert.Single(await library.TalksAsync()).Sources.Count);
    }

    [Fact]
    public async Task Captions_that_last_longer_than_the_video_or_lie_elsewhere_are_not_its_words()
    {
        using var library = new TestLibrary();
        library.Write("a/talk.info.json", Info);
        library.Write("a/talk.en.vtt", Vtt.Replace("00:00:01.500", "00:20:01.500", StringComparison.Ordinal));
        library.Write("b/talk.en.vtt", Vtt);
        library.Write("a/talk two.en.vtt", Vtt.Replace("fun", "money", StringComparison.Ordinal));
        await Ingester(library).IngestAsync([library.Folder], null, null, Ct);
        Assert.Equal(4, (await library.TalksAsync()).Count);
    }

    [Fact]
    public async Task A_talk_that_other_notes_describe_takes_over_captions_that_came_first()
    {
        using var library = new TestLibrary();
        library.Write("talk.en.vtt", Vtt);
        library.Write("notes.md", "# Folding\n\nhttps://www.youtube.com/watch?v=AbCdEf12_-3\n\n- It folds. [Unverified]\n");
        await Ingester(library).IngestAsync([library.Folder], null, null, Ct);
        Assert.Equal(2, (await library.TalksAsync()).Count);

        library.Write("talk.info.json", Info);
        await Ingester(library).IngestAsync([library.Folder], null, null, Ct);

        var talk = Assert.Single(await library.TalksAsync());
        Assert.Equal((3, "talk.en.vtt"), (talk.Sources.Count, talk.Transcript!.Path));
        Assert.Equal(1, await library.ReadAsync(db => db.TalkSlugs.CountAsync(s => s.TalkId == talk.Id, Ct))); // the address of the captions leads here
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Captions_that_a_person_parted_from_the_file_beside_them_stay_apart_when_it_changes(bool isJoinedFirst)
    {
        using var library = new TestLibrary();
        var late = Vtt.Replace("00:00:01.500", "00:20:01.500", StringComparison.Ordinal);
        library.Write("talk.info.json", Info);
        library.Write("talk.en.vtt", late);
        await Ingester(library).IngestAsync([library.Folder], null, null, Ct);
        var talks = await library.TalksAsync();
        Assert.Equal(2, talks.Count); // the captions last longer than the video
        var writer = new CorrectionWriter(library.Database, TimeProvider.System);
        var desk = new SameTalkDesk(writer);
        if (isJoinedFirst)
        {
            var joined = Assert.IsType<CurationOutcome.Recorded>(await desk.JoinAsync(talks[0].Slug, talks[1].Slug, "ines", Ct));
            Assert.IsType<CurationOutcome.Recorded>(await new CorrectionUndo(writer).UndoAsync(joined.Id, "ines", Ct));
        }
        else
        {
            Assert.IsType<CurationOutcome.Recorded>(await desk.KeepApartAsync(talks[0].Slug, talks[1].Slug, "ines", Ct));
        }

        library.Write("talk.info.json", Info.Replace("\"duration\": 600", "\"duration\": 6000", StringComparison.Ordinal));
        library.Write("talk.en.vtt", late + "\n00:21:00.000 --> 00:21:01.000\nSo they learn.\n");
        var report = await Ingester(library).IngestAsync([library.Folder], null, null, Ct);

        Assert.Equal(2, report.Documents.Count(d => d.Outcome == IngestOutcome.Updated));
        Assert.Equal(2, (await library.TalksAsync()).Count);
        Assert.All(await library.TalksAsync(), t => Assert.Single(t.Sources));
    }

    private static Ingester Ingester(TestLibrary library) => new(library.Database, library.Options, TimeProvider.System, NullLogger<Ingester>.Instance, SourceFormats.All);
}
