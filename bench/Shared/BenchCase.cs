namespace AutoPar.Bench;

/// <summary>A kernel on data, in its forms: each runs the call as often as it's told.</summary>
/// <param name="Arrays">The three arrays x, y and z, of which a kernel uses some.</param>
internal sealed record BenchCase(
    string Kernel,
    string Type,
    int Length,
    (Array X, Array Y, Array Z) Arrays,
    Action<int> Plain,
    Action<int> HandWritten,
    Action<int> Intercepted,
    Action<int> Vectorized,
    Action<int> Parallel)
{
    public bool ReturnsNumber => Kernel is "sum" or "dot";

    public static IEnumerable<BenchCase> All(int length)
    {
        foreach (BenchCase @case in DoubleCases.Create(AlignedArray.Of<double>(length), AlignedArray.Of<double>(length), AlignedArray.Of<double>(length)))
        {
            yield return @case;
        }

        foreach (BenchCase @case in FloatCases.Create(AlignedArray.Of<float>(length), AlignedArray.Of<float>(length), AlignedArray.Of<float>(length)))
        {
            yield return @case;
        }
    }
}
