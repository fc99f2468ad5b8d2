using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Notes;
using TalkNotes.Core.Tests.Export;

namespace TalkNotes.Core.Tests.Notes;

/// <summary>Files as they lie in people's folders: links, read-only ones, and what a merge left behind.</summary>
public sealed class NoteFilesTests : IDisposable
{
    private const string Notes = "# A talk about models\n\nSummary for: https://youtu.be/3K-R4yVjJfU\n\n## Claims\n\n- One thing was said at length. [Unverified]\n- A third thing is open. [Unverified]\n";
    private const string Transcript = "---\nurl: https://youtu.be/3K-R4yVjJfU\n---\n\n- [00:01] We said one thing at length.\n- [00:05] And we said another one.\n";

    private readonly NotesFolder _folder = new();
    private string _slug = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => _slug + ".md";

    private string Place => Path.Combine(_folder.Path, File);

    [Fact]
    public async Task Links_to_folders_are_not_followed_in_circles_or_out_of_the_folder()
    {
        await StartAsync();
        using var elsewhere = new TempFolder();
        await System.IO.File.WriteAllTextAsync(elsewhere["foreign.md"], Notes.Replace("3K-R4yVjJfU", "abcdefghijk", StringComparison.Ordinal), Ct);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "circle"), _folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "out"), elsewhere.Path);
        Assert.Equal([(File, NoteOutcome.Same)], (await _folder.RunAsync()).Files.Select(f => (f.Path, f.Outcome)));
    }

    [Fact]
    public async Task A_link_to_a_file_stays_one_and_its_file_is_written()
    {
        await StartAsync();
        using var elsewhere = new TempFolder();
        System.IO.File.Move(Place, elsewhere["mine.md"]);
        System.IO.File.CreateSymbolicLink(Place, elsewhere["mine.md"]);
        await VerifyAsync();
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync()).Outcome);
        Assert.NotNull(new FileInfo(Place).LinkTarget);
        Assert.Contains("length. [Verified]", await System.IO.File.ReadAllTextAsync(elsewhere["mine.md"], Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_is_reported_and_written_once_it_may_be()
    {
        await StartAsync();
        await VerifyAsync();
        System.IO.File.SetAttributes(Place, FileAttributes.ReadOnly);
        var report = await _folder.RunOneAsync();
        Assert.Equal(NoteOutcome.Failed, report.Outcome);
        Assert.Contains("read-only", report.Message, StringComparison.Ordinal);
        Assert.Equal(Notes, _folder.Read(File));

        System.IO.File.SetAttributes(Place, FileAttributes.Normal);
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync()).Outcome);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\r\n", "\n")]
    public async Task A_file_whose_line_ends_were_turned_round_keeps_them_and_changes_only_its_marker(string came, string turned)
    {
        await StartAsync(came);
        var mine = Notes.ReplaceLineEndings(turned);
        _folder.Write(File, mine);
        Assert.Equal(NoteOutcome.Same, (await _folder.RunOneAsync()).Outcome);
        Assert.Equal(mine, _folder.Read(File));

        await VerifyAsync();
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync()).Outcome);
        var judged = _folder.Read(File);
        Assert.Equal(mine, judged.Replace(judged[judged.IndexOf("[Verified]", StringComparison.Ordinal)..(judged.IndexOf("- A third", StringComparison.Ordinal) - turned.Length)], "[Unverified]", StringComparison.Ordinal));

        _folder.Edit(File, "is open.", "is shut.");
        Assert.Equal(NoteOutcome.Edited, (await _folder.RunOneAsync()).Outcome);
        await _folder.DecideAllAsync(accept: false);
        Assert.Equal(NoteOutcome.Updated, (await _folder.RunOneAsync()).Outcome);
        Assert.Equal(judged, _folder.Read(File));
    }

    [Fact]
    public async Task Marks_of_an_unfinished_merge_are_no_edits_to_accept()
    {
        await StartAsync();
        const string Line = "- A third thing is open. [Unverified]\n";
        _folder.Edit(File, Line, $"<<<<<<< HEAD\n{Line}=======\n- A third thing is shut. [Unverified]\n>>>>>>> theirs\n");
        var report = await _folder.RunAsync();
        Assert.False(report.IsSettled);
        Assert.Equal((NoteOutcome.Failed, 0), (report.Files[0].Outcome, report.Files[0].Edits.Count));
        Assert.Empty(await _folder.Desk.WaitingAsync(ExportLibrary.Site, Ct));

        _folder.Write(File, Notes.Replace("open.", "shut.", StringComparison.Ordinal)); // solved
        Assert.Equal("wording", Assert.Single((await _folder.RunOneAsync()).Edits).Kind);

        _folder.Write("new.md", Notes.Replace("3K-R4yVjJfU", "abcdefghijk", StringComparison.Ordinal) + "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n");
        Assert.Contains((await _folder.RunAsync()).Files, f => f is { Path: "new.md", Outcome: NoteOutcome.Failed, Talk: null });
    }

    [Theory]
    [InlineData("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", true)]
    [InlineData("<<<<<<< a\r\nx\r\n||||||| base\r\n=======\r\n>>>>>>> b", true)]
    [InlineData("A title\n=======\n\n>>>>>>> quoted deeply\n", false)]
    [InlineData("<<<<<<< a\nx\n", false)]
    public void A_merge_has_all_three_marks_in_their_order(string text, bool expected) =>
        Assert.Equal(expected, UnfinishedMerge.IsIn(SourceText.FromBytes("a.md", Encoding.UTF8.GetBytes(text))));

    public void Dispose() => _folder.Dispose();

    private async Task StartAsync(string lineEnd = "\n")
    {
        _slug = await _folder.Library.TakeInAsync("notes.md", Notes.ReplaceLineEndings(lineEnd));
        await _folder.Library.TakeInAsync("other.md", Transcript);
        Assert.Equal(NoteOutcome.Written, (await _folder.RunOneAsync()).Outcome);
    }

    private async Task VerifyAsync() =>
        await _folder.Library.JudgeAsync(await _folder.Library.ClaimAsync(_slug, 0), Core.Claims.Status.Verified, new Core.Claims.SegmentsEvidence(0, 0));
}
