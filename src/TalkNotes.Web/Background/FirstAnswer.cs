namespace TalkNotes.Web.Background;

/// <summary>
/// Holds background work back until somebody has been answered, since what it needs first, EF's model and code that is compiled when it is
/// used, would take the processor from the first page of a start; without a visitor it begins a moment after the site is there.
/// </summary>
public sealed class FirstAnswer(IHostApplicationLifetime site)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody has been answered.</summary>
    public void Given() => _given.TrySetResult();

    /// <summary>Until somebody has been answered, or the moment is over.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = site.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
        await Task.WhenAny(_given.Task, Task.Delay(Most, ct));
        ct.ThrowIfCancellationRequested();
    }
}
