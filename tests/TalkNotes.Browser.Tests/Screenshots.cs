using TalkNotes.Tests.Shared;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// Makes the pictures of the README. Not a check, so it runs only when asked for:
/// <c>TalkNotes.Browser.Tests --explicit only --filter-class '*Screenshots'</c>.
/// </summary>
public class Screenshots(Site site) : IClassFixture<Site>
{
    private static readonly (string Name, string Path)[] Pictures =
    [
        ("home", "/"), ("talks", "/talks"), ("talk", ReadingPages.Timed), ("transcript", ReadingPages.Timed + "/transcript?at=1:58-2:12&find=intern#s58"),
        ("source", ReadingPages.Timed + "/sources/1"), ("speaker", "/speakers/noam-brown"), ("status", "/status"),
        ("search", "/search?q=%22chain+of+thought%22"), ("desk", "/desk"), ("claims", "/claims"), ("add", "/add"),
    ];

    [Fact(Explicit = true)]
    public async Task Pictures_of_every_page_at_two_widths_in_both_colour_schemes()
    {
        var folder = Path.Combine(Checkout.Root, "docs", "screenshots");
        Directory.CreateDirectory(folder);
        foreach (var (name, path) in Pictures)
        {
            foreach (var (width, dark) in new[] { (1440, false), (1440, true), (390, false), (390, true) })
            {
                var page = await site.OpenAsync(path, width, dark);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{(dark ? "dark" : "light")}.png") });
                await page.Context.CloseAsync();
            }
        }
    }
}
