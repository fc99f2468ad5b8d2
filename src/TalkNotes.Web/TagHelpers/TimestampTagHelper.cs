using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// A place in the words, one click away: <c>&lt;ts talk="slug" first="3" last="5" start-ms="118000" end-ms="132000" /&gt;</c> becomes a link
/// that reads <c>1:58–2:12</c>, or <c>¶ 4–6</c> where the transcript has no times.
/// </summary>
[HtmlTargetElement("ts", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimestampTagHelper : TagHelper
{
    /// <summary>Slug of the talk.</summary>
    public required string Talk { get; set; }

    /// <summary>First segment, from 0.</summary>
    public int First { get; set; }

    /// <summary>Last segment, inclusive; null for one segment.</summary>
    public int? Last { get; set; }

    /// <summary>Where the range starts, in milliseconds; null without times.</summary>
    public long? StartMs { get; set; }

    /// <summary>Where the range ends, in milliseconds; null when it is not known.</summary>
    public long? EndMs { get; set; }

    /// <summary>Where it leads; null for the range itself.</summary>
    public string? To { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var last = Last ?? First;
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ts");
        output.Attributes.SetAttribute("href", To ?? Links.Segments(Talk, First, last));
        output.Content.SetContent(Show.Place(First, last, StartMs, EndMs));
    }
}
