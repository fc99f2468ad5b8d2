using Microsoft.AspNetCore.Mvc;

namespace TalkNotes.Web;

/// <summary>303: what was sent is on record; look here. Reloading the page sends nothing again.</summary>
public sealed class SeeOther(string address) : ActionResult
{
    /// <inheritdoc />
    public override void ExecuteResult(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
    }
}
