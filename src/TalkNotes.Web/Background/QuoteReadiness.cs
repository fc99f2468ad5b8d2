using TalkNotes.Core.Quotes;

namespace TalkNotes.Web.Background;

/// <summary>Reads the words of the archive once the site is served, so that the first quotation is checked as fast as the next.</summary>
internal sealed partial class QuoteReadiness(QuoteCheck quotes, ILogger<QuoteReadiness> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the site need not wait
        try
        {
            await quotes.PrepareAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e); // the first check reads them instead, and says what is wrong
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to read the words of the archive ahead of the first quotation")]
    private partial void LogFailed(Exception exception);
}
