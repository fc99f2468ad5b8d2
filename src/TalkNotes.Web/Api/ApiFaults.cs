using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Api;

/// <summary>
/// Every fault of an address under <c>/api</c> is problem details, also where nobody thought of it: an address that does not
/// exist, a method or type of body that it does not take, a limit. People get the error page at all other addresses.
/// </summary>
internal static class ApiFaults
{
    /// <summary>Whether a program asks, and not a person; also while a failure is answered, when the request is led to the error page.</summary>
    public static bool IsForPrograms(this HttpRequest request)
    {
        var path = request.HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? new PathString(failed.Path) : request.Path;
        return path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gives answers that say nothing but their status a body.</summary>
    public static void UseAnswersOfFaults(this WebApplication app)
    {
        app.UseWhen(c => c.Request.IsForPrograms(), programs =>
        {
            programs.UseStatusCodePages(c => Of(c.HttpContext).ExecuteAsync(c.HttpContext));
            programs.Use((context, next) =>
            {
                if (Refused(context.Request) is not { } status)
                {
                    return ReadAsync(context, next);
                }

                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
        });
        app.UseWhen(c => !c.Request.IsForPrograms(), people => people.UseStatusCodePagesWithReExecute("/error/{0}"));
    }

    /// <summary>Answers what could not be read, naming the place in the body; nothing of it was done.</summary>
    private static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = e.StatusCode;
            if (e.InnerException is JsonException { Path: { } place })
            {
                await Problems.Unreadable(place).ExecuteAsync(context);
            }
        }
    }

    private static int? Refused(HttpRequest request) => !IsOfAKnownEncoding(request) ? StatusCodes.Status415UnsupportedMediaType
        : IsConditionalWrite(request) ? StatusCodes.Status412PreconditionFailed
        : null;

    /// <summary>
    /// Whether a write depends on a tag. It must not be done then: the tags are weak, and weak ones never match here.
    /// https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
    /// </summary>
    private static bool IsConditionalWrite(HttpRequest request) => !AccessRule.IsSafe(request.Method) && request.Headers.IfMatch.Count > 0 && request.Headers.IfMatch != "*";

    /// <summary>Whether JSON is written in a way that can be read; who says nothing means UTF-8. What a document says of itself is for its format.</summary>
    private static bool IsOfAKnownEncoding(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue
            || !type.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static IResult Of(HttpContext context)
    {
        var request = context.Request;
        var status = context.Response.StatusCode;
        var (title, detail) = status switch
        {
            400 => ("The question is not clear", "A parameter or the body could not be read; /openapi/v1.json describes them"),
            403 => ("Not allowed", "This was sent by a page of another site and was refused. Nothing was changed"),
            404 => ("Not found", "There is no such address; /openapi/v1.json lists all"),
            405 => ("Not that method", $"This address does not take {request.Method}; Allow names what it takes"),
            412 => ("The condition does not hold", "Tags of this API are weak and no condition of a write; send what was read as seen, where the call takes it. Nothing was changed"),
            413 => ("Too large", "Nothing was taken in. Divide what you send, or let the command line take it in"),
            415 => ("Not that type of body", "Send the body as application/json in UTF-8"),
            421 => ("Not this site", "This site does not answer to that name. Whoever runs it can add it: talknotes serve --hosts NAME"),
            429 => ("Too many requests", "Wait as long as Retry-After says, then go on"),
            408 or 504 => ("That took too long", "It was given up. What was saved before is kept; look before you send it again"),
            _ => ("It could not be answered", null),
        };
        return Results.Problem(detail, statusCode: status, title: title);
    }
}
