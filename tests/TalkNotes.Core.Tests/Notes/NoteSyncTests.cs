using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;
using TalkNotes.Core.Notes;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Notes;

/// <summary>Every state that a file, the text both sides have seen, and the library can be in.</summary>
public sealed class NoteSyncTests : IDisposable
{
    private const string Notes = "# A talk about models\n\nSummary for: https://youtu.be/3K-R4yVjJfU\n\n## Claims\n\n- One thing was said at length. [Unverified]\n- Another thing was never mentioned. [Unverified]\n- A third thing is open. [Unverified]\n";
    private const string Transcript = "---\nurl: https://youtu.be/3K-R4yVjJfU\n---\n\n- [00:01] We said one thing at length.\n- [00:05] And we said another one.\n- [00:09] The end of it all.\n";

    private readonly NotesFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => _slug + ".md";

    private string _slug = "";

    [Fact]
    public async Task Where_notes_link_to_is_kept_with_the_folder_and_counts_for_edits_too()
    {
        await StartAsync();
        var site = new ExportSite("https://notes.example");
        await _folder.Sync.RunAsync(_folder.Path, site, new NoteSyncOptions(), null, Ct);
        Assert.Equal(site, await _folder.Sync.SiteOfAsync(_folder.Path, Ct));
        await _folder.Sync.RunAsync(_folder.Path, new ExportSite("https://other.example"), new NoteSyncOptions(IsDryRun: true), null, Ct);
        Assert.Equal(site, await _folder.Sync.SiteOfAsync(_folder.Path, Ct)); // a dry run keeps nothing
        Assert.Null(await _folder.Sync.SiteOfAsync(_folder.Path + "-elsewhere", Ct));

        // whoever looks from another address sees the edit alone, not every link as a conflict
        await VerifyAsync(0);
        await _folder.Sync.RunAsync(_folder.Path, site, new NoteSyncOptions(), null, Ct);
        _folder.Edit(File, "A third thing", "A fourth thing");
        await _folder.Sync.RunAsync(_folder.Path, site, new NoteSyncOptions(), null, Ct);
        var waiting = Assert.Single(await _folder.Desk.WaitingAsync(new ExportSite("http://localhost"), Ct));
        Assert.False(Assert.Single(waiting.Edits).IsConflict);
        Assert.True((await _folder.Desk.DecideAsync(waiting.Id, waiting.Edits[0].Key, accept: false, "Ann", new ExportSite("http://localhost"), Ct)).IsDone);
    }

    [Fact]
    public async Task Unchanged_notes_stay_and_a_verdict_is_written_where_nobody_edited()
    {
        await StartAsync();
        Assert.Equal(Notes, _folder.Read(File));
        Assert.Equal(NoteOutcome.Same, (await _folder.RunOneAsync()).Outcome);
        await VerifyAsync(0);
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync(new NoteSyncOptions(IsDryRun: true))).Outcome);
        Assert.Equal(Notes, _folder.Read(File)); // a dry run writes nothing
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync()).Outcome);
        Assert.Equal(Notes.Replace("length. [Unverified]", "length. [Verified] [0:01](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=1s)", StringComparison.Ordinal), _folder.Read(File));
        Assert.Equal(NoteOutcome.Same, (await _folder.RunOneAsync()).Outcome);
    }

    [Fact]
    public async Task An_edited_file_waits_and_is_not_written_whatever_the_library_does()
    {
        await StartAsync();
        _folder.Edit(File, "A third thing", "A fourth thing");
        var edited = _folder.Read(File);
        var report = await _folder.RunOneAsync();
        Assert.Equal(NoteOutcome.Edited, report.Outcome);
        var edit = Assert.Single(report.Edits);
        Assert.Equal(("wording", false), (edit.Kind, edit.IsConflict));
        await VerifyAsync(0);
        report = await _folder.RunOneAsync();
        Assert.Equal(edit.Key, Assert.Single(report.Edits).Key);
        Assert.Equal(edited, _folder.Read(File));
    }

    [Fact]
    public async Task One_changed_marker_changes_exactly_one_claim_and_needs_its_evidence()
    {
        await StartAsync();
        var before = await _folder.Library.Claims.OfTalkAsync(_slug, Ct);
        _folder.Edit(File, "length. [Unverified]", "length. [Verified] [0:01](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=1s)");
        Assert.Equal("marker", Assert.Single((await _folder.RunOneAsync()).Edits).Kind);
        Assert.Equal("Accepted: recorded as verified", Assert.Single(await _folder.DecideAllAsync(accept: true)).Message);
        var after = await _folder.Library.Claims.OfTalkAsync(_slug, Ct);
        Assert.Equal(before.Select(c => c.Id), after.Select(c => c.Id));
        Assert.Equal([Status.Verified, Status.Unverified, Status.Unverified], after.Select(c => c.Status));
        var text = _folder.Read(File);
        Assert.True((await _folder.RunAsync()).IsSettled);
        Assert.Equal(text, _folder.Read(File));
    }

    [Fact]
    public async Task A_marker_without_evidence_never_becomes_a_verdict()
    {
        await StartAsync();
        _folder.Edit(File, "mentioned. [Unverified]", "mentioned. [Verified]");
        await _folder.RunAsync();
        Assert.Contains("marked verified in source file; no verdict", Assert.Single(await _folder.DecideAllAsync(accept: true)).Message, StringComparison.Ordinal);
        var claim = await _folder.Library.ClaimAsync(_slug, 1);
        Assert.Equal((Status.Unverified, "Verified", 0), (claim.Status, claim.Marker, claim.Verdicts));
        Assert.True((await _folder.RunAsync()).IsSettled);
        Assert.Contains("mentioned. [Verified]\n", _folder.Read(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_marker_back_withdraws_the_verdict_and_keeps_it_on_record()
    {
        await StartAsync();
        await VerifyAsync(0);
        await _folder.RunAsync();
        _folder.Edit(File, "[Verified] [0:01](https://www.youtube.com/watch?v=3K-R4yVjJfU&t=1s)", "[Unverified]");
        await _folder.RunAsync();
        Assert.Equal("Accepted: the verdict is withdrawn", Assert.Single(await _folder.DecideAllAsync(accept: true)).Message);
        var claim = await _folder.Library.ClaimAsync(_slug, 0);
        Assert.Equal((Status.Unverified, 2), (claim.Status, claim.Verdicts));
        Assert.True((await _folder.RunAsync()).IsSettled);
        Assert.Equal(Notes, _folder.Read(File));
    }

    [Fact]
    public async Task Claims_are_reworded_added_and_removed_one_by_one()
    {
        await StartAsync();
        await VerifyAsync(0);
        await _folder.RunAsync();
        _folder.Edit(File, "One thing was said", "Two things were said");
        _folder.Edit(File, "- Another thing was never mentioned. [Unverified]\n", "");
        _folder.Edit(File, "is open. [Unverified]\n", "is open. [Unverified]\n- Brand new words by a person. [Unverified]\n");
        _folder.Edit(File, "## Claims\n", "## Claims\n\nA paragraph of prose.\n");
        var report = await _folder.RunOneAsync();
        Assert.Equal(["text", "wording", "removed", "added"], report.Edits.Select(e => e.Kind));
        var waiting = Assert.Single(await _folder.Desk.WaitingAsync(Export.ExportLibrary.Site, Ct));
        var removed = waiting.Edits.Single(e => e.Kind == "removed");
        await _folder.Desk.DecideAsync(waiting.Id, removed.Key, accept: false, "Ann", Export.ExportLibrary.Site, Ct);
        await _folder.DecideAllAsync(accept: true);
        Assert.True((await _folder.RunAsync()).IsSettled);
        var claims = await _folder.Library.Claims.OfTalkAsync(_slug, Ct);
        Assert.Contains(claims, c => c is { Text: "Two things were said at length.", Status: Status.Unverified, Marker: "Unverified" }); // a verdict never slides onto other words
        Assert.Contains(claims, c => c.Text == "Another thing was never mentioned.");
        Assert.Contains(claims, c => c.Text == "Brand new words by a person.");
        Assert.DoesNotContain(claims, c => c.Text == "One thing was said at length.");
        Assert.Equal("# A talk about models\n\nSummary for: https://youtu.be/3K-R4yVjJfU\n\n## Claims\n\nA paragraph of prose.\n\n- Two things were said at length. [Unverified]\n- Another thing was never mentioned. [Unverified]\n"
            + "- A third thing is open. [Unverified]\n- Brand new words by a person. [Unverified]\n", _folder.Read(File));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_conflict_shows_three_texts_and_loses_none(bool accept)
    {
        await StartAsync();
        _folder.Edit(File, "length. [Unverified]", "length. [Refuted]");
        await VerifyAsync(0);
        var edit = Assert.Single((await _folder.RunOneAsync()).Edits);
        Assert.True(edit.IsConflict);
        Assert.EndsWith("[Unverified]", edit.Before, StringComparison.Ordinal);
        Assert.EndsWith("[Refuted]", edit.After, StringComparison.Ordinal);
        Assert.Contains("[Verified] [0:01]", edit.Ours, StringComparison.Ordinal);
        await _folder.DecideAllAsync(accept);
        Assert.True((await _folder.RunAsync()).IsSettled);
        Assert.Contains("length. [Verified] [0:01]", _folder.Read(File), StringComparison.Ordinal); // refuting needs a reason and evidence
        var claim = await _folder.Library.ClaimAsync(_slug, 0);
        Assert.Equal((Status.Verified, accept ? "Refuted" : "Unverified"), (claim.Status, claim.Marker));
        await using var db = _folder.Library.Database.CreateDbContext();
        var decision = await db.NoteDecisions.SingleAsync(Ct);
        Assert.Equal((accept ? "accepted" : "rejected", edit.Before, edit.After, edit.Ours), (decision.Answer, decision.Before, decision.After, decision.Ours));
    }

    [Fact]
    public async Task A_removed_file_is_reported_and_comes_back_only_when_asked()
    {
        await StartAsync();
        _folder.Delete(File);
        var report = await _folder.RunAsync();
        Assert.Equal(NoteOutcome.Removed, Assert.Single(report.Files).Outcome);
        Assert.False(report.IsSettled);
        Assert.False(_folder.Has(File));
        Assert.Equal(NoteOutcome.Written, (await _folder.RunOneAsync(new NoteSyncOptions(Restore: true))).Outcome);
        Assert.Equal(Notes, _folder.Read(File));
    }

    [Fact]
    public async Task A_file_that_was_there_before_is_never_overwritten_unseen()
    {
        _slug = await _folder.Library.TakeInAsync("notes.md", Notes);
        _folder.Write(File, Notes.Replace("One thing", "Some thing", StringComparison.Ordinal));
        var report = await _folder.RunOneAsync();
        Assert.Equal(NoteOutcome.Edited, report.Outcome);
        Assert.Equal("wording", Assert.Single(report.Edits).Kind);
        Assert.Contains("Some thing", _folder.Read(File), StringComparison.Ordinal);
        await _folder.DecideAllAsync(accept: false);
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync()).Outcome);
        Assert.Equal(Notes, _folder.Read(File));
    }

    [Fact]
    public async Task New_notes_of_a_person_are_taken_in_and_other_files_are_left_alone()
    {
        _folder.Write("people/kaiser.md", Notes);
        _folder.Write("README.md", "# My notes\n\n- how I keep them\n\n## More\n");
        _folder.Write(".git/x.md", Notes);
        Assert.Equal(NoteOutcome.TakenIn, (await _folder.RunAsync(new NoteSyncOptions(IsDryRun: true))).Files.Single(f => f.Path == "people/kaiser.md").Outcome);
        Assert.Empty(await _folder.Library.Export.SlugsAsync(Ct));
        var report = await _folder.RunAsync();
        Assert.Equal([("README.md", NoteOutcome.LeftAlone), ("people/kaiser.md", NoteOutcome.TakenIn)], report.Files.Select(f => (f.Path, f.Outcome)));
        Assert.True(report.IsSettled);
        _slug = Assert.Single(await _folder.Library.Export.SlugsAsync(Ct));
        await _folder.Library.TakeInAsync("other.md", Transcript);
        await VerifyAsync(0);
        Assert.Contains((await _folder.RunAsync()).Files, f => f is { Path: "people/kaiser.md", Outcome: NoteOutcome.Updated });
        Assert.Contains("[Verified] [0:01]", _folder.Read("people/kaiser.md"), StringComparison.Ordinal);
        Assert.False(_folder.Has(File));
    }

    [Fact]
    public async Task Written_notes_can_be_edited_moved_and_become_a_source_of_the_talk()
    {
        _slug = await _folder.Library.TakeInAsync("a.md", "---\ntitle: Folding shirts by hand and machine\nsummary: |\n  It costs \\$5 a shirt.\n  It never breaks.\n---\n\n- [00:01] It costs five dollars.\n- [00:05] It never breaks, I think.\n- [00:09] The end.\n");
        await _folder.RunAsync();
        var before = await _folder.Library.Claims.OfTalkAsync(_slug, Ct);
        _folder.Move(File, "shirts.md");
        Assert.Contains((await _folder.RunAsync()).Files, f => f is { Path: "shirts.md", Outcome: NoteOutcome.Moved });
        _folder.Edit("shirts.md", "It never breaks. [Unverified]", "It never breaks. [Verified] [0:05](https://notes.example.org/talks/x/transcript?at=s1-s1#s1)");
        _folder.Write("shirts.md", _folder.Read("shirts.md") + "- A person adds this. [Unverified]\n");
        Assert.Equal(["marker", "added"], (await _folder.RunAsync()).Files.Single().Edits.Select(e => e.Kind));
        await _folder.DecideAllAsync(accept: true);
        Assert.True((await _folder.RunAsync()).IsSettled);
        var after = await _folder.Library.Claims.OfTalkAsync(_slug, Ct);
        Assert.Equal(before.Select(c => (c.Id, c.Kind, c.Origin)), after.SkipLast(1).Select(c => (c.Id, c.Kind, c.Origin)));
        Assert.Equal(("A person adds this.", "person"), (after[^1].Text, after[^1].Origin));
        Assert.Equal(Status.Verified, after[1].Status);
        Assert.Single(await _folder.Library.Export.SlugsAsync(Ct));
        Assert.EndsWith($"- A person adds this. [Unverified] ^{after[^1].Id}\n", _folder.Read("shirts.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_edits_outlive_the_unchanged_file_of_the_library()
    {
        await StartAsync();
        _folder.Edit(File, "A third thing", "A fourth thing");
        await _folder.RunAsync();
        await _folder.DecideAllAsync(accept: true);
        await _folder.RunAsync();
        await _folder.Library.TakeInAsync("notes.md", Notes); // as the next start does
        Assert.Contains("A fourth thing", _folder.Read(File), StringComparison.Ordinal);
        Assert.True((await _folder.RunAsync()).IsSettled);
        Assert.Contains("A fourth thing", _folder.Read(File), StringComparison.Ordinal);
        _folder.Edit(File, "A fourth thing", "A third thing"); // back again, by the same door
        await _folder.RunAsync();
        await _folder.DecideAllAsync(accept: true);
        await _folder.RunAsync();
        Assert.Equal(Notes, _folder.Read(File));
    }

    [Fact]
    public async Task The_seed_goes_in_and_comes_out_and_every_talk_has_its_file()
    {
        foreach (var seed in Directory.GetFiles(Checkout.Seeds, "00*.txt"))
        {
            await _folder.Library.TakeInAsync(Path.GetFileName(seed), await System.IO.File.ReadAllBytesAsync(seed, Ct));
        }

        Assert.Equal(5, (await _folder.RunAsync()).Files.Count(f => f.Outcome == NoteOutcome.Written));
        Assert.True((await _folder.RunAsync()).Files.All(f => f.Outcome == NoteOutcome.Same));
        Assert.Equal(await System.IO.File.ReadAllTextAsync(Checkout.Seed("000"), Ct), _folder.Read("whats-next-for-ai-openais-lukasz-kaiser-transformer-co-author.md"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Notes and a transcript of one talk in the library, and the folder in step with it.</summary>
    private async Task StartAsync()
    {
        _slug = await _folder.Library.TakeInAsync("notes.md", Notes);
        await _folder.Library.TakeInAsync("other.md", Transcript);
        Assert.Equal(NoteOutcome.Written, (await _folder.RunOneAsync()).Outcome);
    }

    private async Task VerifyAsync(int n) => await _folder.Library.JudgeAsync(await _folder.Library.ClaimAsync(_slug, n), Status.Verified, new SegmentsEvidence(0, 0));
}
