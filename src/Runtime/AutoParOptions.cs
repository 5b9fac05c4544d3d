using System.Globalization;
using System.Runtime.CompilerServices;

namespace AutoPar;

/// <summary>Process-wide options of generated code, and scopes that narrow them for one block of code.</summary>
/// <remarks>
/// A scope belongs to the flow of control that opened it, as an <see cref="AsyncLocal{T}"/> does: it holds across
/// <see langword="await"/> and in tasks started inside it, and other threads don't see it. Scopes nest: the smallest
/// limit holds, and one scope that disables is enough.
/// </remarks>
public static class AutoParOptions
{
    private static volatile bool s_enabled = Environment.GetEnvironmentVariable("AUTOPAR_DISABLE") != "1";
    private static volatile bool s_verify = Environment.GetEnvironmentVariable("AUTOPAR_VERIFY") == "1";
    private static volatile int s_maxDegree =
        ParseThreads(Environment.GetEnvironmentVariable("AUTOPAR_NUM_THREADS")) ?? ThreadsOf(-1);

    /// <summary>
    /// Whether generated code may run here: the process-wide switch is on and no enclosing <see cref="Disable"/> scope
    /// says otherwise. False runs every method as written. Setting it sets the process-wide switch, which starts as
    /// false when the environment variable AUTOPAR_DISABLE is 1.
    /// </summary>
    public static bool Enabled
    {
        // Every guard asks: without an open scope in the whole process it is two loads.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_enabled && !(AutoParScope.AnyOpen && AutoParScope.IsDisabled());
        set => s_enabled = value;
    }

    /// <summary>
    /// Self-check mode, for the whole process: calls of generated forms run both ways, the method as written on copies of the arguments,
    /// and throw an <see cref="Runtime.AutoParVerificationException"/> where they differ. It starts as true when the environment variable
    /// AUTOPAR_VERIFY is 1.
    /// </summary>
    public static bool Verify
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_verify;
        set => s_verify = value;
    }

    /// <summary>
    /// The most threads that work on one loop and on the loops inside it, the calling thread included; inside a
    /// <see cref="Limit"/> scope at most the scope's limit. Setting it sets the process-wide value: a positive number, −1
    /// for all processors, −2 for all but one and so on, but at least 1. It starts as the environment variable
    /// AUTOPAR_NUM_THREADS, which is read in the same way, or as all processors when that isn't a number or is 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0.</exception>
    public static int MaxDegreeOfParallelism
    {
        get => AutoParScope.AnyOpen ? Math.Min(s_maxDegree, AutoParScope.LowestLimit()) : s_maxDegree;
        set
        {
            ArgumentOutOfRangeException.ThrowIfZero(value, nameof(MaxDegreeOfParallelism));
            s_maxDegree = ThreadsOf(value);
        }
    }

    /// <summary><see cref="MaxDegreeOfParallelism"/> of the process, whatever scopes say.</summary>
    internal static int ProcessDegree => s_maxDegree;

    /// <summary>Limits the threads that work on one loop until the scope is disposed.</summary>
    /// <param name="maxDegreeOfParallelism">
    /// The most threads, the calling one included; −1 = all processors, −2 = all but one and so on, but at least 1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0.</exception>
    public static AutoParScope Limit(int maxDegreeOfParallelism)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxDegreeOfParallelism);
        return new AutoParScope(ThreadsOf(maxDegreeOfParallelism), disables: false);
    }

    /// <summary>Runs every method as written until the scope is disposed.</summary>
    public static AutoParScope Disable() => new(int.MaxValue, disables: true);

    /// <summary>The number of threads that a degree other than 0 stands for.</summary>
    internal static int ThreadsOf(int degree) => degree > 0 ? degree : Math.Max(1, Environment.ProcessorCount + 1 + degree);

    /// <summary>A thread count from the environment, or null when it isn't an integer or is 0.</summary>
    internal static int? ParseThreads(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int degree)
            && degree != 0
            ? ThreadsOf(degree)
            : null;
}
