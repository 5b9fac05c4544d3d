using AutoPar.Runtime;
using BenchmarkDotNet.Attributes;

namespace AutoPar.Bench;

/// <summary>What it costs to run nothing on two workers.</summary>
[MemoryDiagnoser]
public class ForkJoinBenchmarks
{
    [Benchmark]
    public void LoopDriverFor() => LoopDriver.For(2, default(EmptyBody), new LoopSchedule(Schedule.Static, 0, 2, 1e6, 1));

    [Benchmark(Baseline = true)]
    public void ParallelFor() => System.Threading.Tasks.Parallel.For(0, 2, static _ => { });

    private readonly struct EmptyBody : ILoopBody
    {
        public void Run(long from, long to)
        {
        }
    }
}
