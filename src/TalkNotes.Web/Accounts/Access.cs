using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>Who sends a request.</summary>
/// <param name="Name">Stands beside everything that they write.</param>
/// <param name="Role">One of <see cref="Core.Accounts.Role"/>.</param>
/// <param name="Via"><c>local</c>, <c>session</c>, <c>token</c> or <c>proxy</c>.</param>
internal sealed record Person(string Name, string Role, string Via);

/// <summary>What a request may do: asked by the rule before each endpoint, and by pages that show a form or a link.</summary>
internal sealed record Access(Person? Person, AccessSettings Settings, bool IsLocal)
{
    /// <summary>Needs no role at all.</summary>
    public const string Everyone = "everyone";

    /// <summary>Whether it may write as a curator does.</summary>
    public bool MayWrite => May(Role.Curator);

    /// <summary>Whether it may change accounts.</summary>
    public bool MayAdminister => May(Role.Administrator);

    /// <summary>Whether signing in would help.</summary>
    public bool MaySignIn => !IsLocal && Person is null && (!Settings.ReadOnly || Settings.ReadingClosed);

    /// <summary>Whether somebody is signed in, with a way to sign out.</summary>
    public bool IsSession => Person?.Via == "session";

    /// <summary>What the access rule found of a request; nothing allowed where it was not asked.</summary>
    public static Access Of(HttpContext context) => context.Features.Get<Access>() ?? throw new InvalidOperationException("The request was not identified.");

    /// <summary>Whether it may do what needs a role. On a read-only site nobody does more than read.</summary>
    public bool May(string needed) => needed == Everyone
        || (Role.Covers(Person?.Role, needed) && (needed == Role.Reader || !Settings.ReadOnly));
}

/// <summary>Who may read and write at an endpoint, where it is not as everywhere: all read (unless reading is closed), curators write.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AccessAttribute : Attribute
{
    /// <summary>Role that GET needs; null as everywhere.</summary>
    public string? Read { get; init; }

    /// <summary>Role that every other method needs.</summary>
    public string Write { get; init; } = Role.Curator;

    /// <summary>For what shows and changes nothing on record.</summary>
    public static AccessAttribute Open { get; } = new() { Read = Access.Everyone, Write = Access.Everyone };
}
