using System.Net;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

public sealed class LibraryWatcherTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("talknotes-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_added_while_serving_is_taken_in_and_reported()
    {
        await using var app = new TalkNotesApp(_library, new Dictionary<string, string>(StringComparer.Ordinal) { ["watch"] = "true" });
        using var browser = app.Browser();
        Assert.Contains("Watched", await browser.GetStringAsync("/status", Ct), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(_library, "sub"));
        File.Copy(Checkout.Seed("003"), Path.Combine(_library, "sub", "talk.txt"));

        await UntilAsync(async () => (await browser.GetStringAsync("/status", Ct)).Contains("sub/talk.txt", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/talks", Ct)).StatusCode);
    }

    public void Dispose() => Directory.Delete(_library, recursive: true);

    /// <summary>Waits for what another thread does; a minute is for a busy machine.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isDone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isDone())
        {
            await Task.Delay(200, patience.Token);
        }
    }
}
