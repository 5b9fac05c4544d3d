using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using AutoPar.Runtime.Tests.Loops;

namespace AutoPar.Runtime.Tests.Telemetry;

public sealed class LoopTelemetryTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Fact]
    public void The_event_source_tells_of_each_loop()
    {
        RunBoth();
        using (var listener = new Listener())
        {
            RunBoth();
            (string name, object?[] values)[] events = [.. listener.Events];
            Assert.Equal(["LoopForked", "LoopInline", "LoopInline"], events.Select(one => one.name));
            Assert.Equal([20L, 20L], events[0].values.Take(2));
            Assert.InRange((int)events[0].values[2]!, 1, 2);
            Assert.Equal(false, events[0].values[3]);
            Assert.InRange((double)events[0].values[4]!, 1, 2);
            Assert.Equal([7L, "one thread"], events[1].values);
            Assert.Equal([9L, "short"], events[2].values);
        }

        RunBoth();
        Assert.False(LoopTelemetry.IsOn);
        Assert.Equal(ForkCost.Threshold, ForkCost.Gate);
    }

    [Fact]
    public void Fallbacks_are_told_with_the_test_that_failed()
    {
        long count = 0;
        using var source = new Listener();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "autopar.fallbacks")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            count += tags.ToArray().Select(tag => tag.Value).SequenceEqual(["C.M", "n <= a.Length"]) ? value : 0);
        listener.Start();

        Assert.True(LoopFallbacks.AreObserved);
        int[] a = [];
        int n = 1;
        Assert.True(new TestedGuard("C.M", 12).Holds(n > 0));
        Assert.False(new TestedGuard("C.M", 12).Holds(n <= a.Length));
        (string name, object?[] values) = Assert.Single(source.Events, one => one.Name == "LoopFallback");
        Assert.Equal(["C.M", 12, "n <= a.Length"], values);
        Assert.Equal(1, count);
    }

    [Fact]
    public void The_meter_counts_loops_and_chunks()
    {
        RunBoth();
        var sums = new Dictionary<string, double>();
        using (var listener = new MeterListener())
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "AutoPar")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name + string.Concat(tags.ToArray().Select(tag => $" {tag.Value}")), value));
            listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Add(instrument.Name, value));
            listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument.Name, value));
            listener.Start();
            listener.RecordObservableInstruments();
            RunBoth();
            RunBoth();
        }

        Assert.Equal(2, sums["autopar.loops parallel"]);
        Assert.Equal(2, sums["autopar.loops inline one thread"]);
        Assert.Equal(2, sums["autopar.loops inline short"]);
        Assert.Equal(40, sums["autopar.chunks"]);
        Assert.InRange(sums["autopar.loop.imbalance"], 2, 4);
        Assert.True(sums["autopar.loop.wait"] >= 0);
        Assert.InRange(sums["autopar.workers"], 1, 63);
        Assert.True(sums.ContainsKey("autopar.workers.busy"));
        RunBoth();
        Assert.False(LoopTelemetry.IsOn);

        void Add(string name, double value)
        {
            lock (sums)
            {
                sums[name] = sums.GetValueOrDefault(name) + value;
            }
        }
    }

    public void Dispose() => _fork.Dispose();

    private static void RunBoth()
    {
        ForkCost.Threshold = -1;
        LoopDriver.For(20, new ActionBody(_ => Thread.SpinWait(50)), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
        LoopDriver.For(7, new ActionBody(_ => { }), ForkEverything.Schedule(degree: 1));
        ForkCost.Threshold = 1e6;
        LoopDriver.For(9, new ActionBody(_ => { }), ForkEverything.Schedule(nanoseconds: 1));
    }

    private sealed class Listener : EventListener
    {
        public List<(string Name, object?[] Values)> Events { get; } = [];

        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "AutoPar")
            {
                EnableEvents(source, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs data) => Events.Add((data.EventName!, [.. data.Payload!]));
    }
}
