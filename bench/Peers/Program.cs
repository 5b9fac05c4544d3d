using System.Globalization;
using AutoPar.Bench;
using AutoPar.Peers;

// The same kernels in C#, C and Python in one run, on the same machine at the same time. Optional arguments: lengths.
int[] lengths = args.Length == 0 ? [1_000, 100_000, 10_000_000] : Array.ConvertAll(args, text => int.Parse(text, CultureInfo.InvariantCulture));

// Another runtime's workers spin for a while after their loop: nobody is timed before they sleep.
var pause = TimeSpan.FromMilliseconds(10);

GccPeer? gcc = GccPeer.Compile(out string aboutGcc);
Console.WriteLine(aboutGcc);
var numba = NumbaPeer.Run(lengths, out string aboutNumba);
Console.WriteLine(aboutNumba);
Console.WriteLine($"AutoPar on {AutoPar.AutoParOptions.MaxDegreeOfParallelism} threads. Shortest of many samples in microseconds; 1 and n: threads.");
Console.WriteLine("Ratios: the peer's time divided by ours, vectorized for 1 and parallel for n; above 1 we are faster.");
Console.WriteLine($"{"kernel",-6}{"type",-8}{"n",11}{"vec 1",11}{"par n",11}{"gcc 1",11}{"gcc n",11}{"numba 1",11}{"numba n",11} | {"gcc 1",7}{"gcc n",7}{"numba 1",8}{"numba n",8}");
foreach (int length in lengths)
{
    foreach (BenchCase @case in BenchCase.All(length))
    {
        Action<int>[] candidates = gcc is null
            ? [@case.Vectorized, @case.Parallel]
            : [@case.Vectorized, @case.Parallel, gcc.OneThread(@case), gcc.AllThreads(@case)];
        Stopwatches.WarmUp(candidates);
        double[] time = Stopwatches.Time(length > 1_000_000 ? 12 : 25, pause, candidates);
        double gcc1 = gcc is null ? double.NaN : time[2], gccN = gcc is null ? double.NaN : time[3];
        (double numba1, double numbaN) = numba.GetValueOrDefault((@case.Kernel, @case.Type, length), (double.NaN, double.NaN));
        Console.WriteLine(
            $"{@case.Kernel,-6}{@case.Type,-8}{length.ToString("N0", CultureInfo.InvariantCulture),11}"
            + Micro(time[0]) + Micro(time[1]) + Micro(gcc1) + Micro(gccN) + Micro(numba1) + Micro(numbaN) + " |"
            + Ratio(gcc1 / time[0], 8) + Ratio(gccN / time[1], 7) + Ratio(numba1 / time[0], 8) + Ratio(numbaN / time[1], 8));
    }
}

static string Micro(double nanoseconds) =>
    (double.IsNaN(nanoseconds) ? "-" : (nanoseconds / 1000).ToString("F3", CultureInfo.InvariantCulture)).PadLeft(11);

static string Ratio(double ratio, int width) => (double.IsNaN(ratio) ? "-" : ratio.ToString("F2", CultureInfo.InvariantCulture)).PadLeft(width);
