using TalkNotes.Core.Upkeep;

namespace TalkNotes.Web.Background;

/// <summary>Makes the daily copies of the database while the site is served.</summary>
internal sealed partial class BackupClock(DailyBackups backups, TimeProvider time, ILogger<BackupClock> logger) : BackgroundService
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(FirstLook, time, stoppingToken);
        using var clock = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (backups.BackUpIfDue() is { } file)
                {
                    LogBackedUp(file);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // a full disk must not stop the site; the next look tries again
            }
        }
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backed up to {SourcePath}")]
    private partial void LogBackedUp(string sourcePath);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to make the daily backup")]
    private partial void LogFailed(Exception exception);
}
