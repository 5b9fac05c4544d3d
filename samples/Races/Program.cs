using AutoPar.Samples.Races;
using AutoPar.Samples.Races.HandWritten;

// For each racy loop: how often the naive Parallel.For goes wrong, and whether AutoPar's form gives what was written.
const int Runs = 20;
Console.WriteLine("The warnings of these loops are in the build's output. Here is what they warn of.");
Console.WriteLine();
Console.WriteLine($"{"loop",-10} {"naive Parallel.For",-22} {"AutoPar's form",-16} the race");

bool allEqual = true;
foreach (Stop stop in Tour.Stops)
{
    double[] expected = stop.AsWritten();
    int wrong = Enumerable.Range(0, Runs).Count(_ => !Same(expected, stop.Naive()));
    bool equal = Same(expected, stop.Form());
    allEqual &= equal;
    Console.WriteLine($"{stop.Name,-10} {$"wrong in {wrong} of {Runs} runs",-22} {(equal ? "as written" : "DIFFERENT"),-16} {stop.Why}");
}

Console.WriteLine();
Console.WriteLine("Hand-written parallel code, rule by rule, and the same mended, mostly by its code fix. (A race that comes out right today is still one.)");
Console.WriteLine();
bool allRight = HandWrittenTour.Run();

return allEqual && allRight ? 0 : 1;

static bool Same(double[] x, double[] y) => x.AsSpan().SequenceEqual(y);
