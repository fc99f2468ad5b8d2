using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Background;

/// <summary>
/// Brings triage and the standing of verdicts up to date when the site starts, and whenever the library changed: by an
/// upload, the watched folder, a corrected name or <c>talknotes ingest</c> beside it. Visits of the desk do not wait for it.
/// </summary>
public sealed partial class ClaimWatcher(ClaimUpkeep upkeep, FirstAnswer first, TimeProvider time, ILogger<ClaimWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.WaitAsync(stoppingToken); // the first page goes before
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var _ in upkeep.ChangesAsync(Every, time, stoppingToken))
                {
                    await RefreshAsync(stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // a busy disk or a database that cannot be asked must not stop the site; all is looked at again
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        var report = await upkeep.RefreshAsync(progress: null, ct);
        if (report != new ClaimUpkeepReport(0, 0))
        {
            LogRefreshed(report.Checked, report.Settled);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Checked {ClaimCount} claims, looked at {VerdictCount} verdicts again")]
    private partial void LogRefreshed(int claimCount, int verdictCount);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to check claims after a change")]
    private partial void LogFailed(Exception exception);
}
