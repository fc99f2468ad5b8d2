using System.Collections.Immutable;

namespace TalkNotes.Core.Upkeep;

/// <summary>What a check of the whole library found.</summary>
/// <param name="Talks">Talks that were looked at.</param>
/// <param name="Sources">Sources that were looked at.</param>
/// <param name="Claims">Claims that were looked at, withdrawn ones too.</param>
/// <param name="Evidence">Pieces of evidence whose words were read again.</param>
/// <param name="Findings">What is wrong; empty when all is well.</param>
public sealed record CheckReport(int Talks, int Sources, int Claims, int Evidence, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Findings.Length == 0;
}

/// <summary>Something that is wrong with the library.</summary>
/// <param name="Area"><c>database</c>, <c>index</c>, <c>source</c>, <c>talk</c>, <c>claim</c> or <c>evidence</c>.</param>
/// <param name="Message">What, and where.</param>
public sealed record Finding(string Area, string Message);
