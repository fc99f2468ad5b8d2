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

    private static string[] Files(string folder, string pattern, [CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../src/TalkNotes.Web", folder), pattern, SearchOption.AllDirectories);
}
