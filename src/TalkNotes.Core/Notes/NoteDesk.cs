using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Export;
using TalkNotes.Core.Formats.Parts;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Notes;

/// <summary>
/// Where a person decides about edits that were made to notes outside. What is accepted becomes part of the talk's notes, or
/// a verdict where it brings its evidence; what is rejected stays on record. Neither happens by itself.
/// </summary>
public sealed class NoteDesk
{
    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkExport _export;
    private readonly VerdictDesk _verdicts;
    private readonly Ingester _ingester;
    private readonly TimeProvider _time;

    internal NoteDesk(IDbContextFactory<TalkNotesDb> databases, TalkExport export, VerdictDesk verdicts, Ingester ingester, TimeProvider time)
    {
        _databases = databases;
        _export = export;
        _verdicts = verdicts;
        _ingester = ingester;
        _time = time;
    }

    /// <summary>Every file whose edits wait, with its edits as things stand now; <paramref name="site"/> counts for folders that keep none of their own.</summary>
    public async Task<IReadOnlyList<WaitingNotes>> WaitingAsync(ExportSite site, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var files = await db.NoteFiles.AsNoTracking().Include(f => f.Talk).Where(f => f.Edited != null).OrderBy(f => f.Folder).ThenBy(f => f.Path).ToListAsync(ct);
        var sites = await db.NoteFolders.ToDictionaryAsync(f => f.Folder, f => new ExportSite(f.Site), ct);
        var waiting = new List<WaitingNotes>();
        foreach (var file in files)
        {
            if (await _export.FindAsync(file.Talk.Slug, ct) is { } talk)
            {
                var edits = NoteEdits.Of(file.Base, file.Edited!, NotesWriter.Write(talk, sites.GetValueOrDefault(file.Folder, site))!).FindAll(e => e.Ours != e.After);
                waiting.Add(new WaitingNotes(file.Id, file.Folder, file.Path, file.Talk.Slug, file.Talk.Title, edits));
            }
        }

        return waiting.FindAll(w => w.Edits.Count > 0);
    }

    /// <summary>Accepts or rejects one edit.</summary>
    /// <param name="file">Id of the file.</param>
    /// <param name="key">The edit's key.</param>
    /// <param name="accept">Whether the edit holds.</param>
    /// <param name="curator">Who decides.</param>
    /// <param name="site">Where notes link to.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<NoteDecision> DecideAsync(int file, string key, bool accept, string curator, ExportSite site, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var row = await db.NoteFiles.Include(f => f.Talk).SingleOrDefaultAsync(f => f.Id == file, ct);
        if (row?.Edited is null || await _export.FindAsync(row.Talk.Slug, ct) is not { } talk)
        {
            return new NoteDecision(false, "These notes have no edit that waits any more");
        }

        site = await db.NoteFolders.FindAsync([row.Folder], ct) is { } kept ? new ExportSite(kept.Site) : site;
        var plain = NotesWriter.Plain(talk, site);
        var ours = NotesWriter.Render(plain, ClaimMark.Of(talk, site));
        if (NoteEdits.Of(row.Base, row.Edited, ours).Find(e => e.Key == key) is not { } edit)
        {
            return new NoteDecision(false, "This edit is not in the file any more; nothing was changed");
        }

        var outcome = accept ? await AcceptAsync(talk, plain.Source, ours, row.Base, edit, curator, ct) : new NoteDecision(true, "Rejected; both texts stay on record");
        if (!outcome.IsDone)
        {
            return outcome;
        }

        row.Base = NoteText.With(row.Base, edit.InBase.First, edit.InBase.Count, edit.Lines);
        row.Edited = row.Base.AsSpan().SequenceEqual(row.Edited) ? null : row.Edited;
        db.NoteDecisions.Add(new NoteDecisionRow
        {
            FileId = row.Id,
            Kind = edit.Kind,
            Before = edit.Before,
            After = edit.After,
            Ours = edit.Ours,
            Answer = accept ? "accepted" : "rejected",
            Outcome = outcome.Message,
            Curator = curator,
            DecidedAt = _time.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
        return outcome;
    }

    private async Task<NoteDecision> AcceptAsync(
        ExportedTalk talk, SourceText own, byte[] ours, byte[] before, NoteEdit edit, string curator, CancellationToken ct)
    {
        if (edit.Kind == "marker")
        {
            var judged = await JudgeAsync(talk, edit, curator, ct);
            if (judged is { IsDone: true })
            {
                return judged;
            }

            var taken = await TakeAsync(talk, own, ours, before, edit, curator, ct);
            return taken.IsDone && judged is not null ? taken with { Message = judged.Message } : taken;
        }

        return await TakeAsync(talk, own, ours, before, edit, curator, ct);
    }

    /// <summary>A marker that names a status becomes a verdict if it brings its evidence; null when it names none.</summary>
    private async Task<NoteDecision?> JudgeAsync(ExportedTalk talk, NoteEdit edit, string curator, CancellationToken ct)
    {
        var tail = edit.Lines.Select(ClaimTail.Of).LastOrDefault(t => t.Marker is not null) ?? ClaimTail.Of(edit.Lines[^1]);
        var record = talk.Claims.FirstOrDefault(c => ClaimKey.TextHash(c.Claim.Text) == ClaimKey.TextHash(edit.Claim!));
        var status = tail.Marker is null ? Status.Unverified : ClaimMark.StatusOf(tail.Marker);
        if (record is null || status is null || (status == Status.Unverified && record.Verdict is null))
        {
            return null;
        }

        var outcome = await _verdicts.RecordAsync(
            new VerdictDraft
            {
                Claim = record.Claim.Id,
                Value = status,
                Curator = curator,
                Evidence = status == Status.Unverified ? [] : [.. tail.Links.Select(l => Evidence(l, talk)).OfType<EvidenceDraft>()],
                Note = "From edited notes",
            },
            ct);
        return outcome switch
        {
            VerdictOutcome.Recorded => new NoteDecision(true, status == Status.Unverified ? "Accepted: the verdict is withdrawn" : $"Accepted: recorded as {status}"),
            VerdictOutcome.Invalid invalid => new NoteDecision(false, $"Accepted as the notes’ own word, marked {status} in source file; no verdict: {invalid.Errors[0].Message}"),
            _ => new NoteDecision(false, $"Accepted as the notes’ own word, marked {status} in source file; no verdict"),
        };
    }

    /// <summary>A link to a place in this talk's transcript: by its time, or by the range in its address.</summary>
    private static SegmentsEvidence? Evidence((string Label, string Url) link, ExportedTalk talk)
    {
        var at = link.Url.IndexOf("?at=s", StringComparison.Ordinal);
        var place = at < 0 ? link.Label : link.Url[(at + 4)..].Split('#', '&')[0];
        return SegmentRange.Parse(place, talk.Segments) is { } range ? new SegmentsEvidence(range.First, range.Last) : null;
    }

    /// <summary>The edit goes into the talk's notes, which are read again; notes that this program wrote become a source by it.</summary>
    private async Task<NoteDecision> TakeAsync(ExportedTalk talk, SourceText own, byte[] ours, byte[] before, NoteEdit edit, string curator, CancellationToken ct)
    {
        var shown = edit.InBase.Count > 0 ? NoteBlocks.Of(before).Find(b => b.First == edit.InBase.First) : null;
        var held = edit.InOurs.Count > 0 ? NoteBlocks.Of(own.Bytes.ToArray()).Find(b => b.First == edit.InOurs.First) : null;
        var lines = NoteText.AsSource(edit.Lines, shown, held);
        var bytes = NoteText.With(own.Bytes.ToArray(), edit.InOurs.First, edit.InOurs.Count, lines);
        if (bytes.AsSpan().SequenceEqual(own.Bytes.Span))
        {
            return new NoteDecision(true, "Accepted; the notes say so already");
        }

        var path = talk.Notes?.Path ?? $"notes/{talk.Talk.Slug}.md";
        var report = await _ingester.By(new Author(curator, "notes")).TakeDecidedAsync(SourceText.FromBytes(path, bytes), ct);
        return report.Outcome == IngestOutcome.Failed
            ? new NoteDecision(false, $"The notes could not be read with this edit: {report.Message}")
            : new NoteDecision(true, "Accepted into the notes");
    }
}
