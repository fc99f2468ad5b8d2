namespace TalkNotes.Browser.Tests;

public class ChromiumTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Home_opens_in_a_real_browser_with_and_without_script(bool script)
    {
        var page = await site.OpenAsync("/", script: script);
        Assert.Contains("TalkNotes", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
