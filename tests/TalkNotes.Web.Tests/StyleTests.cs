using System.Runtime.CompilerServices;

namespace TalkNotes.Web.Tests;

public class StyleTests
{
    [Fact]
    public void Style_sheets_together_stay_under_25_000_bytes() =>
        Assert.InRange(Files("wwwroot/css", "*.css").Sum(f => new FileInfo(f).Length), 1, 25_000);

    [Fact]
    public void Pages_carry_no_inline_style_or_script_and_no_raw_html()
    {
        var pages = Files("Pages", "*.cshtml");
        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            var text = File.ReadAllText(page);
            Assert.DoesNotContain(" style=", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Html.Raw", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_went_wrong_can_take_the_focus()
    {
        var alerts = Files("Pages", "*.cshtml").SelectMany(page => File.ReadAllText(page).Split('<').Where(tag => tag.Contains("role=\"alert\"", StringComparison.Ordinal)).Select(tag => (page, tag))).ToArray();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains("tabindex=\"-1\"", alert.tag, StringComparison.Ordinal));
    }

    private static string[] Files(string folder, string pattern, [CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../src/TalkNotes.Web", folder), pattern, SearchOption.AllDirectories);
}
