using System.Threading.Channels;
using TalkNotes.Core;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Web.Background;

/// <summary>
/// Takes in what is added to or changed in the library folder while the site is served, once nothing has changed there for
/// a moment, so that a file is not read while it is still being written.
/// </summary>
public sealed partial class LibraryWatcher(Ingester ingester, TalkNotesOptions options, TimeProvider time, ILogger<LibraryWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();

    /// <summary>Full path of the folder that is watched; null when none is.</summary>
    public string? Folder { get; private set; }

    /// <summary>What the last change brought, and when; null when nothing changed since the start.</summary>
    public (DateTimeOffset At, IngestReport Report)? Last { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var folder = Path.GetFullPath(options.LibraryDirectory);
        if (!options.WatchLibrary || !Directory.Exists(folder))
        {
            return;
        }

        using var watcher = Watch(folder);
        if (watcher is null)
        {
            return;
        }

        Folder = folder;
        while (await _changed.Reader.WaitToReadAsync(stoppingToken))
        {
            await TakeInAsync(folder, await ChangedAsync(stoppingToken), stoppingToken);
        }
    }

    private FileSystemWatcher? Watch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
            watcher.Created += (_, e) => Note(e.FullPath);
            watcher.Changed += (_, e) => Note(e.FullPath);
            watcher.Renamed += (_, e) => Note(e.FullPath);
            watcher.Error += (_, _) => _changed.Writer.TryWrite(folder); // too much at once: look at everything
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException e)
        {
            LogNotWatched(e, folder); // the system allows no more watchers
            return null;
        }
    }

    /// <summary>Remembers a change; what the program itself writes is none, else its own writing would go on for ever.</summary>
    private void Note(string path)
    {
        if (!DataFolder.Keeps(Path.GetFullPath(options.DataDirectory), path))
        {
            _changed.Writer.TryWrite(path);
        }
    }

    /// <summary>Everything that changed until nothing changed for a moment.</summary>
    private async Task<HashSet<string>> ChangedAsync(CancellationToken ct)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            while (_changed.Reader.TryRead(out var path))
            {
                changed.Add(path);
            }

            await Task.Delay(Quiet, time, ct);
        }
        while (_changed.Reader.TryPeek(out _));

        return changed;
    }

    private async Task TakeInAsync(string folder, HashSet<string> changed, CancellationToken ct)
    {
        try
        {
            var report = await ingester.By(Author.Folder).IngestChangedAsync(folder, changed, ct);
            if (report.Documents.Length > 0)
            {
                Last = (time.GetUtcNow(), report);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, folder); // a full disk must not stop the site
            await Task.Delay(Pause, time, ct);
            foreach (var path in changed)
            {
                _changed.Writer.TryWrite(path);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot watch {SourcePath}; changes there are taken in at the next start")]
    private partial void LogNotWatched(Exception exception, string sourcePath);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to take in changes of {SourcePath}, trying again soon")]
    private partial void LogFailed(Exception exception, string sourcePath);
}
