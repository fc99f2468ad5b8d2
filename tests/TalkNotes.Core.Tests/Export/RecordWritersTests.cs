using System.IO.Compression;
using System.Text.Json;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Tests.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Export;

/// <summary>What leaves as JSON, JSON-LD, bibliography and archive.</summary>
public sealed class RecordWritersTests : IDisposable
{
    private const string Talk = "---\ntitle: A talk about folding =cmd() {robots}\nurl: https://youtu.be/AbCdEf12_-3\npublished: 2025-03-02\nshow: A & B\nsummary: |\n  It costs five dollars.\n  It never breaks.\n---\n\n"
        + "- [00:01] We said 😀 that it costs\n- [00:05] five dollars, ]]> no \\more{} `than` that\n- [00:09] and it is\n- [00:12] the \u202Eend.\n";

    private readonly ExportLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Annotations_are_valid_and_their_positions_count_in_the_words_alone()
    {
        var slug = await JudgedAsync();
        var words = (await _library.TextAsync(slug, "words")).EnumerateRunes().ToList();
        using var page = JsonDocument.Parse(await _library.TextAsync(slug, "jsonld"));
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", page.RootElement.GetProperty("@context").GetString());
        Assert.Equal("AnnotationPage", page.RootElement.GetProperty("type").GetString());
        var items = page.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, items.Count);
        Assert.Equal(items.Count, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(items, JsonLd.IsAnnotation);
        var selectors = items[0].GetProperty("target")[0].GetProperty("selector");
        var position = selectors[1];
        var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
        Assert.Equal(selectors[0].GetProperty("exact").GetString(), string.Concat(words.Skip(start).Take(end - start)));
        Assert.Equal(string.Concat(words.Take(start).TakeLast(32)), selectors[0].GetProperty("prefix").GetString());
        Assert.Equal("t=5,12", items[0].GetProperty("target")[1].GetProperty("selector").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Only_accuracy_verdicts_become_ClaimReview()
    {
        var slug = await JudgedAsync();
        using var before = JsonDocument.Parse(await _library.TextAsync(slug, "claimreview"));
        Assert.Equal(0, before.RootElement.GetProperty("@graph").GetArrayLength());

        var claim = await _library.ClaimAsync(slug, 0);
        await _library.JudgeAsync(new VerdictDraft
        {
            Claim = claim.Id, Question = Question.Accuracy, Value = Accuracy.Inaccurate, Curator = "Ann", Note = "It was six",
            Evidence = [new UrlEvidence("https://example.org/six", new DateOnly(2026, 4, 1)) { Note = "Six" }],
        });
        using var after = JsonDocument.Parse(await _library.TextAsync(slug, "claimreview"));
        var review = Assert.Single(after.RootElement.GetProperty("@graph").EnumerateArray());
        JsonLd.IsClaimReview(review);
        Assert.Equal("Inaccurate", review.GetProperty("reviewRating").GetProperty("alternateName").GetString());
        Assert.Equal("https://www.youtube.com/watch?v=AbCdEf12_-3&t=5s", review.GetProperty("itemReviewed").GetProperty("appearance").GetProperty("url").GetString());
        await _library.JudgeAsync(claim, Status.Partly, new SegmentsEvidence(0, 0)); // no longer verified: the question is closed
        using var closed = JsonDocument.Parse(await _library.TextAsync(slug, "claimreview"));
        Assert.Equal(0, closed.RootElement.GetProperty("@graph").GetArrayLength());
    }

    [Fact]
    public async Task The_whole_record_has_claims_with_verdicts_evidence_and_history()
    {
        var slug = await JudgedAsync();
        using var json = JsonDocument.Parse(await _library.TextAsync(slug, "json"));
        var root = json.RootElement;
        Assert.Equal(["talk", "summary", "chapters", "segments", "claims", "sources"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(4, root.GetProperty("segments").GetArrayLength());
        var claim = root.GetProperty("claims")[0];
        Assert.Equal("verified", claim.GetProperty("claim").GetProperty("status").GetString());
        Assert.Equal("five dollars, ]]> no \\more{} `than` that and it is", claim.GetProperty("verdict").GetProperty("evidence")[0].GetProperty("words").GetString());
        Assert.Equal(1, claim.GetProperty("history").GetArrayLength());
        Assert.Equal(64, root.GetProperty("sources")[0].GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public async Task Bibliographies_cite_the_talk_and_each_passage_once()
    {
        var slug = await JudgedAsync();
        var bib = await _library.TextAsync(slug, "bib");
        Assert.Equal([$"@misc{{{slug}2025,", $"@misc{{{slug}2025-s1-s2,"], bib.Split('\n').Where(l => l.StartsWith('@')));
        Assert.Equal(0, bib.Replace("\\{", "", StringComparison.Ordinal).Replace("\\}", "", StringComparison.Ordinal).Sum(c => c == '{' ? 1 : c == '}' ? -1 : 0));
        Assert.Contains("  howpublished = {A \\& B},\n", bib, StringComparison.Ordinal);
        Assert.Contains("  url = {https://www.youtube.com/watch?v=AbCdEf12_-3&t=5s},\n", bib, StringComparison.Ordinal);
        using var csl = JsonDocument.Parse(await _library.TextAsync(slug, "csl"));
        Assert.Equal(["broadcast", "broadcast"], csl.RootElement.EnumerateArray().Select(e => e.GetProperty("type").GetString()));
        Assert.Equal([2025, 3, 2], csl.RootElement[0].GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(p => p.GetInt32()));
        Assert.Equal("0:05", csl.RootElement[1].GetProperty("section").GetString());
    }

    [Theory]
    [InlineData("001")]
    [InlineData("002")]
    public async Task Captions_of_the_seeds_come_in_again_as_the_same_segments(string seed)
    {
        var slug = await _library.TakeInAsync(seed + ".txt", File.ReadAllBytes(Checkout.Seed(seed)));
        var segments = (await _library.Export.FindAsync(slug, Ct))!.Segments;
        foreach (var (format, id) in new[] { ("vtt", "webvtt"), ("srt", "subrip"), ("podcast", "podcast-json") })
        {
            var read = Reading.Of(await _library.TextAsync(slug, format));
            Assert.Equal(id, read.Format.Id);
            Assert.Equal(segments.Select(s => ((double?)s.StartMs, s.Speaker, s.Text)), read.Document.Segments.Select(s => (s.Start?.TotalMilliseconds, s.Speaker, s.Text)));
        }
    }

    [Theory]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Transcripts_without_times_leave_as_text_and_json_and_never_as_captions(string seed)
    {
        var slug = await _library.TakeInAsync(seed + ".txt", File.ReadAllBytes(Checkout.Seed(seed)));
        Assert.Null(await _library.BytesAsync(slug, "vtt"));
        Assert.Null(await _library.BytesAsync(slug, "srt"));
        var segments = (await _library.Export.FindAsync(slug, Ct))!.Segments;
        var read = Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(SourceText.FromText("p.json", await _library.TextAsync(slug, "podcast")), "podcast-json")).Source;
        Assert.Equal(segments.Select(s => (s.Speaker, s.Text)), read.Document.Segments.Select(s => (s.Speaker, s.Text)));
    }

    [Fact]
    public async Task An_archive_is_the_same_bytes_each_time_and_names_what_is_missing()
    {
        var slug = await _library.TakeInAsync("a.md", Talk);
        var notes = await _library.TakeInAsync("000.txt", File.ReadAllBytes(Checkout.Seed("000")));
        var formats = new[] { ExportFormat.Find("md")!, ExportFormat.Find("vtt")! };
        var archives = new List<byte[]>();
        for (var i = 0; i < 2; i++)
        {
            using var bytes = new MemoryStream();
            var missing = await TalkArchive.WriteAsync(bytes, _library.Export, [slug, notes, "nobody"], formats, ExportLibrary.Site, Ct);
            Assert.Equal(2, missing.Count); // notes have no times, and nobody is no talk
            archives.Add(bytes.ToArray());
        }

        Assert.Equal(archives[0], archives[1]);
        await using var zip = new ZipArchive(new MemoryStream(archives[0]));
        Assert.Contains(zip.Entries, e => e.FullName == TalkArchive.NotWritten);
    }

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData("  +1", "'  +1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\"=1\"", "\"'\"\"=1\"\"\"")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("plain – text", "plain – text")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Cells_are_quoted_and_cannot_be_run(string? cell, string written) => Assert.Equal(written + "\r\n", CsvText.Row(cell));

    [Fact]
    public void Cells_of_numbers_and_dates_are_the_same_everywhere() =>
        Assert.Equal("-5,1.5,true,2025-03-02,2025-03-02T10:00:00Z,\r\n", CsvText.Row(-5, 1.5, true, new DateOnly(2025, 3, 2), new DateTimeOffset(2025, 3, 2, 12, 0, 0, TimeSpan.FromHours(2)), null));

    public void Dispose() => _library.Dispose();

    /// <summary>A talk with two claims that are judged, one of them by two pieces of evidence.</summary>
    private async Task<string> JudgedAsync()
    {
        var slug = await _library.TakeInAsync("a.md", Talk);
        await _library.JudgeAsync(await _library.ClaimAsync(slug, 0), Status.Verified, new SegmentsEvidence(1, 2), new MomentEvidence(TimeSpan.FromSeconds(3), null, "heard"));
        await _library.JudgeAsync(await _library.ClaimAsync(slug, 1), Status.Refuted, new UrlEvidence("https://example.org/x?a=\"b\"", new DateOnly(2026, 4, 1)) { Note = "It broke" });
        return slug;
    }
}
