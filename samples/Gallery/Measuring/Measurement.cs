namespace Gallery.Measuring;

/// <summary>What a case gave. Times are the shortest of several runs, in milliseconds.</summary>
/// <param name="VectorizedDifference">Largest relative difference to the method as written; 0 = identical bits.</param>
/// <param name="SameBitsOnAnyThreads">The parallel form gives the same bits with 1 and with 3 workers.</param>
/// <param name="Passed">The differences are within the case's tolerance.</param>
internal sealed record Measurement(
    string Name,
    string Formula,
    string Size,
    double SequentialMilliseconds,
    double VectorizedMilliseconds,
    double ParallelMilliseconds,
    double VectorizedDifference,
    double ParallelDifference,
    bool SameBitsOnAnyThreads,
    bool Passed,
    Verdict Verdict);
