using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Notes;

/// <summary>
/// Keeps a folder of notes and the library together, one file a talk. What both have seen is kept for each file, so
/// that an edit on either side is known: a file that nobody edited is written when the library changed, an edited one is never
/// touched until a person has decided about each edit.
/// </summary>
public sealed class NoteSync
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkExport _export;
    private readonly NewNotes _newNotes;
    private readonly TimeProvider _time;

    internal NoteSync(IDbContextFactory<TalkNotesDb> databases, TalkExport export, NewNotes newNotes, TimeProvider time)
    {
        _databases = databases;
        _export = export;
        _newNotes = newNotes;
        _time = time;
    }

    /// <summary>Goes through a folder and the library once.</summary>
    /// <param name="folder">The folder; made if it is not there.</param>
    /// <param name="site">Where notes link to.</param>
    /// <param name="options">What to do besides.</param>
    /// <param name="progress">Told after each talk: done, all, path; may be null.</param>
    /// <param name="ct">Stops between two files; what was done stays.</param>
    public async Task<NoteSyncReport> RunAsync(
        string folder, ExportSite site, NoteSyncOptions options, IProgress<(int Done, int All, string Path)>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var root = Path.GetFullPath(folder);
        if (!options.IsDryRun)
        {
            Directory.CreateDirectory(root);
        }

        if (!options.IsDryRun)
        {
            await KeepSiteAsync(root, site, ct);
        }

        var files = new List<NoteFileReport>(await _newNotes.TakeInAsync(root, options.IsDryRun, ct));
        var skip = files.Where(f => f.Talk is not null && options.IsDryRun).Select(f => f.Talk!).ToHashSet(StringComparer.Ordinal);
        var slugs = await _export.SlugsAsync(ct);
        for (var i = 0; i < slugs.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            if (await _export.FindAsync(slugs[i], ct) is { } talk && !skip.Contains(slugs[i]))
            {
                var report = await TalkAsync(root, talk, site, options, ct);
                if (report.Outcome != NoteOutcome.Same || !files.Exists(f => f.Path == report.Path))
                {
                    files.Add(report);
                }

                progress?.Report((i + 1, slugs.Count, report.Path));
            }
        }

        return new NoteSyncReport(files);
    }

    /// <summary>Where the notes of a folder link to since its last run; null for a folder that had none.</summary>
    public async Task<ExportSite?> SiteOfAsync(string folder, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.NoteFolders.FindAsync([Path.GetFullPath(folder)], ct) is { } row ? new ExportSite(row.Site) : null;
    }

    /// <summary>Whoever decides about edits on a page must see the notes with the links that the files have.</summary>
    private async Task KeepSiteAsync(string root, ExportSite site, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (await db.NoteFolders.FindAsync([root], ct) is not { } row)
        {
            db.NoteFolders.Add(row = new NoteFolderRow { Folder = root, Site = site.Root });
        }

        row.Site = site.Root;
        await db.SaveChangesAsync(ct);
    }

    private async Task<NoteFileReport> TalkAsync(string root, ExportedTalk talk, ExportSite site, NoteSyncOptions options, CancellationToken ct)
    {
        var slug = talk.Talk.Slug;
        await using var db = await _databases.CreateDbContextAsync(ct);
        var row = await db.NoteFiles.FirstOrDefaultAsync(f => f.Folder == root && f.Talk.Slug == slug, ct);
        var path = row?.Path ?? $"{slug}.md";
        var place = Path.Combine(root, path);
        try
        {
            var ours = NotesWriter.Write(talk, site)!;
            var file = File.Exists(place) ? await File.ReadAllBytesAsync(place, ct) : null;
            if (file is not null && UnfinishedMerge.IsIn(SourceText.FromBytes(path, file)))
            {
                return new NoteFileReport(path, slug, NoteOutcome.Failed, [], UnfinishedMerge.Message);
            }

            ours = file is null || file.AsSpan().SequenceEqual(ours) ? ours : NoteText.WithLineEndsOf(ours, file);
            var (outcome, edits) = Compare(file, row?.Base, ours, options);
            if (!options.IsDryRun)
            {
                if (outcome is NoteOutcome.Written or NoteOutcome.Updated)
                {
                    await WriteAsync(place, file, ours, ct);
                }

                await RememberAsync(db, row, root, path, slug, file, ours, outcome, ct);
            }

            return new NoteFileReport(path, slug, outcome, edits);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new NoteFileReport(path, slug, NoteOutcome.Failed, [], e.Message);
        }
    }

    /// <summary>What a file, the text that both have seen, and the library's notes mean together.</summary>
    internal static (NoteOutcome Outcome, IReadOnlyList<NoteEdit> Edits) Compare(byte[]? file, byte[]? before, byte[] ours, NoteSyncOptions options)
    {
        if (file is null)
        {
            return (before is null || options.Restore ? NoteOutcome.Written : NoteOutcome.Removed, []);
        }

        if (file.AsSpan().SequenceEqual(ours))
        {
            return (NoteOutcome.Same, []);
        }

        if (before is not null && file.AsSpan().SequenceEqual(before))
        {
            return (NoteOutcome.Updated, []);
        }

        // Without a text that both have seen, every difference from the library's notes is an edit to decide.
        var edits = NoteEdits.Of(before ?? ours, file, ours).FindAll(e => e.Ours != e.After);
        return edits.Count > 0 ? (NoteOutcome.Edited, edits) : (NoteOutcome.Updated, []);
    }

    /// <summary>Never over an edit that came while the notes were worked out.</summary>
    private static async Task WriteAsync(string place, byte[]? read, byte[] ours, CancellationToken ct)
    {
        var now = File.Exists(place) ? await File.ReadAllBytesAsync(place, ct) : null;
        if (now is null != read is null || (now is not null && !now.AsSpan().SequenceEqual(read)))
        {
            throw new IOException("The file was edited this very moment; run it again");
        }

        if (now is not null && new FileInfo(place).IsReadOnly)
        {
            throw new UnauthorizedAccessException("The file is read-only, and the library has something else to write there");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await AtomicFile.WriteAsync(place, stream => stream.WriteAsync(ours, ct).AsTask(), ct);
    }

    private async Task RememberAsync(
        TalkNotesDb db, NoteFileRow? row, string root, string path, string slug, byte[]? file, byte[] ours, NoteOutcome outcome, CancellationToken ct)
    {
        if (outcome == NoteOutcome.Removed)
        {
            return;
        }

        if (row is null)
        {
            row = new NoteFileRow { Folder = root, Path = path, TalkId = await db.Talks.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(ct), Base = ours };
            db.NoteFiles.Add(row);
        }

        (row.Base, row.Edited) = outcome == NoteOutcome.Edited ? (row.Base, file) : (ours, null);
        row.SyncedAt = _time.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>What a run does besides.</summary>
/// <param name="IsDryRun">Writes nothing, neither files nor to the database.</param>
/// <param name="Restore">Writes files again that were removed outside.</param>
public sealed record NoteSyncOptions(bool IsDryRun = false, bool Restore = false);
