using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// Data for machines: <c>&lt;json-ld value="…" /&gt;</c>. A block of this type is data and never run, so the strict policy
/// lets it stand; what would end it is escaped, whatever the text holds.
/// </summary>
[HtmlTargetElement("json-ld", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JsonLdTagHelper : TagHelper
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What to say; null says nothing.</summary>
    public JsonObject? Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", new HtmlString("application/ld+json")); // the plus as it is
        output.Content.SetHtmlContent(Value.ToJsonString(Options));
    }
}
