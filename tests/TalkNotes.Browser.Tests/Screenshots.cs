using TalkNotes.Tests.Shared;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// Makes the pictures of the README: <c>TALKNOTES_SCREENSHOTS=docs/screenshots dotnet test</c> (a path from the checkout's
/// root). Without that variable one picture is made in the temp folder, so that the maker itself stays sound.
/// </summary>
public class Screenshots(Site site)
{
    private static readonly (string Name, string Path)[] Pictures =
    [
        ("home", "/"), ("talks", "/talks"), ("talk", ReadingPages.Timed), ("transcript", ReadingPages.Timed + "/transcript?at=1:58-2:12&find=intern#s58"),
        ("source", ReadingPages.Timed + "/sources/1"), ("speaker", "/speakers/noam-brown"), ("status", "/status"),
        ("search", "/search?q=%22chain+of+thought%22"), ("quote", "/quote?text=We+are+buying+a+lot+of+compute+because+we+still+believe...+more+than+ever+to+some+degree."),
        ("desk", "/desk"), ("claims", "/claims"), ("add", "/add"),
    ];

    private static readonly (int Width, bool Dark)[] Looks = [(1440, false), (1440, true), (390, false), (390, true)];

    [Fact]
    public async Task Pictures_of_the_pages_are_made()
    {
        var asked = Environment.GetEnvironmentVariable("TALKNOTES_SCREENSHOTS");
        var folder = string.IsNullOrEmpty(asked)
            ? Directory.CreateTempSubdirectory("talknotes-pictures-")
            : Directory.CreateDirectory(Path.Combine(Checkout.Root, asked));
        foreach (var (name, path) in string.IsNullOrEmpty(asked) ? Pictures[..1] : Pictures)
        {
            foreach (var (width, dark) in string.IsNullOrEmpty(asked) ? Looks[..1] : Looks)
            {
                var page = await site.OpenAsync(path, width, dark);
                var file = Path.Combine(folder.FullName, $"{name}-{width}-{(dark ? "dark" : "light")}.png");
                await page.ScreenshotAsync(new() { Path = file });
                await page.Context.CloseAsync();
                Assert.True(new FileInfo(file).Length > 5_000, $"{file} is hardly a picture");
            }
        }

        if (string.IsNullOrEmpty(asked))
        {
            folder.Delete(recursive: true);
        }
    }
}
