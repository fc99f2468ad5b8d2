using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Core.Search;
using TalkNotes.Web.Pages;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// A term over the years as columns: <c>&lt;years-chart years="@view.Years" /&gt;</c>. Height is places in ten thousand words; a year in which
/// nothing was said keeps its place. The table beside it has the same numbers.
/// </summary>
[HtmlTargetElement("years-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class YearsTagHelper : TagHelper
{
    private const int Top = 22;
    private const int Tallest = 96;
    private const int FewestSlots = 6;
    private const int LongNames = 6;
    private const int Height = Top + Tallest + 22;

    /// <summary>The years, oldest first; undated talks last.</summary>
    public IReadOnlyList<TermInYear> Years { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var columns = Columns();
        if (columns.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var slots = Math.Max(columns.Count, FewestSlots); // two years must not become two walls
        var most = Math.Max(double.Epsilon, columns.Max(c => c.Rate));
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "years");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", "Places in 10,000 words: " + string.Join(", ", columns.Select(c => $"{c.Name} {Number(c.Rate)}")));
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", Height.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < columns.Count; i++)
        {
            var (name, rate) = columns[i];
            var tall = rate / most * Tallest;
            var middle = Number(100.0 * (i + 0.5) / slots);
            output.Content.AppendHtml($"<rect x=\"{Number(((100.0 * i) + 12) / slots)}%\" y=\"{Number(Top + Tallest - tall)}\" width=\"{Number(76.0 / slots)}%\" height=\"{Number(tall)}\"/>")
                .AppendHtml($"<text x=\"{middle}%\" y=\"{Number(Top + Tallest - tall - 6)}\">").Append(Number(rate))
                .AppendHtml($"</text><text x=\"{middle}%\" y=\"{Height - 4}\">").Append(columns.Count > LongNames && name.Length == 4 ? "’" + name[2..] : name).AppendHtml("</text>");
        }

        output.Content.AppendHtml($"<line class=\"edge\" x2=\"100%\" y1=\"{Top + Tallest}\" y2=\"{Top + Tallest}\"/>");
    }

    /// <summary>One column a year, also for years in between without any talk; the undated talks last.</summary>
    private List<(string Name, double Rate)> Columns()
    {
        var dated = Years.Where(y => y.Year is not null).ToDictionary(y => y.Year!.Value);
        var span = dated.Count == 0 ? [] : Enumerable.Range(dated.Keys.Min(), Math.Min(100, dated.Keys.Max() - dated.Keys.Min() + 1));
        return
        [
            .. span.Select(year => (Show.Plain(year), dated.TryGetValue(year, out var y) ? TermsModel.Rate(y.Places, y.Words) : 0)),
            .. Years.Where(y => y.Year is null).Select(y => ("Undated", TermsModel.Rate(y.Places, y.Words))),
        ];
    }

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
