using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Tests.Claims;

namespace TalkNotes.Core.Tests.Export;

/// <summary>A library as the program keeps it: documents go in by their formats, verdicts by the desk, files come out.</summary>
internal sealed class ExportLibrary : IDisposable
{
    public static readonly ExportSite Site = new("https://notes.example.org");

    public ExportLibrary()
    {
        Claims = new ClaimQueries(Database, () => Core.Text.Glossary.Empty);
        Desk = new VerdictDesk(Database, Clock, () => Core.Text.Glossary.Empty);
        Talks = new TalkQueries(Database);
        Sources = new SourceQueries(Database);
        Export = new TalkExport(Talks, Sources, Claims);
        Ingester = new Ingester(Database, new TalkNotesOptions { DataDirectory = Path.GetDirectoryName(Database.Path)! }, Clock, NullLogger<Ingester>.Instance, SourceFormats.All);
    }

    public TestDatabase Database { get; } = new();

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 4, 12, 9, 0, 0, TimeSpan.Zero));

    public ClaimQueries Claims { get; }

    public VerdictDesk Desk { get; }

    public TalkQueries Talks { get; }

    public SourceQueries Sources { get; }

    public TalkExport Export { get; }

    public Ingester Ingester { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Takes a document in; the address of its talk.</summary>
    public async Task<string> TakeInAsync(string path, byte[] bytes)
    {
        var report = await Ingester.IngestAsync(SourceText.FromBytes(path, bytes), null, Ct);
        return report.Talk ?? throw new InvalidOperationException(report.Message);
    }

    public Task<string> TakeInAsync(string path, string text) => TakeInAsync(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The talk in one format; null when it lacks what the format needs.</summary>
    public async Task<byte[]?> BytesAsync(string slug, string format) =>
        ExportFormat.Find(format)!.Write((await Export.FindAsync(slug, Ct))!, Site);

    public async Task<string> TextAsync(string slug, string format) => Encoding.UTF8.GetString((await BytesAsync(slug, format))!);

    public async Task<ClaimSummary> ClaimAsync(string slug, int n) => (await Claims.OfTalkAsync(slug, Ct))[n];

    /// <summary>Records a verdict and insists that it is on record.</summary>
    public async Task JudgeAsync(ClaimSummary claim, string value, params EvidenceDraft[] evidence) => await JudgeAsync(new VerdictDraft
    {
        Claim = claim.Id, Value = value, Curator = "Ann", Evidence = evidence, Reasons = value is Status.Partly or Status.Refuted ? ["number"] : [],
        Searched = value == Status.NotSaid ? ["words"] : [],
    });

    public async Task JudgeAsync(VerdictDraft draft) => Assert.IsType<VerdictOutcome.Recorded>(await Desk.RecordAsync(draft, Ct));

    public void Dispose() => Database.Dispose();
}
