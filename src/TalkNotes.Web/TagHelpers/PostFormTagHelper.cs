using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// Leaves out a form that would be refused. The first one of a page leaves a way to sign in instead, where that would help.
/// <c>needs</c> names the role; without it a curator is needed, as at the addresses behind the forms.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper : TagHelper
{
    private static readonly object Told = new();

    /// <summary>After the framework's own helper for forms, which adds the form's token.</summary>
    public override int Order => int.MaxValue;

    /// <summary>Role that the form's address needs.</summary>
    public string Needs { get; set; } = Role.Curator;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        var access = Access.Of(http);
        if (access.May(Needs))
        {
            return;
        }

        output.SuppressOutput();
        if (access.MaySignIn && http.Items.TryAdd(Told, true))
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = Links.SignInFor(http.Request);
            link.InnerHtml.Append("Sign in");
            var hint = new TagBuilder("p");
            hint.AddCssClass("hint");
            hint.InnerHtml.AppendHtml(link).Append(" to change something here.");
            output.Content.SetHtmlContent(hint);
        }
    }
}
