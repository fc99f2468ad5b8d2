using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Web.Pages;

/// <summary>Names and terms with their variants: the library's <c>glossary.yaml</c>, to read and to edit.</summary>
public sealed class GlossaryModel(GlossaryFile file) : PageModel
{
    /// <summary>The file's text, or what was sent when it could not be saved.</summary>
    [BindProperty]
    public string Yaml { get; set; } = "";

    /// <summary>The text that the editor saw, so that nobody's change is overwritten unseen.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    public ImmutableArray<GlossaryEntry> Entries { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public void OnGet()
    {
        Yaml = Seen = file.Read();
        Entries = file.Current.Entries;
        Problems = file.Current.Problems;
    }

    public IActionResult OnPost()
    {
        Entries = file.Current.Entries;
        if (Same(Seen, file.Read()))
        {
            Problems = file.Save(Yaml ?? "");
            if (Problems.Count == 0)
            {
                TempData["Message"] = "Glossary saved";
                return RedirectToPage();
            }

            return Page();
        }

        Problems = ["The glossary was changed meanwhile. Copy your text, load the page again, and put your change in"];
        return Page();
    }

    /// <summary>Forms send line ends as CRLF.</summary>
    private static bool Same(string? a, string? b) => (a ?? "").ReplaceLineEndings("\n").Trim() == (b ?? "").ReplaceLineEndings("\n").Trim();
}
