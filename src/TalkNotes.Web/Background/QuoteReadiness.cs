using TalkNotes.Core.Quotes;

namespace TalkNotes.Web.Background;

/// <summary>Keeps the words of the archive ready once the site is served, so that any quotation is checked as fast as the next.</summary>
internal sealed partial class QuoteReadiness(QuoteCheck quotes, FirstAnswer first, TimeProvider time, ILogger<QuoteReadiness> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.WaitAsync(stoppingToken); // the first page goes before
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await quotes.TendAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e); // the next check reads them instead, and says what is wrong
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to make the words of the archive ready for the next quotation")]
    private partial void LogFailed(Exception exception);
}
