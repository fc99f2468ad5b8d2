using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// Asks axe, which the page gets once, however often it is asked. Only violations come back, in words: building and sending what passed
/// takes longer than the rules themselves.
/// </summary>
internal static class Axe
{
    private static readonly string Script = Read();

    /// <summary>Hands axe to the page; it stays until the page is left.</summary>
    public static Task BringAxeAsync(this IPage page) => page.EvaluateAsync(Script);

    /// <summary>Every rule, over the page as it is now.</summary>
    public static Task<string[]> AskAxeAsync(this IPage page) => page.EvaluateAsync<string[]>(
        """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'], selectors: false });
          return violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
        }
        """);

    private static string Read()
    {
        using var stream = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")
            ?? throw new InvalidOperationException("The package of axe carries its script under another name.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
