using TalkNotes.Core.Search;

namespace TalkNotes.Web.Background;

/// <summary>Keeps the files of the search index as the library grows and changes; small libraries have none.</summary>
internal sealed partial class IndexClerk(IndexKeeper keeper, FirstAnswer first, TimeProvider time, ILogger<IndexClerk> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.WaitAsync(stoppingToken); // the first page goes before
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var made in keeper.KeepAsync(Every, time, stoppingToken))
                {
                    if (made > 0)
                    {
                        LogMade(made);
                    }
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // a full disk must not stop the site: SQLite's own index answers
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made {FileCount} files of the search index")]
    private partial void LogMade(int fileCount);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to keep the files of the search index")]
    private partial void LogFailed(Exception exception);
}
