using System.Globalization;
using System.Text;

namespace TalkNotes.Core.Export;

/// <summary>
/// Rows of comma-separated values (RFC 4180) that a spreadsheet cannot run: a cell that would be read as a formula begins
/// with an apostrophe.
/// </summary>
public static class CsvText
{
    /// <summary>One row with its line end.</summary>
    /// <param name="cells">Text, numbers, dates and instants; null is an empty cell.</param>
    public static string Row(params ReadOnlySpan<object?> cells)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            row.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        return row.Append("\r\n").ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(Safe(text)),
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Safe(value.ToString() ?? "")),
    };

    /// <summary>Spreadsheets look past blanks and quotes, and some take the wide forms of East Asian scripts for the narrow ones.</summary>
    private static string Safe(string text)
    {
        var start = text.AsSpan().TrimStart().TrimStart('"').TrimStart();
        var isRun = (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠') || (text.Length > 0 && text[0] is '\t' or '\r' or '\n');
        return isRun ? "'" + text : text;
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
