using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalkNotes.Web.Pages;

/// <summary>
/// A page answers to the methods that it has something for, and to no other: it would be written without what it shows. What is none of
/// GET, HEAD and POST is refused before anything of the request is read.
/// </summary>
internal sealed class PageMethods : IPageFilter
{
    /// <summary>The page that tells failures is shown to every method.</summary>
    private const string Error = "/Error";

    /// <summary>Refuses the methods that no page has. After routing.</summary>
    public static IApplicationBuilder Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            context.Request.ContentType = null; // nothing is read from their bodies, so no form can fail to be one
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)
            || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || page.ViewEnginePath == Error)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // which one it is, is looked at when it is to run
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && context.ActionDescriptor.ViewEnginePath != Error)
        {
            context.HttpContext.Response.Headers.Allow = "GET, HEAD";
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // nothing is left to do
    }
}
