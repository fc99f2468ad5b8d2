using System.Text.RegularExpressions;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.House;

/// <summary>Who may use whom inside Core, and where SQL may stand. The compiler cannot know; these tests do.</summary>
public class ArrowTests
{
    private const string Core = "src/TalkNotes.Core";

    /// <summary>Each folder and the folders it may use. Text and, on it, Documents are the pure floors.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Documents"] = ["Text"],
        ["Text"] = [],
        ["Formats"] = ["Documents", "Text"],
        ["Storage"] = ["Documents"],
        ["Curation"] = ["Documents", "Storage", "Text", "Search", "Talks"],
        ["Ingest"] = ["Documents", "Formats", "Storage", "Text", "Search", "Curation"],
        ["Upkeep"] = ["Documents", "Formats", "Storage", "Text", "Search"],
        ["Search"] = ["Documents", "Storage", "Text"],
        ["Evidence"] = ["Documents", "Storage", "Text", "Search"],
        ["Quotes"] = ["Documents", "Storage", "Text", "Search"],
        ["Accounts"] = ["Storage"],
        ["Talks"] = ["Documents", "Storage", "Text"],
        ["Claims"] = ["Documents", "Storage", "Text", "Search", "Evidence", "Quotes"],
        ["Notes"] = ["Documents", "Formats", "Ingest", "Storage", "Talks", "Claims", "Export"],
        ["Export"] = ["Documents", "Formats", "Storage", "Talks", "Claims"],
    };

    public static TheoryData<string> Folders() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_it_may(string folder)
    {
        var forbidden = Allowed.Keys.Except(Allowed[folder]).Where(f => f != folder).ToList();
        var broken = new List<string>();
        foreach (var file in SourceTree.Files($"{Core}/{folder}", "*.cs"))
        {
            foreach (var line in SourceTree.Code(file))
            {
                broken.AddRange(forbidden
                    .Where(f => Regex.IsMatch(line, $@"\bTalkNotes\.Core\.{f}\b", RegexOptions.NonBacktracking))
                    .Select(f => $"{file} uses {f}: {line.Trim()}"));
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_folder_of_Core_has_its_rule_and_every_rule_its_folder()
    {
        var folders = Directory.GetDirectories(Path.Combine(Checkout.Root, Core))
            .Select(f => Path.GetFileName(f))
            .Where(f => f is not ("bin" or "obj") && SourceTree.Files($"{Core}/{f}", "*.cs").Count > 0);
        Assert.Equal(folders.Order(StringComparer.Ordinal), Allowed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sql_stands_only_in_storage_and_search()
    {
        var files = SourceTree.Files("src", "*.cs");
        Assert.NotEmpty(files);
        var broken = files
            .Where(f => !f.StartsWith($"{Core}/Storage/", StringComparison.Ordinal) && !f.StartsWith($"{Core}/Search/", StringComparison.Ordinal))
            .Where(f => SourceTree.Code(f).Any(l => Regex.IsMatch(l, @"FromSql|ExecuteSql|SqlQuery|CommandText|CreateCommand\(", RegexOptions.NonBacktracking)));
        Assert.Empty(broken);
    }

    [Fact]
    public void Pages_never_write_unencoded_html()
    {
        var pages = SourceTree.Files("src/TalkNotes.Web", "*.cshtml");
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, p => SourceTree.Read(p).Contains("Html.Raw", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_have_no_inline_script_or_style()
    {
        var pages = SourceTree.Files("src/TalkNotes.Web", "*.cshtml");
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, p => Regex.IsMatch(
            SourceTree.Read(p), @"<style|<script>|\sstyle=|\son(click|load|submit|change|input|error)=", RegexOptions.NonBacktracking));
    }

    [Fact]
    public void Regular_expressions_cannot_run_away()
    {
        var files = SourceTree.Files("src", "*.cs");
        Assert.NotEmpty(files);
        var broken = files.Where(f => SourceTree.Code(f).Any(l =>
            (l.Contains("GeneratedRegex(", StringComparison.Ordinal) || l.Contains("new Regex(", StringComparison.Ordinal))
            && !l.Contains("NonBacktracking", StringComparison.Ordinal)
            && !l.Contains("matchTimeoutMilliseconds", StringComparison.Ordinal)));
        Assert.Empty(broken);
    }
}
