namespace TalkNotes.Core;

/// <summary>Who writes something, and how they came in: stands beside what was written, for good.</summary>
/// <param name="Name">A person's name, or what acted by itself.</param>
/// <param name="Via">
/// <c>local</c>, <c>session</c>, <c>token</c> or <c>proxy</c> through the site, <c>command</c> on the command line, <c>notes</c> by an edit of notes that
/// was accepted, <c>folder</c> for the library folder, <c>program</c> where the program reads again what it understands better now.
/// </param>
public sealed record Author(string Name, string Via)
{
    /// <summary>Whoever runs the program, by the name of their account on this system.</summary>
    public static Author Command { get; } = new(Environment.UserName is { Length: > 0 } name ? name : "somebody", "command");

    /// <summary>Whoever put a document into the library folder; the folder does not say who.</summary>
    public static Author Folder { get; } = new("library folder", "folder");

    /// <summary>The program itself.</summary>
    public static Author Program { get; } = new("TalkNotes", "program");
}
