namespace TalkNotes.Core.Documents;

/// <summary>Addresses of YouTube videos.</summary>
public static class YouTube
{
    private const int IdLength = 11;

    private static readonly string[] Hosts = ["youtube.com", "youtu.be", "youtube-nocookie.com"];
    private static readonly string[] Paths = ["embed/", "live/", "shorts/", "v/"];

    /// <summary>The video id (11 characters) in an address, or null when it is none of YouTube's.</summary>
    public static string? VideoId(string? address)
    {
        if (address is null || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = Hosts.FirstOrDefault(h => uri.Host.Equals(h, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));
        var path = uri.AbsolutePath.TrimStart('/');
        if (host is null)
        {
            return null;
        }

        if (host == "youtu.be")
        {
            return IdAtStart(path);
        }

        if (path.TrimEnd('/') == "watch")
        {
            var parameter = uri.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith("v=", StringComparison.Ordinal));
            return parameter is null ? null : IdAtStart(parameter[2..]);
        }

        return Paths.FirstOrDefault(p => path.StartsWith(p, StringComparison.Ordinal)) is { } known ? IdAtStart(path[known.Length..]) : null;
    }

    /// <summary>Whether a text has the shape of a video id: 11 letters, digits, hyphens or underscores.</summary>
    public static bool IsVideoId(ReadOnlySpan<char> text) => text.Length == IdLength && IdPart(text) == IdLength;

    private static string? IdAtStart(string text) => IdPart(text) == IdLength ? text[..IdLength] : null;

    private static int IdPart(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_'))
        {
            length++;
        }

        return length;
    }
}
