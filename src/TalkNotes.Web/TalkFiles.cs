using System.Net.Mime;
using System.Text;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web;

/// <summary>Hands out a talk's transcript as a file: <c>/talks/{slug}.vtt</c>, <c>.srt</c>, <c>.txt</c>, <c>.json</c>.</summary>
internal static class TalkFiles
{
    public static void MapTalkFiles(this IEndpointRouteBuilder endpoints)
    {
        foreach (var format in ExportFormat.All)
        {
            endpoints.MapGet(
                $"/talks/{{slug}}.{format.Id}",
                (string slug, TalkExport export, TalkQueries talks, HttpContext context, CancellationToken ct) => AnswerAsync(slug, format, export, talks, context, ct))
                .ExcludeFromDescription();
        }
    }

    private static async Task<IResult> AnswerAsync(string slug, ExportFormat format, TalkExport export, TalkQueries talks, HttpContext context, CancellationToken ct)
    {
        if (await export.FindAsync(slug, ct) is { } talk)
        {
            if (format.Write(talk) is not { } text)
            {
                return Results.Problem($"{format.Name} need times, and this transcript states none", statusCode: StatusCodes.Status404NotFound, title: "Not found");
            }

            context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{slug}.{format.Id}", Inline = true }.ToString();
            return Results.Text(text, format.MediaType, Encoding.UTF8);
        }

        return await talks.CurrentSlugAsync(slug, ct) is { } current && current != slug
            ? Results.Redirect(Links.TalkFile(current, format.Id), permanent: true)
            : Results.Problem($"No talk with a transcript has the address '{slug}'", statusCode: StatusCodes.Status404NotFound, title: "Not found");
    }
}
