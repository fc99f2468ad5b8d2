using System.Reflection;

namespace TalkNotes.Web;

/// <summary>The program's version.</summary>
internal static class Version
{
    /// <summary>Without the commit that a build may append.</summary>
    public static string Text { get; } = typeof(Version).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
