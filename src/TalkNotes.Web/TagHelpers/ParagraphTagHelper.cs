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
            if (!Reader.MarksWords && piece.From == 0 && Reader.Target?.First == piece.Segment)
            {
                output.Content.AppendHtml("<a id=\"hit\"></a>"); // a link to words that stand here no more still leads to the place
            }

            output.Content.AppendHtml($"<span {name}{(Reader.IsTarget(piece.Segment) ? " class=\"tgt\"" : "")}>");
            Write(output.Content, piece);
            output.Content.AppendHtml("</span>");
        }
    }

    private void Write(TagHelperContent content, TranscriptPiece piece)
    {
        var segment = Reader.View.Segments[piece.Segment];
        var at = piece.From;
        foreach (var reading in segment.Corrections ?? [])
        {
            var (from, to) = (Math.Clamp(reading.From, at, piece.To), Math.Clamp(reading.To, at, piece.To));
            if (to == from)
            {
                continue;
            }

            // The words as written, the words as a person corrected them above; scripts and citations read the former.
            Write(content, segment, at, from);
            content.AppendHtml("<ruby>");
            Write(content, segment, from, to);
            content.AppendHtml("<rp> [</rp><rt>").Append(to == reading.To ? reading.Text : "").AppendHtml("</rt><rp>]</rp></ruby>");
            at = to;
        }

        Write(content, segment, at, piece.To);
        content.Append(piece.BlankAfter ? " " : "");
    }

    /// <summary>A stretch of a segment with what is looked for marked.</summary>
    private void Write(TagHelperContent content, TranscriptSegment segment, int at, int end)
    {
        foreach (var (part, isCurrent, isFirst) in Reader.MarksIn(segment.N))
        {
            var from = Math.Clamp(part.From, at, end);
            var to = Math.Clamp(part.To, at, end);
            if (to > from)
            {
                content.Append(segment.Text[at..from]).AppendHtml(isFirst && from == part.From ? "<mark id=\"hit\">" : isCurrent ? "<mark>" : "<mark class=\"hitf\">").Append(segment.Text[from..to]).AppendHtml("</mark>");
                at = to;
            }
        }

        content.Append(segment.Text[at..end]);
    }
}
