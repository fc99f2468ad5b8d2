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

    /// <summary>The file's text now.</summary>
    public string Current => file.Read();

    /// <summary>Whether what was sent could not be saved.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What the last change made here did; null when there was none.</summary>
    public GlossaryChange? LastChange => file.Previous is { } before ? GlossaryChange.Between(Glossary.Parse(before), file.Current) : null;

    public void OnGet()
    {
        Yaml = Seen = file.Read();
        Entries = file.Current.Entries;
        Problems = file.Current.Problems;
    }

    public IActionResult OnPost()
    {
        if (!file.IsStill(Seen))
        {
            return Refused(["The glossary was changed meanwhile. Your text stands below: copy it, load the page again, and put your change in"]);
        }

        var problems = file.Save(Yaml ?? "");
        return problems.Count > 0 ? Refused(problems) : Done("Glossary saved");
    }

    /// <summary>Brings back the text before the last change.</summary>
    public IActionResult OnPostUndo()
    {
        if (!file.IsStill(Seen))
        {
            Yaml = file.Read();
            return Refused(["The glossary was changed meanwhile; nothing was brought back. This is how it stands now"]);
        }

        return Done(file.Undo() ? "Last change undone" : "There is no change to undo");
    }

    private RedirectToPageResult Done(string message)
    {
        TempData["Message"] = message;
        return RedirectToPage();
    }

    private PageResult Refused(IReadOnlyList<string> problems)
    {
        (IsRefused, Problems, Entries) = (true, problems, file.Current.Entries);
        return Page();
    }
}
