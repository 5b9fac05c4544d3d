using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>The tests of a guard that has failed, one after the other: listeners are told of those that don't hold. For generated code.</summary>
/// <param name="method">The method, with its types.</param>
/// <param name="line">The loop's line in its source, from 1.</param>
public readonly struct TestedGuard(string method, int line)
{
    /// <summary>Tells listeners where <paramref name="condition"/> doesn't hold.</summary>
    /// <param name="condition">The test.</param>
    /// <param name="test">The test in words, or as C#.</param>
    /// <returns><paramref name="condition"/>.</returns>
    public bool Holds(bool condition, [CallerArgumentExpression(nameof(condition))] string test = "") =>
        condition || LoopFallbacks.Tell(method, line, test.Replace("runtime::", "").Replace("global::AutoPar.Runtime.", "").Replace("global::", ""));
}
