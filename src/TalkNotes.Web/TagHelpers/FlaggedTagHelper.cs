using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>A claim with the details that the program did not find underlined: <c>&lt;flagged text="…" details="…" /&gt;</c>. Every run is encoded.</summary>
[HtmlTargetElement("flagged", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FlaggedTagHelper : TagHelper
{
    /// <summary>The claim.</summary>
    public required string Text { get; set; }

    /// <summary>Details as the claim writes them; each is underlined wherever it stands.</summary>
    public IEnumerable<string> Details { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var at = 0;
        while (at < Text.Length)
        {
            var next = Details.Where(d => d.Length > 0)
                .Select(d => (Detail: d, Start: Text.IndexOf(d, at, StringComparison.Ordinal))).Where(d => d.Start >= 0)
                .OrderBy(d => d.Start).ThenByDescending(d => d.Detail.Length).FirstOrDefault();
            if (next.Detail is null)
            {
                break;
            }

            output.Content.Append(Text[at..next.Start]).AppendHtml("<u class=\"flag\">").Append(next.Detail).AppendHtml("</u>");
            at = next.Start + next.Detail.Length;
        }

        output.Content.Append(Text[at..]);
    }
}
