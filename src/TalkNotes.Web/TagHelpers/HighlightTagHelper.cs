using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// Words with some of them marked: <c>&lt;highlight text="@hit.Text" ranges="@hit.Highlights" /&gt;</c>. Every run is encoded; hits become <c>mark</c>.
/// Where a caption line breaks inside a mark, the time of the next one stands.
/// </summary>
[HtmlTargetElement("highlight", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HighlightTagHelper : TagHelper
{
    /// <summary>The text as stored.</summary>
    public required string Text { get; set; }

    /// <summary>What to mark: <c>[from, to)</c> in UTF-16 units, in order. Parts outside the text or behind an earlier end are ignored.</summary>
    public IEnumerable<IReadOnlyList<int>> Ranges { get; set; } = [];

    /// <summary>Where segments begin in the text.</summary>
    public IReadOnlyList<SegmentBreak> Breaks { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var at = 0;
        foreach (var (from, to) in Runs())
        {
            output.Content.Append(Text[at..from]).AppendHtml("<mark>");
            at = from;
            foreach (var cut in Breaks.Where(b => b.At > from && b.At < to && b.StartMs is not null))
            {
                output.Content.Append(Text[at..cut.At])
                    .AppendHtml("<span class=\"cut\"><span class=\"vh\">next caption line, </span>").Append(Show.Time(cut.StartMs!.Value)).AppendHtml("</span> ");
                at = cut.At;
            }

            output.Content.Append(Text[at..to]).AppendHtml("</mark>");
            at = to;
        }

        output.Content.Append(Text[at..]);
    }

    /// <summary>The ranges inside the text; those with nothing but blanks between them are one, so that a phrase is one mark.</summary>
    private List<(int From, int To)> Runs()
    {
        var runs = new List<(int From, int To)>();
        foreach (var range in Ranges)
        {
            var end = runs.Count == 0 ? 0 : runs[^1].To;
            var from = Math.Clamp(range[0], end, Text.Length);
            var to = Math.Clamp(range[1], end, Text.Length);
            if (to <= from)
            {
                continue;
            }

            if (runs.Count > 0 && string.IsNullOrWhiteSpace(Text[end..from]))
            {
                runs[^1] = (runs[^1].From, to);
            }
            else
            {
                runs.Add((from, to));
            }
        }

        return runs;
    }
}
