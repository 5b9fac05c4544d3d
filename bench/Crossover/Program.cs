using AutoPar.Crossover;
using Gallery.Cases;

// Where each form of the Gallery's kernels overtakes the others, and whether what a call runs is the best of them. With names: these
// kernels alone.
Console.WriteLine($"{"kernel",-24}{"n",12}{"as written",14}{"lanes",14}{"forked",14}{"a call",14}{"of the best",14}");
var worst = new List<(string Name, int Size, double Excess)>();
foreach (GalleryCase entry in Catalog.All.Where(entry => args.Length == 0 || args.Contains(entry.Name)))
{
    foreach (int size in ProblemSizes.Of(entry.Sizes.Full))
    {
        Times times = Times.Of(entry.Prepare(size));
        Console.WriteLine(
            $"{entry.Name,-24}{size,12:N0}{Text(times.AsWritten)}{Text(times.Lanes)}{Text(times.Forked)}{Text(times.Chosen)}{times.Chosen / times.Best,14:F2}");
        worst.Add((entry.Name, size, (times.Chosen - Times.Allowance) / times.Best));
    }
}

Console.WriteLine();
Console.WriteLine($"More than 5 % and {Times.Allowance:F0} ns above the best form:");
foreach ((string name, int size, double excess) in worst.Where(row => row.Excess > 1.05).OrderByDescending(row => row.Excess))
{
    Console.WriteLine($"{name,-24}{size,12:N0}{excess,14:F2}");
}

static string Text(double nanoseconds) => (nanoseconds switch
{
    < 1000 => $"{nanoseconds:F1} ns",
    < 1e6 => $"{nanoseconds / 1000:F2} µs",
    _ => $"{nanoseconds / 1e6:F2} ms",
}).PadLeft(14);
