using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// Makes the pictures of the README: <c>TALKNOTES_SCREENSHOTS=docs/screenshots dotnet test</c> (a path from the checkout's
/// root). Without that variable one picture is made in the temp folder, so that the maker itself stays sound. The pictures are
/// of a site of their own, on which a curator has judged a few claims.
/// </summary>
public class Screenshots(Site site)
{
    private static readonly (string Name, string Path)[] Pictures =
    [
        ("home", "/"), ("talks", "/talks"), ("talk", ReadingPages.Timed), ("transcript", ReadingPages.Timed + "/transcript?at=1:58-2:12&find=intern#s72"),
        ("new-claim", ReadingPages.Timed + "/claim?at=s72-s77"), ("source", ReadingPages.Timed + "/sources/1"), ("speaker", "/speakers/noam-brown"),
        ("speakers", "/speakers"), ("topic", "/topics/rag"), ("status", "/status"), ("search", "/search?q=chain+of+thought"), ("search-model", "/search?q=GPT-4.1"),
        ("search-name", "/search?q=karpathy"), ("search-speaker", "/search?q=speaker%3A%22Noam+Brown%22+AlphaGo"), ("search-none", "/search?q=pachoki+speaker%3A%22Noam+Brown%22"),
        ("terms", "/terms?q=chain+of+thought"), ("quote", ReadingPages.Quote),
        ("quote-altered", ReadingPages.Altered), ("quote-misattributed", ReadingPages.Misattributed),
        ("desk", "/desk"), ("claims", "/claims"), ("claim", "/claims/6sr33nml34"), ("history", "/history"), ("add", "/add"),
        ("error", "/no-such-page"),
    ];

    /// <summary>Pictured once more without JavaScript: nothing may be missing but what copies and suggests.</summary>
    private static readonly string[] WithoutScript = ["search", "search-model", "search-name", "search-speaker", "search-none"];

    private static readonly (int Width, bool Dark)[] Looks = [(1440, false), (1440, true), (390, false), (390, true)];

    [Fact]
    public async Task Pictures_of_the_pages_are_made()
    {
        var asked = Environment.GetEnvironmentVariable("TALKNOTES_SCREENSHOTS");
        var isAsked = !string.IsNullOrEmpty(asked);
        var folder = isAsked ? Directory.CreateDirectory(Path.Combine(Checkout.Root, asked!)) : Directory.CreateTempSubdirectory("talknotes-pictures-");
        await using var app = isAsked ? new TalkNotesApp() : null;
        var address = app is null ? null : await StartAsync(app);
        foreach (var (name, path) in isAsked ? Pictures : Pictures[..1])
        {
            foreach (var (width, dark) in isAsked ? Looks : Looks[..1])
            {
                await PictureAsync(folder, name, path, width, dark, script: true, address);
                if (!dark && WithoutScript.Contains(name))
                {
                    await PictureAsync(folder, name + "-no-script", path, width, dark, script: false, address);
                }
            }
        }

        if (!isAsked)
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task PictureAsync(DirectoryInfo folder, string name, string path, int width, bool dark, bool script, string? address)
    {
        var page = await site.OpenAsync(path, width, dark, script, address);
        var file = Path.Combine(folder.FullName, $"{name}-{width}-{(dark ? "dark" : "light")}.png");
        await page.ScreenshotAsync(new() { Path = file });
        await page.Context.CloseAsync();
        Assert.True(new FileInfo(file).Length > 5_000, $"{file} is hardly a picture");
    }

    private static async Task<string> StartAsync(TalkNotesApp app)
    {
        app.UseKestrel(0);
        app.StartServer();
        var desk = app.Services.GetRequiredService<VerdictDesk>();
        foreach (var draft in Verdicts())
        {
            Assert.IsType<VerdictOutcome.Recorded>(await desk.RecordAsync(draft, TestContext.Current.CancellationToken));
        }

        using var browser = app.CreateClient();
        await browser.GetAsync(new Uri("/desk", UriKind.Relative), TestContext.Current.CancellationToken); // the desk works out what the start page shows as waiting
        return app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>What a curator would find who reads the seeds.</summary>
    private static VerdictDraft[] Verdicts() =>
    [
        new() { Claim = "t73lvdykzq", Value = "verified", Evidence = [new SegmentsEvidence(0, 2)], Curator = "Ines" },
        new() { Claim = "i6adzqggd3", Value = "verified", Evidence = [new SegmentsEvidence(16, 16)], Curator = "Ines" },
        new() { Claim = "4o2x5a2uoj", Value = "verified", Evidence = [new SegmentsEvidence(1298, 1308)], Curator = "Tom" },
        new()
        {
            Claim = "iupev2ymom", Value = "partly", Reasons = ["cropped"], Evidence = [new SegmentsEvidence(356, 359)], Curator = "Tom",
            Note = "The ellipsis leaves out “a bit less”, which may itself be misheard.",
        },
        new()
        {
            Claim = "ilmnmiydqh", Value = "partly", Reasons = ["date"], Evidence = [new SegmentsEvidence(72, 77)], Curator = "Ines",
            Note = "The host says September of this year; 2024 is never said.",
        },
        new()
        {
            Claim = "6sr33nml34", Value = "refuted", Reasons = ["date"], Evidence = [new SegmentsEvidence(72, 77)], Curator = "Ines",
            Note = "March 2028 is said. The other goal is September of this year, in a talk of 2026.",
        },
    ];
}
