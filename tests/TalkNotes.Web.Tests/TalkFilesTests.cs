using System.Net;
using TalkNotes.Core.Export;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

public sealed class TalkFilesTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("talknotes-files-").FullName;

    [Fact]
    public async Task A_transcript_is_served_as_a_file_of_every_format()
    {
        await File.WriteAllTextAsync(Path.Combine(_library, "a.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>R&amp;D, we said.\n", TestContext.Current.CancellationToken);
        await using var app = new TalkNotesApp(_library);
        using var browser = app.Browser();
        var slug = await OnlySlugAsync(browser);
        foreach (var format in ExportFormat.All)
        {
            using var answer = await browser.GetAsync(Links.TalkFile(slug, format.Ending), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(format.MediaType, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"{slug}.{format.Ending}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (format.Lack is not null || format.Id == "json")
            {
                Assert.Contains(format.Id == "vtt" ? "<v Ann>R&amp;D, we said.</v>" : "R&D, we said.", text, StringComparison.Ordinal);
            }
        }

        using var page = await browser.GetAsync(Links.Talk(slug), TestContext.Current.CancellationToken);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/talks/nobody-knows.vtt")]
    [InlineData("/talks/nobody-knows.json")]
    public async Task A_talk_that_never_was_is_missing(string address)
    {
        await using var app = TalkNotesApp.Empty();
        using var answer = await app.Browser().GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Captions_of_an_untimed_transcript_are_missing_and_its_text_is_there()
    {
        await File.WriteAllTextAsync(Path.Combine(_library, "a.txt"), "Words without any time.\n", TestContext.Current.CancellationToken);
        await using var app = new TalkNotesApp(_library);
        using var browser = app.Browser();
        var slug = await OnlySlugAsync(browser);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Links.TalkFile(slug, "srt"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("Words without", await browser.GetStringAsync(Links.TalkFile(slug, "txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_library, recursive: true);

    private static async Task<string> OnlySlugAsync(HttpClient browser)
    {
        using var list = System.Text.Json.JsonDocument.Parse(await browser.GetStringAsync("/api/v1/talks", TestContext.Current.CancellationToken));
        return list.RootElement.GetProperty("talks")[0].GetProperty("slug").GetString()!;
    }
}
