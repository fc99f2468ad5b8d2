using System.Diagnostics;
using System.Diagnostics.Metrics;
using TalkNotes.Core.Tests.Ingest;

namespace TalkNotes.Core.Tests.Search;

public class TelemetryTests
{
    [Fact]
    public async Task Documents_are_counted_by_outcome_and_traced()
    {
        using var library = new TestLibrary();
        var (counted, traced) = (new List<string>(), new List<string>());
        using var meter = new MeterListener { InstrumentPublished = (instrument, listener) => Listen(instrument, listener) };
        meter.SetMeasurementEventCallback<long>((instrument, n, tags, _) =>
        {
            lock (counted)
            {
                counted.Add($"{instrument.Name} {n} {tags[0].Key}={tags[0].Value}");
            }
        });
        meter.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (traced)
                {
                    traced.Add($"{activity.OperationName} {activity.GetTagItem("talknotes.source")}");
                }
            },
        };
        ActivitySource.AddActivityListener(activities);

        await library.IngestAsync("telemetry.txt", ["title: On counting", "Ann Lee> One, two, three."]);

        // other tests take documents in at the same time
        Assert.Contains("talknotes.documents 1 outcome=added", counted);
        Assert.Contains("ingest telemetry.txt", traced);

        static void Listen(Instrument instrument, MeterListener listener)
        {
            if (instrument.Meter.Name == Telemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        }
    }
}
