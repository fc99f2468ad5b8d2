using System.Globalization;
using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>
/// Small documents as tools, sites and people write them, <c>Variants/&lt;family&gt;/&lt;variant&gt;</c>, each with a listing beside it of
/// what is understood and who owns each line.
/// </summary>
public sealed class VariantTests
{
    private const string Folder = "tests/TalkNotes.Core.Tests/Variants";
    private const string Listing = ".read.txt";

    public static TheoryData<string> Variants() => [.. Files().Where(f => !f.EndsWith(Listing, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_variant_is_read_as_its_listing_says(string name)
    {
        var parsed = Reading.Of(File.ReadAllBytes(Path.Combine(Checkout.Root, Folder, name)));
        Golden.Matches($"{Folder}/{name}{Listing}", List(parsed));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Hardly_a_line_of_a_variant_stays_unrecognised(string name)
    {
        var parsed = Reading.Of(File.ReadAllBytes(Path.Combine(Checkout.Root, Folder, name)));
        var isDamaged = parsed.Document.Diagnostics.Any(d => d.Code is "TN211" or "TN220");
        Assert.True(isDamaged || parsed.Ledger.Count(LineKind.Unrecognised) == 0, string.Join(", ", parsed.Ledger.Unrecognised()));
    }

    [Fact]
    public void Every_listing_belongs_to_a_variant() =>
        Assert.All(Files().Where(f => f.EndsWith(Listing, StringComparison.Ordinal)), f => Assert.Contains(f[..^Listing.Length], Files()));

    private static List<string> Files()
    {
        var root = Path.Combine(Checkout.Root, Folder);
        return [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private static string List(ParsedSource parsed)
    {
        var report = InspectReport.Of(parsed);
        var talk = report.Talk;
        var text = new StringBuilder();
        void Line(string line) => text.Append(line.ReplaceLineEndings("⏎")).Append('\n');
        void Value(string key, object? value)
        {
            if (value is not null && value.ToString() is { Length: > 0 } said)
            {
                Line($"{key}: {said}");
            }
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"{report.Format} {report.Confidence} in {parsed.Source.EncodingName}"));
        Value("title", talk.Title);
        Value("url", talk.Url);
        Value("videoId", talk.VideoId);
        Value("show", talk.Show);
        Value("published", talk.Published?.ToString("O", CultureInfo.InvariantCulture));
        Value("transcribed", talk.Transcribed?.ToString("O", CultureInfo.InvariantCulture));
        Value("retrieved", talk.Retrieved?.ToString("O", CultureInfo.InvariantCulture));
        Value("durationMs", talk.DurationMs);
        Value("language", talk.Language);
        Value("status", talk.Status);
        Value("hosts", string.Join(" | ", talk.Hosts));
        Value("guests", string.Join(" | ", talk.Guests));
        Value("topics", string.Join(" | ", talk.Topics));
        Value("summary", talk.Summary);
        Value("speakers", string.Join(" | ", talk.Speakers.Select(s => $"{s.Name} {(s.Role is null ? "" : $"({s.Role}) ")}{s.Turns}")));
        foreach (var field in talk.Fields.Where(f => f.Doubt is not null))
        {
            Line($"field {field.Key} = {field.Value}, but {field.Doubt}");
        }

        foreach (var c in report.Chapters)
        {
            Line($"chapter {c.StartMs}-{c.EndMs} {c.Title}{(c.Label is null ? "" : $" [{c.Label}]")}{(c.Summary is null ? "" : $": {c.Summary}")} @{c.Lines[0]}-{c.Lines[1]}");
        }

        foreach (var c in report.Claims)
        {
            Line($"{c.Kind} in {c.Section}: {c.Text}{(c.Marker is null ? "" : $" [{c.Marker}]")}{(c.AttributedTo is null ? "" : $" by {c.AttributedTo}")} @{c.Lines[0]}-{c.Lines[1]}");
        }

        foreach (var s in report.Segments)
        {
            Line($"segment {s.StartMs}-{s.EndMs} {(s.Turn is null ? "" : $"turn {s.Turn} {s.Speaker} ")}| {s.Text} @{s.Lines[0]}-{s.Lines[1]}");
        }

        foreach (var d in report.Diagnostics)
        {
            Line($"{d.Severity} {d.Code} @{d.Line}: {d.Message}");
        }

        for (var line = 1; line <= parsed.Ledger.Total; line++)
        {
            var (kind, owner) = parsed.Ledger[line];
            var shown = kind switch { LineKind.Used => owner, LineKind.Chrome => $"({owner})", LineKind.Blank => "", _ => "UNRECOGNISED" };
            Line($"{line,4} {shown}".TrimEnd());
        }

        return text.ToString();
    }
}
