using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Api;

/// <summary>What <c>/openapi/v1.json</c> says beyond the routes themselves.</summary>
internal static class ApiDescription
{
    /// <summary>Name of the one way in for programs.</summary>
    private const string Bearer = "bearer";

    /// <summary>Parameters that several routes take, in one sentence each; a route's own are told by its summary and docs/api.md.</summary>
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["claim"] = "A claim's permanent id: ten characters.",
        ["a"] = "The number of a source within its talk.",
        ["at"] = "A passage for `bib` and `csl`: `s3-s8` or `1:58-2:12`.",
        ["b"] = "The number of the other source.",
        ["cursor"] = "The `next` of the page before; left out for the first page.",
        ["exact"] = "True finds words only as written: no glossary, no sound-alikes.",
        ["facets"] = "Values of a list of facets at most, the largest first; 100 when left out.",
        ["format"] = "The id of a format, as docs/formats.md and docs/export.md list them; the content decides what came in when it is left out.",
        ["heard"] = "Words as written.",
        ["id"] = "A claim's permanent id: ten characters.",
        ["key"] = "The key of an edit.",
        ["kind"] = "`claim`, `key-point`, `summary` or `quote`.",
        ["limit"] = "How many to answer with at most.",
        ["marker"] = "The source's own marker, as written.",
        ["n"] = "A number: of a source within its talk, a verdict or evidence within its claim, a correction, or a file of notes.",
        ["name"] = "The name of the file.",
        ["page"] = "A page by number, from 1; `cursor` is surer while talks come in.",
        ["progress"] = "`done`, `started`, `not-started` or `no-transcript`; several are alternatives.",
        ["q"] = "The query language of docs/search.md; every text is a query.",
        ["queue"] = "`open`, `recheck`, `disputed`, `due`, `reworded` or `all`.",
        ["source"] = "The number of a source within its talk whose transcript is meant; left out for the one that counts.",
        ["said"] = "The words as they should read.",
        ["show"] = "A show as written, or `none`; several are alternatives.",
        ["slug"] = "The address of a talk, a person, a topic or a saved search.",
        ["sort"] = "The order; see docs/api.md for the words that this list takes.",
        ["speaker"] = "A person: slug, or where names are taken also name or alias.",
        ["sentences"] = "true: where the whole was not said as one passage, say of each sentence where it was.",
        ["status"] = "A value of the fidelity question, or `disputed` or `withdrawn`.",
        ["talk"] = "The slug of a talk.",
        ["text"] = "The quotation, 4 to 300 words.",
        ["topic"] = "The slug of a topic; several are alternatives.",
        ["transcript"] = "Only talks that have a transcript, or only those that have none.",
        ["year"] = "A year of publication, or `none`; several are alternatives.",
    };

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Security = NeededFor(context);
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "");
            }

            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "TalkNotes",
                Version = Version.Text,
                Description = "A curated knowledge base of AI talks: who said it, when, in which words, and does the note hold? "
                    + "Times are integer milliseconds from the start of the talk; null means that no source says. Errors are problem details.",
                License = new OpenApiLicense { Name = "MIT" },
            };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.AddComponent(Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token of an account; `talknotes user token NAME` makes one (docs/security.md). Writing needs one also on one's own machine.",
            });
            return Task.CompletedTask;
        });
    });

    /// <summary>What <see cref="AccessRule"/> asks of programs: a token for every write, and for reading where that is closed.</summary>
    private static List<OpenApiSecurityRequirement> NeededFor(OpenApiOperationTransformerContext call)
    {
        var token = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, call.Document)] = [] };
        var isOpen = AccessRule.IsSafe(call.Description.HttpMethod ?? "") && !call.ApplicationServices.GetRequiredService<AccessSettings>().ReadingClosed;
        return isOpen ? [new OpenApiSecurityRequirement(), token] : [token];
    }
}
