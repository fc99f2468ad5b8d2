using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TalkNotes.Core;

/// <summary>
/// What the program tells of itself through .NET's own instruments: listened to by <c>dotnet-counters</c>,
/// <c>dotnet-trace</c> or any OpenTelemetry collector; nothing is kept or sent by the program. See docs/operations.md.
/// </summary>
public static class Telemetry
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "TalkNotes";

    private static readonly Meter Meter = new(Name);

    /// <summary>Pieces of work that a trace shows: taking in a document, a search.</summary>
    public static readonly ActivitySource Activities = new(Name);

    /// <summary>Documents by what became of them (<c>outcome</c>).</summary>
    public static readonly Counter<long> Documents = Meter.CreateCounter<long>("talknotes.documents", "{document}", "Documents taken in, by outcome");

    /// <summary>How long a search took, in milliseconds.</summary>
    public static readonly Histogram<double> Searches = Meter.CreateHistogram<double>("talknotes.search.duration", "ms", "Time of a search");

    /// <summary>Writes that went through, by the way in (<c>via</c>).</summary>
    public static readonly Counter<long> Writes = Meter.CreateCounter<long>("talknotes.writes", "{write}", "Writes through the site that went through, by the way in");

    /// <summary>Requests refused by the access rule, by status (<c>status</c>).</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("talknotes.refusals", "{request}", "Requests that the access rule refused, by status");
}
