using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Tests.Ingest;
using TalkNotes.Core.Text;
using TalkNotes.Core.Upkeep;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Upkeep;

public class LibraryCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Library_that_was_taken_in_is_sound()
    {
        using var library = await FilledAsync();
        var report = await CheckAsync(library);
        Assert.Empty(report.Findings);
        Assert.Equal((1, 1, 2), (report.Talks, report.Sources, report.Claims));
    }

    [Theory]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(70_000)]
    public async Task Library_with_a_word_that_the_index_cuts_is_sound(int letters)
    {
        using var library = await FilledAsync();
        await library.IngestAsync("b.txt", ["title: On long words", $"Ann Lee> It says {new string('q', letters)} and then more."]);
        Assert.Empty((await CheckAsync(library)).Findings);
    }

    [Theory]
    [InlineData("UPDATE sources SET sha256 = (SELECT sha256 FROM originals WHERE bytes = x'00')", "source", "does not hold the bytes")]
    [InlineData("UPDATE sources SET used_count = used_count - 1, chrome_count = chrome_count + 1", "source", "does not add up")]
    [InlineData("DELETE FROM segments WHERE n = 0", "source", "segments, not")]
    [InlineData("UPDATE segments SET last_line = 99 WHERE n = 1", "source", "outside its lines")]
    [InlineData("UPDATE talks SET transcript_id = NULL", "talk", "none is primary")]
    [InlineData("INSERT INTO talks (slug, added_at, changed_at) VALUES ('empty', 0, 0)", "talk", "empty has no source")]
    [InlineData("INSERT INTO talk_slugs SELECT slug, id FROM talks", "talk", "also redirects")]
    [InlineData("UPDATE claims SET text = 'other words' WHERE id = 1", "claim", "hash does not name")]
    [InlineData("UPDATE claims SET withdrawn_at = 1 WHERE id = 1", "claim", "is withdrawn, but")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE segments SET speaker_id = 99 WHERE n = 0", "database", "points at a row of speakers")]
    [InlineData("DROP TRIGGER originals_keep", "database", "trigger originals_keep is missing")]
    [InlineData("CREATE TABLE stranger (a)", "database", "stranger does not belong")]
    [InlineData("DELETE FROM passages_fts WHERE rowid = 1", "index", "lacks 1 passages")]
    [InlineData("UPDATE passages SET text = text || ' not' WHERE id = 1", "index", "passages of on-reasoning-at-length")]
    [InlineData("UPDATE passages SET origin = 'spoken' WHERE kind = 'claim'", "index", "passages of on-reasoning-at-length")]
    [InlineData("UPDATE passages_fts SET words = 'it thinks shorter', stems = 'it think short' WHERE rowid = 1", "index", "other words than the passages")]
    [InlineData("PRAGMA user_version = 1", "database", "schema version 1")]
    public async Task What_is_wrong_is_found(string damage, string area, string message)
    {
        using var library = await FilledAsync();
        Run(library, "INSERT INTO originals VALUES ('" + new string('0', 64) + "', x'00')");
        Run(library, damage);
        var finding = Assert.Single((await CheckAsync(library)).Findings, f => f.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(area, finding.Area);
    }

    [Theory]
    [InlineData("UPDATE segments SET text = text || ' not' WHERE n = 1")]
    [InlineData("UPDATE segments SET start_ms = 7 WHERE n = 0")]
    public async Task Words_and_times_that_the_file_does_not_have_are_found(string damage)
    {
        using var library = new TestLibrary();
        await File.WriteAllTextAsync(Path.Combine(library.Folder, "talk.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>It thinks longer.\n\n00:03.000 --> 00:04.000\n<v Bo Ek>Why is that?\n", Ct);
        await new Ingester(library.Database, library.Options, TimeProvider.System, NullLogger<Ingester>.Instance, SourceFormats.All).IngestAsync([library.Folder], null, null, Ct);
        Assert.Empty((await CheckAsync(library)).Findings);
        Run(library, damage);
        Assert.Contains("do not read as its file", Assert.Single((await CheckAsync(library)).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_file_is_found()
    {
        using var library = await FilledAsync();
        Run(library, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(library.Database.Path))
        {
            file.Position = 4096 * 3;
            file.Write(new byte[4096 * 4]);
        }

        var report = await CheckAsync(library);

        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, f => Assert.Equal("database", f.Area));
    }

    [Fact]
    public async Task Evidence_is_read_again_in_the_version_that_was_quoted()
    {
        using var library = new TestLibrary();
        File.Copy(Checkout.Seed("003"), Path.Combine(library.Folder, "talk.txt"));
        await TakeInAsync(library);
        await library.ReadAsync(db =>
        {
            var talk = db.Talks.Single();
            var source = db.Sources.Single();
            var segments = db.Segments.OrderBy(s => s.N).Skip(30).Take(3).ToList();
            var claim = db.Claims.FirstOrDefault() ?? db.Claims.Add(new ClaimRow
            {
                PublicId = "aaaaaaaaaa", TalkId = talk.Id, Text = "t", TextHash = ClaimKey.TextHash("t"), Kind = "claim", Origin = "person",
            }).Entity;
            var verdict = new VerdictRow
            {
                Claim = claim, Question = "fidelity", Value = "verified", Reasons = "[]", Curator = "test", ClaimText = claim.Text, TextHash = claim.TextHash, Searched = "[]",
            };
            verdict.Evidence.Add(Evidence(0, string.Join(' ', segments.Select(s => s.Text))));
            verdict.Evidence.Add(Evidence(1, "words that nobody said in this talk at all"));
            db.Verdicts.Add(verdict);
            return db.SaveChangesAsync(Ct);

            EvidenceRow Evidence(int n, string words) => new()
            {
                N = n, Kind = "segments", Stance = "supports", TalkId = talk.Id, SourceSha256 = source.Sha256,
                FirstSegment = segments[0].N, LastSegment = segments[2].N, Words = words,
            };
        });
        File.AppendAllText(Path.Combine(library.Folder, "talk.txt"), "\nThe end.\n");
        await TakeInAsync(library);

        var report = await CheckAsync(library);

        Assert.Equal(2, report.Evidence);
        Assert.Contains("no longer read as quoted", Assert.Single(report.Findings).Message, StringComparison.Ordinal);

        Task TakeInAsync(TestLibrary to) => new Ingester(
            to.Database, to.Options, TimeProvider.System, NullLogger<Ingester>.Instance, SourceFormats.All)
            .IngestAsync([to.Folder], null, null, Ct);
    }

    private static async Task<TestLibrary> FilledAsync()
    {
        var library = new TestLibrary();
        await library.IngestAsync("a.txt", ["title: On reasoning at length", "Ann Lee> It thinks longer.", "Bo Ek> Why?", "- It thinks longer", "- It costs more"]);
        using var connection = Database.Open(library.Database.Path);
        Maintenance.SetIndexRevision(connection, Tokens.Revision); // as the program leaves an index that is whole
        return library;
    }

    private static Task<CheckReport> CheckAsync(TestLibrary library) =>
        new LibraryCheck(library.Database, library.Options).CheckAsync(Ct);

    private static void Run(TestLibrary library, string sql)
    {
        using var connection = Database.Open(library.Database.Path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
