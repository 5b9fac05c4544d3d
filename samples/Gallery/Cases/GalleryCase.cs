using Gallery.Output;

namespace Gallery.Cases;

/// <summary>One row of the gallery.</summary>
/// <param name="Name">What <c>--only</c> takes.</param>
/// <param name="Kernel">The kernel's class, which is its file's name too.</param>
/// <param name="Formula">What it computes, in a few characters.</param>
/// <param name="Sizes">Problem sizes.</param>
/// <param name="Describe">A size in words.</param>
/// <param name="Tolerance">
/// The largest relative difference to the method as written: 0 where the bits must be the same, more for float sums, which
/// are reassociated, and for vector math functions.
/// </param>
/// <param name="Prepare">Makes the data for a size.</param>
internal sealed record GalleryCase(
    string Name,
    string Kernel,
    string Formula,
    Sizes Sizes,
    Func<int, string> Describe,
    double Tolerance,
    Func<int, Workload> Prepare)
{
    /// <summary>Draws the outputs.</summary>
    public Func<Array[], Picture>? Draw { get; init; }
}

/// <param name="Full">The size that is timed.</param>
/// <param name="Quick">The same for <c>--quick</c>.</param>
/// <param name="WarmUp">Small enough to run many times until the JIT has finished, large enough to reach all code.</param>
internal sealed record Sizes(int Full, int Quick, int WarmUp);
