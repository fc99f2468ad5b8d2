using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>A folder of documents in <see cref="LineFormat"/> and a database to take them into.</summary>
internal sealed class TestLibrary : IDisposable
{
    private readonly TempFolder _folder = new();

    public TestDatabase Database { get; } = new();

    public string Folder => _folder.Path;

    /// <summary>Settings that lead to <see cref="Database"/>.</summary>
    public TalkNotesOptions Options => new() { DataDirectory = Path.GetDirectoryName(Database.Path)! };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Write(string path, params string[] lines) => _folder.Write(path, string.Join('\n', lines) + "\n");

    public void Delete(string path) => File.Delete(_folder[path]);

    public void Move(string from, string to) => File.Move(_folder[from], _folder[to]);

    public Ingester Ingester(ISourceFormat? format = null) =>
        new(Database, Options, TimeProvider.System, NullLogger<Ingester>.Instance, [format ?? new LineFormat()]);

    /// <summary>Takes in the folder, or one folder or file below it.</summary>
    public Task<IngestReport> IngestAsync(string below = "", ISourceFormat? format = null) =>
        Ingester(format).IngestAsync([Path.Combine(Folder, below)], null, null, Ct);

    /// <summary>Writes one file and takes in the folder; the report of that file.</summary>
    public async Task<DocumentReport> IngestAsync(string path, string[] lines)
    {
        Write(path, lines);
        return (await IngestAsync()).Documents.Single(d => d.Path == path);
    }

    public async Task<T> ReadAsync<T>(Func<TalkNotesDb, Task<T>> read)
    {
        await using var db = Database.CreateDbContext();
        return await read(db);
    }

    public Task<List<TalkRow>> TalksAsync() =>
        ReadAsync(db => db.Talks.Include(t => t.Sources).Include(t => t.Transcript).OrderBy(t => t.Id).ToListAsync(Ct));

    public Task<ClaimRow> ClaimAsync(string text) =>
        ReadAsync(db => db.Claims.Include(c => c.Mentions).Include(c => c.Verdicts).Include(c => c.Talk).SingleAsync(c => c.TextHash == ClaimKey.TextHash(text), Ct));

    /// <summary>A person's verdict, as the desk would record it.</summary>
    public async Task VerifyAsync(string text) => await VerifyAsync((await ClaimAsync(text)).Id);

    public async Task VerifyAsync(int claimId)
    {
        await using var db = Database.CreateDbContext();
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId, Ct);
        db.Verdicts.Add(new VerdictRow
        {
            ClaimId = claim.Id, N = await db.Verdicts.CountAsync(v => v.ClaimId == claim.Id, Ct), Question = "fidelity", Value = "verified", Reasons = "[]", Curator = "test", ClaimText = claim.Text,
            TextHash = claim.TextHash, Searched = "[]", GivenAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync(Ct);
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
