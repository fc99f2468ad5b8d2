using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// How far claims are checked, as a picture with its sentence: <c>&lt;progress-bar counts="@talk.Claims" /&gt;</c>. The parts differ in height and
/// texture as well as in hue. Nothing is written when there are no claims.
/// </summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : TagHelper
{
    /// <summary>The claims by verdict.</summary>
    public required VerdictCounts Counts { get; set; }

    /// <summary>The sentence that the picture shows: <c>9 of 11 claims checked: 4 verified, 3 partly, 1 not said, 1 refuted</c>.</summary>
    public static string Sentence(VerdictCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var parts = Parts(counts).Where(p => p.Count > 0 && p.Value != "unverified").Select(p => $"{p.Count} {Show.Verdict(p.Value).ToLowerInvariant()}").ToList();
        var detail = parts.Count == 0 ? "" : ": " + string.Join(", ", parts);
        return $"{counts.Checked} of {Show.Count(counts.Total, "claim")} checked{detail}";
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Counts.Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Sentence(Counts));
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", "8");
        var done = 0;
        foreach (var (value, count) in Parts(Counts).Where(p => p.Count > 0))
        {
            if (done > 0)
            {
                output.Content.AppendHtml($"<rect class=\"gap\" x=\"{Percent(done)}\" width=\"2\" height=\"8\"/>");
            }

            output.Content.AppendHtml(Shape(value, Percent(done), Percent(count), Percent(done + count)));
            done += count;
        }
    }

    private static (string Value, int Count)[] Parts(VerdictCounts counts) =>
    [
        ("verified", counts.Verified), ("partly", counts.Partly), ("not-said", counts.NotSaid),
        ("refuted", counts.Refuted), ("unverified", counts.Unverified),
    ];

    private static string Shape(string value, string x, string width, string end) => value switch
    {
        "verified" => $"<rect class=\"verified\" x=\"{x}\" width=\"{width}\" height=\"8\"/>",
        "partly" => $"<rect class=\"partly half\" x=\"{x}\" width=\"{width}\" height=\"4\"/><rect class=\"partly\" x=\"{x}\" y=\"4\" width=\"{width}\" height=\"4\"/>",
        "not-said" => $"<rect class=\"notsaid\" x=\"{x}\" y=\".75\" width=\"{width}\" height=\"6.5\"/>",
        "refuted" => $"<line class=\"refuted\" x1=\"{x}\" x2=\"{end}\" y1=\"4\" y2=\"4\"/>",
        _ => $"<rect class=\"open\" x=\"{x}\" y=\"6\" width=\"{width}\" height=\"2\"/>",
    };

    private string Percent(int claims) => (100.0 * claims / Counts.Total).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
