using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// A verdict as a shape and a word: <c>&lt;verdict value="not-said" /&gt;</c>. Besides the verdicts, <c>blocked</c> means that there is no
/// transcript to check against, <c>suspended</c> that a verdict does not count until a person has looked again, and <c>altered</c> that a quote's
/// words were changed. Content, if given, replaces the word.
/// </summary>
[HtmlTargetElement("verdict")]
public sealed class VerdictBadgeTagHelper : TagHelper
{
    /// <summary><c>unverified</c>, <c>verified</c>, <c>partly</c>, <c>not-said</c>, <c>refuted</c>, <c>blocked</c>, <c>suspended</c> or <c>altered</c>.</summary>
    public required string Value { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"st st-{Show.VerdictClass(Value)}");
        if (content.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent(Show.Verdict(Value));
        }
    }
}
