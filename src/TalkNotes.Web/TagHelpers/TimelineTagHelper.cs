using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Web.Pages.Talks;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// Draws a <see cref="Timeline"/> as SVG: <c>&lt;timeline view="@timeline" talk="slug" /&gt;</c>. Chapters are links with their names; claims are shapes
/// that the list of claims repeats in words.
/// </summary>
[HtmlTargetElement("timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimelineTagHelper : TagHelper
{
    private const int MarkHeight = 24;
    private const int BarHeight = 28;

    /// <summary>The layout; nothing is drawn for null.</summary>
    public Timeline? View { get; set; }

    /// <summary>Slug of the talk.</summary>
    public required string Talk { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (View is null)
        {
            output.SuppressOutput();
            return;
        }

        var hasMarks = View.Marks.Count > 0;
        var top = hasMarks ? MarkHeight : 0;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tl");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-label", Label(View));
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", (top + BarHeight).ToString(CultureInfo.InvariantCulture));
        foreach (var mark in View.Marks)
        {
            output.Content.AppendHtml($"<svg class=\"st-{Show.VerdictClass(mark.Status)}\" x=\"{Percent(mark.At)}\" aria-hidden=\"true\">");
            output.Content.AppendHtml(VerdictShapes.Of(mark.Status)).AppendHtml("</svg>");
        }

        if (View.Chapters.Count == 0)
        {
            output.Content.AppendHtml($"<rect y=\"{top}\" width=\"100%\" height=\"{(View.Hits.Count > 0 ? BarHeight : 4)}\"/>");
        }

        for (var i = 0; i < View.Chapters.Count; i++)
        {
            var (from, to, chapter) = View.Chapters[i];
            var times = chapter.StartMs is { } start ? ", " + Show.Place(0, 0, start, chapter.EndMs) : "";
            output.Content.AppendHtml($"<a href=\"{Links.Chapter(Talk, chapter.N)}\"><title>").Append($"{chapter.Title}{times}").AppendHtml("</title>")
                .AppendHtml($"<rect x=\"{Percent(from)}\" y=\"{top}\" width=\"{Percent(to - from)}\" height=\"{BarHeight}\"/>")
                .AppendHtml($"<text x=\"{Percent((from + to) / 2)}\" y=\"{top + 19}\">{i + 1}</text></a>")
                .AppendHtml(i == 0 ? "" : $"<rect class=\"gap\" x=\"{Percent(from)}\" y=\"{top}\" width=\"2\" height=\"{BarHeight}\"/>");
        }

        foreach (var hit in View.Hits)
        {
            output.Content.AppendHtml($"<rect class=\"hitm\" x=\"{Percent(hit)}\" y=\"{top}\" width=\"3\" height=\"{BarHeight}\"/>");
        }

        output.Content.AppendHtml($"<line class=\"edge\" x2=\"100%\" y1=\"{top}\" y2=\"{top}\"/>");
    }

    private static string Label(Timeline view) =>
        "Timeline: chapters in proportion, claims where their words stand" + (view.Hits.Count == 0 ? "" : $", {Show.Count(view.Hits.Count, "place")} of the words looked for");

    private static string Percent(double part) => (100 * part).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
