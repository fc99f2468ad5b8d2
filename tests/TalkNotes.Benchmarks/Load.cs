using System.Diagnostics;

namespace TalkNotes.Benchmarks;

/// <summary>How long answers took.</summary>
/// <param name="P50">Milliseconds within which half of them came.</param>
/// <param name="P95">Milliseconds within which 95 in a hundred came.</param>
/// <param name="P99">Milliseconds within which 99 in a hundred came.</param>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Work">Milliseconds of the server's processors an answer.</param>
/// <param name="Kilobytes">Size of an answer without compression.</param>
internal sealed record Timing(double P50, double P95, double P99, double PerSecond, double Work, double Kilobytes);

/// <summary>Asks a server for addresses, by one client or by several at once.</summary>
internal static class Load
{
    /// <summary>Asks for each address once.</summary>
    public static async Task<Timing> AskAsync(Server server, IReadOnlyList<string> addresses, int clients)
    {
        var next = -1;
        var times = new double[addresses.Count];
        var bytes = 0L;
        var work = server.Work;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < addresses.Count; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await server.Client.GetAsync(new Uri(addresses[i], UriKind.Relative));
                var body = await answer.Content.ReadAsByteArrayAsync();
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Interlocked.Add(ref bytes, body.Length);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{addresses[i]}: {answer.StatusCode}");
                }
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        return new Timing(
            At(times, 0.50), At(times, 0.95), At(times, 0.99), addresses.Count / seconds, (server.Work - work).TotalMilliseconds / addresses.Count, bytes / 1e3 / addresses.Count);
    }

    private static double At(double[] values, double share) => values.Order().ElementAt(Math.Min(values.Length - 1, (int)(share * values.Length)));
}
