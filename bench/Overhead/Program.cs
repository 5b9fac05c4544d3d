using System.Globalization;
using AutoPar.Overhead;

// What it costs to run a loop on all cores, beside other runtimes. Without arguments: calls back to back, and after 5 ms of idleness.
// "busy": beside threads of another process that never pause. "ours" leaves the peers away.
int[] lengths = [1024, 4096, 16_384, 65_536];
if (args.Contains("spin"))
{
    return Competitor.Spin();
}

bool alone = args.Contains("ours");
OpenMpPeer? openMp = alone ? null : OpenMpPeer.Compile();
var numba = alone ? [] : NumbaPeer.Run(lengths);
Forms[] loops = [.. Forms.All(openMp, lengths)];
string[] names = ["one thread", "AutoPar", "Parallel.For", "PLINQ", "OpenMP", "Numba"];
foreach (Forms loop in loops)
{
    foreach (Action? call in Candidates(loop))
    {
        Clock.WarmUp(call ?? (() => { }));
    }
}

using Competitor? competitor = args.Contains("busy") ? Competitor.Start() : null;
Print("Hot, microseconds a call:", loops, (loop, call) => Clock.Hot(call, competitor is null ? 400 : 2) / 1000, loop => numba.GetValueOrDefault(loop.Name, (double.NaN, double.NaN)).Item1 / 1000);
if (competitor is null)
{
    Print("After 5 ms of idleness, microseconds a call (median):", loops, (loop, call) => Clock.AfterIdleness(call, TimeSpan.FromMilliseconds(5), 60)[30] / 1000, loop => numba.GetValueOrDefault(loop.Name, (double.NaN, double.NaN)).Item2 / 1000);
    Print("Bytes allocated a call:", loops, (loop, call) => Clock.Allocated(call), _ => double.NaN);
}
else
{
    Print("Mean of 300 calls, 1 ms apart, microseconds:", loops, (loop, call) => Clock.AfterIdleness(call, TimeSpan.FromMilliseconds(1), 300).Average() / 1000, _ => double.NaN);
}

return 0;

Action?[] Candidates(Forms loop) => [loop.OneThread, loop.Ours, loop.ParallelFor, loop.Plinq, loop.OpenMp];

void Print(string title, Forms[] rows, Func<Forms, Action, double> measure, Func<Forms, double> ofNumba)
{
    Console.WriteLine(title);
    Console.WriteLine($"{"loop",-14}{string.Concat(names.Select(name => name.PadLeft(14)))}");
    foreach (Forms loop in rows)
    {
        IEnumerable<double> figures = Candidates(loop).Select(call => call is null ? double.NaN : measure(loop, call)).Append(ofNumba(loop));
        Console.WriteLine($"{loop.Name,-14}{string.Concat(figures.Select(Text))}");
    }
}

static string Text(double value) => (double.IsNaN(value) ? "-" : value.ToString("N2", CultureInfo.InvariantCulture)).PadLeft(14);
