using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Pages.Talks;

namespace TalkNotes.Web.TagHelpers;

/// <summary>
/// The words of a paragraph in the reader: one <c>span</c> a segment, so that each has its address (<c>#s12</c>), with the range a link
/// points at and the words looked for marked. The part of a segment that an earlier paragraph began carries where it continues.
/// </summary>
[HtmlTargetElement("paragraph", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ParagraphTagHelper : TagHelper
{
    /// <summary>The paragraph.</summary>
    public required TranscriptParagraph Of { get; set; }

    /// <summary>What is asked of the transcript.</summary>
    public required Reader Reader { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "said");
        foreach (var piece in Of.Pieces)
        {
            var name = piece.From == 0 ? $"id=\"s{piece.Segment}\"" : $"data-s=\"{piece.Segment}\" data-from=\"{piece.From}\"";
            output.Content.AppendHtml($"<span {name}{(Reader.IsTarget(piece.Segment) ? " class=\"tgt\"" : "")}>");
            Write(output.Content, piece);
            output.Content.AppendHtml("</span>");
        }
    }

    private void Write(TagHelperContent content, TranscriptPiece piece)
    {
        var text = Reader.View.Segments[piece.Segment].Text;
        var at = piece.From;
        foreach (var (part, isCurrent) in Reader.MarksIn(piece.Segment))
        {
            var from = Math.Clamp(part.From, at, piece.To);
            var to = Math.Clamp(part.To, at, piece.To);
            if (to > from)
            {
                content.Append(text[at..from]).AppendHtml(isCurrent ? "<mark>" : "<mark class=\"hitf\">").Append(text[from..to]).AppendHtml("</mark>");
                at = to;
            }
        }

        content.Append(text[at..piece.To] + (piece.BlankAfter ? " " : ""));
    }
}
