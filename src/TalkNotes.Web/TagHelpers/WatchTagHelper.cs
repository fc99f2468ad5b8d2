using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>A moment in the video: <c>&lt;ts-play video="vK1qEF3a3WM" at-ms="118000" /&gt;</c>. Nothing is written when there is no video or no time.</summary>
[HtmlTargetElement("ts-play", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WatchTagHelper : TagHelper
{
    /// <summary>The video's id; null, which markup hands on as empty, when there is none.</summary>
    public string? Video { get; set; }

    /// <summary>The moment in milliseconds, or null.</summary>
    public long? AtMs { get; set; }

    /// <summary>Whether the time itself is the text, as in the reader's gutter; else the text is "Watch".</summary>
    public bool ShowTime { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Links.Moment(string.IsNullOrEmpty(Video) ? null : Video, AtMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null) is not { } address)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ts ts-play");
        output.Attributes.SetAttribute("href", address);
        output.Content.AppendHtml(ShowTime ? "<span class=\"vh\">Watch from </span>" : "Watch<span class=\"vh\"> from ");
        output.Content.Append(Show.Time(AtMs!.Value));
        if (!ShowTime)
        {
            output.Content.AppendHtml("</span>");
        }
    }
}
