namespace AutoPar.Runtime;

/// <summary>
/// What listeners to the event source and the meter <c>AutoPar</c> are told of loops that run as written since a test before
/// them failed. For generated code.
/// </summary>
public static class LoopFallbacks
{
    /// <summary>Whether anybody listens.</summary>
    public static bool AreObserved => LoopTelemetry.IsOn;

    /// <summary>A loop runs as written.</summary>
    /// <param name="method">The method, with its types.</param>
    /// <param name="line">The loop's line in its source, from 1.</param>
    /// <param name="test">What doesn't hold, as C# or in words.</param>
    /// <returns>False: the guard doesn't hold.</returns>
    public static bool Tell(string method, int line, string test)
    {
        LoopTelemetry.Fallback(method, line, test);
        return false;
    }
}
