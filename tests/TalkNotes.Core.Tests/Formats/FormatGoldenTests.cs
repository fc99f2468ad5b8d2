using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Every sample against its two golden files: what was understood, and who owns each line.</summary>
public sealed class FormatGoldenTests
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [MemberData(nameof(Samples.Theory), MemberType = typeof(Samples))]
    public void A_sample_is_understood_as_its_golden_file_says(string name)
    {
        var report = InspectReport.Of(Samples.Parsed(name));
        Golden.Matches($"{Samples.Folder}/{Path.ChangeExtension(name, ".golden.json")}", JsonSerializer.Serialize(report, Indented) + "\n");
    }

    [Theory]
    [MemberData(nameof(Samples.Theory), MemberType = typeof(Samples))]
    public void Each_line_of_a_sample_has_the_owner_its_golden_file_says(string name)
    {
        var parsed = Samples.Parsed(name);
        var ledger = new StringBuilder();
        for (var line = 1; line <= parsed.Ledger.Total; line++)
        {
            var (kind, owner) = parsed.Ledger[line];
            ledger.Append($"{line,4} {kind.ToString().ToLowerInvariant(),-12} {owner,-22}| {parsed.Source.Lines[line - 1]}".TrimEnd()).Append('\n');
        }

        Golden.Matches($"{Samples.Folder}/{Path.ChangeExtension(name, ".ledger.txt")}", ledger.ToString());
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_sample()
    {
        var expected = Samples.Names.SelectMany(n => new[] { Path.ChangeExtension(n, ".golden.json"), Path.ChangeExtension(n, ".ledger.txt") });
        Assert.Equal(expected.Order(StringComparer.Ordinal), Samples.GoldenNames);
    }
}
