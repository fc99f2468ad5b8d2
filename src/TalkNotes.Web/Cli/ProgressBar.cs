namespace TalkNotes.Web.Cli;

/// <summary>A bar that is redrawn in place while a person watches; silent otherwise.</summary>
internal sealed class ProgressBar(Terminal terminal)
{
    private const int Width = 24;
    private bool _isDrawn;

    public void Draw(int done, int total, string what)
    {
        if (!terminal.IsInteractive || total == 0)
        {
            return;
        }

        var full = Width * done / total;
        var label = what.Length > 40 ? "…" + what[^39..] : what;
        terminal.Error.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {done:N0}/{total:N0} {label,-40}");
        _isDrawn = true;
    }

    /// <summary>Takes the bar away, so that something else can be written.</summary>
    public void Clear()
    {
        if (_isDrawn)
        {
            terminal.Error.Write("\r" + new string(' ', Width + 70) + "\r");
            _isDrawn = false;
        }
    }
}
