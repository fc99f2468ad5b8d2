using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>A part of a whole as a bar: <c>&lt;share-bar part="62" whole="100" /&gt;</c>. The number stands in words beside it, so the picture is decoration.</summary>
[HtmlTargetElement("share-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareTagHelper : TagHelper
{
    /// <summary>The part.</summary>
    public double Part { get; set; }

    /// <summary>The whole.</summary>
    public double Whole { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar share");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", "8");
        var percent = Whole > 0 ? Math.Clamp(100 * Part / Whole, 0, 100) : 0;
        output.Content.AppendHtml("<rect class=\"open\" y=\"6\" width=\"100%\" height=\"2\"/>")
            .AppendHtml($"<rect width=\"{percent.ToString("0.##", CultureInfo.InvariantCulture)}%\" height=\"8\"/>");
    }
}
