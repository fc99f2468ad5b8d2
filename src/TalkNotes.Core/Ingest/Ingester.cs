using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// Takes documents in: from bytes to rows, one transaction a document. A known document writes nothing at all; a
/// document that cannot be taken in stops itself, not the others, and leaves only its report.
/// </summary>
public sealed partial class Ingester
{
    private const int ConstraintViolated = 19;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkNotesOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Ingester> _logger;
    private readonly ImmutableArray<ISourceFormat> _formats;
    private readonly TalkWriter _writer;

    internal Ingester(
        IDbContextFactory<TalkNotesDb> databases, TalkNotesOptions options, TimeProvider time, ILogger<Ingester> logger, ImmutableArray<ISourceFormat> formats, Author? author = null)
    {
        _formats = formats;
        _databases = databases;
        _options = options;
        _time = time;
        _logger = logger;
        _writer = new TalkWriter(databases, time, author ?? Author.Command);
    }

    /// <summary>The same, writing as somebody; without it whoever runs the program writes.</summary>
    public Ingester By(Author author) => new(_databases, _options, _time, _logger, _formats, author);

    /// <summary>Takes in files and folders, folders with all their sub-folders.</summary>
    /// <param name="paths">Files or folders; a file that is named is taken in even where a folder would pass it over.</param>
    /// <param name="formatId">A format for all of them, or null to let the content decide.</param>
    /// <param name="progress">Told after each document; may be null.</param>
    /// <param name="ct">Stops between two documents; what was done stays.</param>
    /// <exception cref="FileNotFoundException">A path does not exist; nothing was done.</exception>
    public async Task<IngestReport> IngestAsync(IReadOnlyList<string> paths, string? formatId, IProgress<IngestProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var named = paths.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        return await IngestAsync([.. paths.Select(LibraryFolder.At)], named, formatId, progress, ct);
    }

    /// <summary>Takes in what changed in a folder.</summary>
    /// <param name="folder">The library folder.</param>
    /// <param name="changed">Full paths of files and folders in it that were added or changed.</param>
    /// <param name="ct">Stops between two documents; what was done stays.</param>
    public Task<IngestReport> IngestChangedAsync(string folder, IReadOnlySet<string> changed, CancellationToken ct) =>
        IngestAsync([LibraryFolder.At(folder).Below(changed)], named: new HashSet<string>(), formatId: null, progress: null, ct);

    private async Task<IngestReport> IngestAsync(
        IReadOnlyList<LibraryFolder> folders, HashSet<string> named, string? formatId, IProgress<IngestProgress>? progress, CancellationToken ct)
    {
        var known = KnownSources.Load(_options.DatabasePath, _formats);
        var total = folders.Sum(f => f.Files.Length);
        var reports = new List<DocumentReport>();
        foreach (var folder in folders)
        {
            reports.AddRange(folder.Skipped.Select(s => new DocumentReport { Path = s.Path, Outcome = IngestOutcome.Skipped, Message = s.Reason }));
        }

        var done = 0;
        foreach (var folder in folders)
        {
            foreach (var file in SideFiles.InOrder(folder.Files, f => f.Path))
            {
                ct.ThrowIfCancellationRequested();
                var report = await IngestAsync(folder, file, named.Contains(file.FullPath), formatId, known, ct);
                reports.Add(report);
                progress?.Report(new IngestProgress(++done, total, report));
            }
        }

        return new IngestReport([.. reports]);
    }

    /// <summary>Files given together in the order in which they are best taken in: what says whose words stand beside it, first.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> files, Func<T, string> path) => SideFiles.InOrder(files, path);

    /// <summary>Takes in one document that lies in no folder, such as an upload.</summary>
    /// <param name="source">The document; its path is the name it goes by.</param>
    /// <param name="formatId">Its format, or null to let the content decide.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<DocumentReport> IngestAsync(SourceText source, string? formatId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FileContent.ReasonToRefuse(source.Bytes.Span) is { } reason
            ? FailAsync(source.Path, source.Sha256, $"The file is {reason}", [], ct)
            : WriteAsync(source, formatId, isElsewhere: (_, _) => true, ct);
    }

    /// <summary>Takes in what a person decided that a document says, even where it said the same before.</summary>
    /// <param name="source">The document under the path that it has in the library.</param>
    /// <param name="ct">Stops before anything is written.</param>
    internal Task<DocumentReport> TakeDecidedAsync(SourceText source, CancellationToken ct) =>
        WriteAsync(source, formatId: null, isElsewhere: (_, _) => true, ct, isDecided: true);

    /// <summary>
    /// Reads stored sources again, from the bytes in the library, whose format has learned something since, or that no
    /// format but the last resort knew.
    /// </summary>
    /// <param name="ct">Stops between two sources; what was done stays.</param>
    /// <param name="progress">Told sources done and sources to be read; may be null.</param>
    public async Task<IngestReport> RereadAsync(CancellationToken ct, IProgress<(int Done, int Total)>? progress = null)
    {
        var known = KnownSources.Load(_options.DatabasePath, _formats);
        var reports = new List<DocumentReport>();
        var due = known.All.Where(s => known.Find(s.Path, s.Sha256, s.IsFormatGiven ? s.Format : null) is null).ToList();
        foreach (var source in due)
        {
            ct.ThrowIfCancellationRequested();
            progress?.Report((reports.Count, due.Count));
            await using var db = await _databases.CreateDbContextAsync(ct);
            var bytes = await db.Originals.Where(o => o.Sha256 == source.Sha256).Select(o => o.Bytes).SingleAsync(ct);
            reports.Add(await WriteAsync(SourceText.FromBytes(source.Path, bytes), source.IsFormatGiven ? source.Format : null, isElsewhere: (_, _) => true, ct));
        }

        return new IngestReport([.. reports.Where(r => r.Outcome != IngestOutcome.Unchanged)]);
    }

    private async Task<DocumentReport> IngestAsync(
        LibraryFolder folder, LibraryFile file, bool isNamed, string? formatId, KnownSources known, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(file.FullPath).Length > FileContent.MaxBytes)
            {
                return await FailAsync(file.Path, null, $"The file is larger than {FileContent.MaxBytes / (1024 * 1024)} MB", [], ct);
            }

            bytes = await File.ReadAllBytesAsync(file.FullPath, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(file.Path, null, $"The file cannot be read: {e.Message}", [], ct);
        }

        formatId ??= known.GivenFormat(file.Path);
        if (known.Find(file.Path, Hash(bytes), formatId) is { } unchanged)
        {
            return unchanged;
        }

        if (FileContent.ReasonToRefuse(bytes) is { } reason)
        {
            return isNamed
                ? await FailAsync(file.Path, Hash(bytes), $"The file is {reason}", [], ct)
                : new DocumentReport { Path = file.Path, Outcome = IngestOutcome.Skipped, Message = reason };
        }

        return await WriteAsync(SourceText.FromBytes(file.Path, bytes), formatId, IsElsewhere, ct);

        bool IsElsewhere(string path, string sha256)
        {
            var other = Path.Combine(folder.Root, path);
            return File.Exists(other) && Hash(File.ReadAllBytes(other)) == sha256;
        }
    }

    private async Task<DocumentReport> WriteAsync(SourceText source, string? formatId, Func<string, string, bool> isElsewhere, CancellationToken ct, bool isDecided = false)
    {
        using var activity = Telemetry.Activities.StartActivity("ingest");
        activity?.SetTag("talknotes.source", source.Path);
        try
        {
            switch (SourceFormats.Parse(source, formatId ?? NamedFormat(source.Path), _formats))
            {
                case ParseResult.Parsed parsed:
                    var report = await _writer.WriteAsync(parsed.Source, formatId is not null, isElsewhere, isDecided, ct);
                    Telemetry.Documents.Add(1, KeyValuePair.Create<string, object?>("outcome", report.Outcome.ToString().ToLowerInvariant()));
                    LogTakenIn(source.Path, report.Outcome, parsed.Source.Format.Id, parsed.Source.Ledger.Total, parsed.Source.Ledger.Count(LineKind.Unrecognised));
                    return report;
                case ParseResult.Refused refused:
                    return await FailAsync(source.Path, source.Sha256, refused.Reason.Message, [refused.Reason], ct);
                default:
                    throw new InvalidOperationException("A format answers with a document or a refusal.");
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && !IsEnvironment(e))
        {
            LogFailed(e, source.Path);
            return await FailAsync(source.Path, source.Sha256, $"The document could not be taken in because of a fault in the program ({e.GetType().Name})", [], ct);
        }
    }

    /// <summary>Whether the database itself failed (full or read-only disk, busy): then no document can be taken in.</summary>
    private static bool IsEnvironment(Exception e) =>
        (e as SqliteException ?? e.InnerException as SqliteException) is { SqliteErrorCode: not ConstraintViolated };

    /// <summary>Keeps the report of a failure; the same failure of the same bytes is written once.</summary>
    private async Task<DocumentReport> FailAsync(string path, string? sha256, string message, IEnumerable<Diagnostic> diagnostics, CancellationToken ct)
    {
        Telemetry.Documents.Add(1, KeyValuePair.Create<string, object?>("outcome", "failed"));
        await using var db = await _databases.CreateDbContextAsync(ct);
        var failure = await db.IngestFailures.FindAsync([path], ct);
        if (failure is null || failure.Sha256 != sha256 || failure.Message != message)
        {
            if (failure is null)
            {
                db.IngestFailures.Add(failure = new IngestFailureRow { Path = path, Message = message });
            }

            (failure.Sha256, failure.Message, failure.FailedAt) = (sha256, message, _time.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }

        return new DocumentReport { Path = path, Outcome = IngestOutcome.Failed, Message = message, Diagnostics = [.. diagnostics] };
    }

    private string? NamedFormat(string path) => SourceFormats.NamedBy(path) is { } id && _formats.Any(f => f.Id == id) ? id : null;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [LoggerMessage(Level = LogLevel.Information, Message = "Took in {SourcePath}: {Outcome} as {FormatId}, {LineCount} lines, {UnrecognisedCount} unrecognised")]
    private partial void LogTakenIn(string sourcePath, IngestOutcome outcome, string formatId, int lineCount, int unrecognisedCount);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to take in {SourcePath}")]
    private partial void LogFailed(Exception exception, string sourcePath);
}
