using TalkNotes.Core.Curation;
using TalkNotes.Core.Export;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Tests.Claims;
using TalkNotes.Core.Tests.Ingest;

namespace TalkNotes.Core.Tests.Curation;

/// <summary>A folder of documents, a database, and everything that reads or corrects it.</summary>
internal sealed class CurationLibrary : IDisposable
{
    public const string Ada = "ada";

    public CurationLibrary()
    {
        var writer = new CorrectionWriter(Files.Database, Clock);
        Talk = new TalkDesk(writer);
        Speaker = new SpeakerDesk(writer);
        Words = new WordsDesk(Files.Database, writer);
        Undo = new CorrectionUndo(writer);
        Same = new SameTalks(Files.Database);
        SameDesk = new SameTalkDesk(writer);
        Corrections = new CorrectionQueries(Files.Database);
        Talks = new TalkQueries(Files.Database);
        Speakers = new SpeakerQueries(Files.Database);
        Search = new PassageSearch(Files.Database, new SearchCaches(), new GlossaryFile(Path.Combine(Files.Folder, "glossary.yaml")));
    }

    public TestLibrary Files { get; } = new();

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 4, 12, 9, 0, 0, TimeSpan.Zero));

    public TalkDesk Talk { get; }

    public SpeakerDesk Speaker { get; }

    public WordsDesk Words { get; }

    public CorrectionUndo Undo { get; }

    public SameTalks Same { get; }

    public SameTalkDesk SameDesk { get; }

    public CorrectionQueries Corrections { get; }

    public TalkQueries Talks { get; }

    public SpeakerQueries Speakers { get; }

    public PassageSearch Search { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Must be recorded; the number, for an undo.</summary>
    public static async Task<int> Recorded(Task<CurationOutcome> outcome) => Assert.IsType<CurationOutcome.Recorded>(await outcome).Id;

    public Task UndoAsync(int id) => Recorded(Undo.UndoAsync(id, Ada, Ct));

    /// <summary>Reads every file of the library again from its bytes, as after a new version of its format.</summary>
    public Task RereadAsync(int revision) => Files.IngestAsync(format: new LineFormat(revision));

    public async Task<IReadOnlyList<TranscriptSegment>> SegmentsAsync(string talk) => (await Talks.SegmentsAsync(talk, Ct))!;

    public async Task<IEnumerable<string?>> VoicesAsync(string talk) => (await SegmentsAsync(talk)).Select(s => s.Speaker);

    public async Task<TalkSummary> SummaryAsync(string talk) => (await Talks.FindAsync(talk, Ct))!.Talk;

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(string query) =>
        (await Search.SearchAsync(new SearchRequest { Query = query, Limit = 20 }, Ct)).Hits;

    public async Task<string> ExportAsync(string talk, string format) =>
        System.Text.Encoding.UTF8.GetString(ExportFormat.Find(format)!.Write(
            (await new TalkExport(Talks, new SourceQueries(Files.Database), new Core.Claims.ClaimQueries(Files.Database, () => Core.Text.Glossary.Empty)).FindAsync(talk, Ct))!, new ExportSite(ExportSite.Default))!);

    public void Dispose() => Files.Dispose();
}
