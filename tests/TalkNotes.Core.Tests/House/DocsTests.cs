using System.Text.RegularExpressions;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.House;

/// <summary>Documentation that cannot drift: what the code has, the docs name; what the docs name, exists.</summary>
public class DocsTests
{
    private const string Decisions = "docs/decisions";

    [Fact]
    public void Every_decision_has_its_headings_and_stands_in_the_index()
    {
        var index = SourceTree.Read($"{Decisions}/README.md");
        var records = SourceTree.Files(Decisions, "*.md").Where(f => !f.EndsWith("README.md", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(records);
        foreach (var record in records)
        {
            var name = Path.GetFileName(record);
            var text = SourceTree.Read(record);
            Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", name);
            Assert.StartsWith($"# {name[..4]} ", text, StringComparison.Ordinal);
            foreach (var heading in new[] { "Status: ", "Date: ", "## Context", "## Decision", "## Consequences" })
            {
                Assert.True(text.Contains(heading, StringComparison.Ordinal), $"{name} has no '{heading}'");
            }

            Assert.True(text.Split('\n').Length <= 61, $"{name} is longer than 60 lines");
            Assert.Contains($"]({name})", index, StringComparison.Ordinal);
        }

        Assert.Equal(records.Count, records.Select(r => Path.GetFileName(r)[..4]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var documents = new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }.Concat(SourceTree.Files("docs", "*.md")).ToList();
        var broken = new List<string>();
        foreach (var document in documents)
        {
            var folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, document))!;
            foreach (Match link in Regex.Matches(SourceTree.Read(document), @"\]\(([^)\s#]+)(#[^)]*)?\)", RegexOptions.NonBacktracking))
            {
                var target = link.Groups[1].Value;
                if (!target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('/') && !Path.Exists(Path.Combine(folder, target)))
                {
                    broken.Add($"{document}: {target}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_file_that_the_guides_name_exists()
    {
        var broken = new List<string>();
        foreach (var guide in new[] { "README.md", "CONTRIBUTING.md" })
        {
            foreach (Match path in Regex.Matches(SourceTree.Read(guide), @"`((src|tests|docs|seeds)/[A-Za-z0-9_./-]+)`", RegexOptions.NonBacktracking))
            {
                if (!Path.Exists(Path.Combine(Checkout.Root, path.Groups[1].Value)))
                {
                    broken.Add($"{guide}: {path.Groups[1].Value}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void The_first_command_of_the_README_keeps_the_current_directory()
    {
        // the web SDK runs a project in its own folder, where there are no seeds
        var project = SourceTree.Read("src/TalkNotes.Web/TalkNotes.Web.csproj");
        Assert.Contains("<RunWorkingDirectory>$(MSBuildStartupDirectory)</RunWorkingDirectory>", project, StringComparison.Ordinal);
    }
}
