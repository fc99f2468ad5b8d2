using Deque.AxeCore.Playwright;

namespace TalkNotes.Browser.Tests;

public class AccessibilityTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Pages => ReadingPages.All();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_has_no_violation_on_a_desk_in_light_or_on_a_phone_in_the_dark_and_reflows(string path)
    {
        foreach (var (width, dark) in new[] { (1440, false), (390, true) })
        {
            var page = await site.OpenAsync(path, width, dark);
            var violations = (await page.RunAxe()).Violations;
            Assert.True(violations.Length == 0, $"{path}, {width} px: " + string.Join("; ", violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
            Assert.False(await page.ScrollsSidewaysAsync(), $"{path} is wider than {width} px");
            await page.SetViewportSizeAsync(320, 800);
            Assert.False(await page.ScrollsSidewaysAsync(), $"{path} is wider than 320 px");
            await page.Context.CloseAsync();
        }
    }
}
