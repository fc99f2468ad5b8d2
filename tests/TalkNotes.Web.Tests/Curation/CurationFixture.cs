using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Talks;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Claims;

[assembly: AssemblyFixture(typeof(TalkNotes.Web.Tests.Curation.CurationFixture))]

namespace TalkNotes.Web.Tests.Curation;

/// <summary>The program over a library in which much has to be put right; each test takes a talk of its own.</summary>
public sealed class CurationFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-curation-").FullName;
    private readonly TalkNotesApp _app;
    private int _talks;

    public CurationFixture()
    {
        for (var n = 0; n < 12; n++)
        {
            File.WriteAllText(Path.Combine(_folder, $"talk{n}.vtt"), $"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Speaker 1>We trained GBT in spring number{n}.\n\n00:05.000 --> 00:08.000\n<v Jacub Pachoki{(char)('a' + n)}>And the GBT models were good.\n");
        }

        _app = new TalkNotesApp(_folder);
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>A talk for this test alone: its slug, and its second speaker.</summary>
    public async Task<(string Slug, string Speaker, string SpeakerSlug)> TalkAsync()
    {
        var letter = (char)('a' + Interlocked.Increment(ref _talks) - 1);
        var speaker = (await Services.GetRequiredService<SpeakerQueries>().FindAsync($"jacub-pachoki{letter}", CancellationToken.None))!;
        return (speaker.Talks[0].Slug, speaker.Name, speaker.Slug);
    }

    public HttpClient Browser() => _app.Browser();

    public static Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) =>
        VerdictsFixture.SendAsync(browser, page, action, fields);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
