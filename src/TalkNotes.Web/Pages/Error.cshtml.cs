using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Pages;

/// <summary>Every failure that reaches a person: what happened, what was kept, what to do next.</summary>
[IgnoreAntiforgeryToken]
[Access(Read = Access.Everyone, Write = Access.Everyone)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>What happened.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What was kept and what to do next.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>What finds the failure in the log; null when it was no fault of the program.</summary>
    public string? Reference { get; private set; }

    /// <summary>Whether signing in would help.</summary>
    public bool MaySignIn => Response.StatusCode == 401 && Access.Of(HttpContext).MaySignIn;

    /// <summary>Every failure is told, whatever the method of the request that failed: no handler of its own is needed.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Describe(context?.RouteData.Values["status"] is string status ? int.Parse(status, CultureInfo.InvariantCulture) : null);

    /// <summary>What stopped the database or the disk, in words; null when it was neither.</summary>
    private string? Explanation() => HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failure ? Failures.Explain(failure.Error) : null;

    private void Describe(int? status)
    {
        // Asked for by hand, the page itself is what was not found.
        var code = status ?? (HttpContext.Response.StatusCode >= 400 ? HttpContext.Response.StatusCode : 404);
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
        (Heading, Advice) = Response.StatusCode switch
        {
            400 => ("That request could not be read", "The form may be too old or an address was cut. Nothing was changed. Go back, reload the page and try once more."),
            401 => ("You are not signed in", "Nothing was changed, and what you sent was not saved. Sign in in another tab, come back here with your browser's Back button and send it again; most browsers keep what you typed."),
            403 when Access.Of(HttpContext).Settings.ReadOnly => ("This site is read-only", "Nobody can change anything here. Nothing was changed."),
            403 => ("You may not do that", "Your account may not do that; an administrator can give it another role. Nothing was changed."),
            404 => ("There is no such page", "The address may be mistyped. Talks, speakers and claims keep their addresses, so search for what you were looking for."),
            405 => ("That page only answers to its form", "Nothing was changed. Go back and use the button there."),
            409 => ("Someone else was quicker", "What you wanted to change has changed meanwhile. Nothing was overwritten. Go back, reload and look again."),
            408 or 504 => ("That took too long", "It was given up. What was saved before is kept; what you just sent may not be saved, so look before you send it again."),
            413 => ("That is too large", "Nothing was taken in. Divide the document, or let the command line take it in."),
            429 => ("Too many requests", "Wait a minute, then try again."),
            503 or 507 when Explanation() is { } explanation => ("The library cannot take that now", $"What happened: {explanation}. What you just sent was not saved; go back, and send it again when that is put right."),
            503 => ("Busy right now", "The library is being written to. Nothing was lost; try again in a moment."),
            _ => ("Something went wrong", "It is our fault, not yours. What was saved before is kept; what you just sent was not saved. Go back and try once more."),
        };
        Reference = Response.StatusCode >= 500 ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;
    }
}
