using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>Text whose line ends count: <c>&lt;ts-lines text="…" /&gt;</c>.</summary>
[HtmlTargetElement("ts-lines", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LinesTagHelper : TagHelper
{
    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            output.Content.AppendHtml(i == 0 ? "" : "<br>").Append(lines[i]);
        }
    }
}
