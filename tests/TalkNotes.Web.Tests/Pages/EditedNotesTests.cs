using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Export;
using TalkNotes.Core.Notes;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Pages;

/// <summary>The page on which edits of notes are decided.</summary>
public sealed class EditedNotesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-notes-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_is_shown_and_decided_once()
    {
        var library = Directory.CreateDirectory(Path.Combine(_folder, "library")).FullName;
        await File.WriteAllTextAsync(Path.Combine(library, "n.md"), "# A talk about models\n\nURL: https://youtu.be/3K-R4yVjJfU\n\n## Claims\n\n- Old <b>words</b> here. [Unverified]\n- More. [Unverified]\n", Ct);
        await using var app = new TalkNotesApp(library);
        using var browser = app.Browser();
        Assert.Contains("No edit waits", await browser.GetStringAsync(Links.Notes, Ct), StringComparison.Ordinal);

        var sync = app.Services.GetRequiredService<NoteSync>();
        var vault = Path.Combine(_folder, "vault");
        await sync.RunAsync(vault, new ExportSite("http://localhost"), new NoteSyncOptions(), null, Ct);
        var file = Directory.GetFiles(vault).Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Ct)).Replace("Old <b>words</b>", "New <b>words</b>", StringComparison.Ordinal), Ct);
        await sync.RunAsync(vault, new ExportSite("http://localhost"), new NoteSyncOptions(), null, Ct);

        var html = await browser.GetStringAsync(Links.Notes, Ct);
        Assert.Contains("<b>New</b> &lt;b&gt;words&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>words", html, StringComparison.Ordinal);
        string Field(string name) => Regex.Match(html, $"name=\"{name}\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        var fields = new[] { ("file", Field("file")), ("key", Field("key")), ("answer", "accept") };
        using var accepted = await VerdictsFixture.SendAsync(browser, Links.Notes, Links.Notes, fields);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        using var again = await VerdictsFixture.SendAsync(browser, Links.Desk, Links.Notes, fields);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Nothing was decided", await again.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("New &lt;b&gt;words", await browser.GetStringAsync(Links.Claims, Ct), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
