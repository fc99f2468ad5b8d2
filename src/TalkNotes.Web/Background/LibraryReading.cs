using TalkNotes.Core;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Upkeep;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Background;

/// <summary>
/// Brings a library up to date at a start: reads sources again whose format has learned something, makes an index anew that
/// another version made or that is unfinished, takes in what is new in the library folder. With ten thousand talks that takes
/// minutes, so the site is served meanwhile from what is there already, and the status page says how far it has come.
/// </summary>
public sealed partial class LibraryReading(
    Ingester ingester, Reindexer reindexer, SameTalks same, LibraryDatabase database, TalkNotesOptions options, ILogger<LibraryReading> logger)
{
    /// <summary>A first start has nothing to show, so the first talks are waited for.</summary>
    private static readonly TimeSpan MostOfTheFirstTalks = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan MostOtherwise = TimeSpan.FromMilliseconds(200);

    /// <summary>Ends when everything is up to date.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>What is being done and how far it has come, in words; null when nothing is left to do.</summary>
    public string? Now { get; private set; }

    /// <summary>What came of the folder; null before it was read.</summary>
    public IngestReport? Folder { get; private set; }

    /// <summary>Begins, and waits for little work to be done, so that small changes are there from the first page on.</summary>
    /// <exception cref="Exception">What kept it from being done in that time, such as a full disk.</exception>
    public async Task BeginAsync(CancellationToken ct)
    {
        var most = database.CountTalks() == 0 ? MostOfTheFirstTalks : MostOtherwise;
        Completion = Task.Run(() => ReadAsync(ct), ct);
        if (await Task.WhenAny(Completion, Task.Delay(most, ct)) == Completion)
        {
            await Completion;
        }
        else
        {
            _ = Completion.ContinueWith(t => Fail(t.Exception!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        await ingester.By(Author.Program).RereadAsync(ct, new ImmediateProgress<(int Done, int Total)>(p => Now = $"Reading sources again that the program understands better now: {Show.Count(p.Done)} of {Show.Count(p.Total)}"));
        if (reindexer.IsDue())
        {
            await reindexer.ReindexAsync(new ImmediateProgress<(int Done, int Total)>(p => Now = $"Making the search index anew: {Show.Count(p.Done)} of {Show.Count(p.Total, "talk")}; a search finds what is in it already"), ct);
        }

        if (Directory.Exists(options.LibraryDirectory))
        {
            Now = "Reading the library folder";
            Folder = await ingester.By(Author.Folder).IngestAsync([options.LibraryDirectory], formatId: null, new ImmediateProgress<IngestProgress>(p => Now = $"Reading the library folder: {Show.Count(p.Done)} of {Show.Count(p.Total, "document")}"), ct);
        }

        if (!database.IsCompared())
        {
            Now = "Comparing transcripts";
            await same.CompleteAsync(ct);
        }

        Now = null;
    }

    private void Fail(AggregateException failure)
    {
        if (failure.InnerException is not OperationCanceledException)
        {
            Now = $"The library could not be brought up to date ({Failures.Explain(failure.InnerException!) ?? failure.InnerException!.GetType().Name}). What was there is served; start the program again";
            LogFailed(failure.InnerException!);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to bring the library up to date")]
    private partial void LogFailed(Exception exception);
}
