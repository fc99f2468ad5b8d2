using System.IO.Enumeration;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Notes;

/// <summary>Files of a folder of notes that the library has not seen: new notes of a person, or known ones under another path.</summary>
internal sealed class NewNotes(IDbContextFactory<TalkNotesDb> databases, TalkExport export, Ingester ingester, TimeProvider time)
{
    private const int LargestNotes = 4 * 1024 * 1024;

    public async Task<IReadOnlyList<NoteFileReport>> TakeInAsync(string root, bool isDryRun, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.NoteFiles.Where(f => f.Folder == root).Select(f => f.Path).ToListAsync(ct);
        var slugs = (await export.SlugsAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var reports = new List<NoteFileReport>();
        foreach (var path in Files(root).Where(p => !known.Contains(p) && !slugs.Contains(p[..^3])))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                reports.Add(await FileAsync(db, root, path, isDryRun, ct));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                reports.Add(new NoteFileReport(path, null, NoteOutcome.Failed, [], e.Message));
            }
        }

        return reports;
    }

    /// <summary>Markdown files in a fixed order; hidden folders are left out, and links to folders, which may lead in circles or out of this one.</summary>
    private static IEnumerable<string> Files(string root) => !Directory.Exists(root) ? [] : new FileSystemEnumerable<string>(
        root, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System })
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase),
        }
        .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
        .Where(p => !p.Split('/').Any(part => part.StartsWith('.')))
        .Order(StringComparer.Ordinal).ToList();

    private async Task<NoteFileReport> FileAsync(TalkNotesDb db, string root, string path, bool isDryRun, CancellationToken ct)
    {
        var place = Path.Combine(root, path);
        if (new FileInfo(place).Length > LargestNotes)
        {
            return new NoteFileReport(path, null, NoteOutcome.LeftAlone, [], "larger than notes are");
        }

        var bytes = await File.ReadAllBytesAsync(place, ct);
        var source = SourceText.FromBytes(path, bytes);
        if (UnfinishedMerge.IsIn(source))
        {
            return new NoteFileReport(path, null, NoteOutcome.Failed, [], UnfinishedMerge.Message);
        }

        if (SourceFormats.Parse(source) is not ParseResult.Parsed { Source: var parsed } || !IsNotes(parsed))
        {
            return new NoteFileReport(path, null, NoteOutcome.LeftAlone, [], "no notes about a talk: neither the address of a talk nor claims with markers");
        }

        if (parsed.Format.Id == FormatIds.OwnNotes && await MovedAsync(db, root, path, parsed, isDryRun, ct) is { } moved)
        {
            return moved;
        }

        if (isDryRun)
        {
            return new NoteFileReport(path, null, NoteOutcome.TakenIn, [], "would be taken in");
        }

        var report = await ingester.IngestAsync(source, parsed.Format.Id, ct);
        if (report.Talk is not { } slug)
        {
            return new NoteFileReport(path, null, NoteOutcome.Failed, [], report.Message);
        }

        var talk = await db.Talks.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(ct);
        if (await db.NoteFiles.AnyAsync(f => f.Folder == root && f.TalkId == talk, ct))
        {
            return new NoteFileReport(path, slug, NoteOutcome.LeftAlone, [], "taken in; another file is this talk's notes already");
        }

        db.NoteFiles.Add(new NoteFileRow { Folder = root, Path = path, TalkId = talk, Base = bytes, SyncedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return new NoteFileReport(path, slug, NoteOutcome.TakenIn, []);
    }

    /// <summary>Notes of this program that name their talk and lie elsewhere now.</summary>
    private static async Task<NoteFileReport?> MovedAsync(TalkNotesDb db, string root, string path, ParsedSource parsed, bool isDryRun, CancellationToken ct)
    {
        var slug = parsed.Document.Metadata.Fields.FirstOrDefault(f => f.Key == OwnNotesFormat.Key)?.Value;
        var row = await db.NoteFiles.FirstOrDefaultAsync(f => f.Folder == root && f.Talk.Slug == slug, ct);
        if (row is null || File.Exists(Path.Combine(root, row.Path)))
        {
            return null;
        }

        var from = row.Path;
        if (!isDryRun)
        {
            row.Path = path;
            await db.SaveChangesAsync(ct);
        }

        return new NoteFileReport(path, slug, NoteOutcome.Moved, [], $"was {from}");
    }

    /// <summary>A README has headings and bullets too: notes state the address of a talk, or mark their claims.</summary>
    private static bool IsNotes(ParsedSource parsed) => parsed.Format.Id == FormatIds.OwnNotes
        || (parsed.Format.Id == FormatIds.ClaimNotes && (parsed.Match.Strength == MatchStrength.Certain || parsed.Document.Metadata.VideoId is not null || parsed.Document.Metadata.Url is not null));
}
