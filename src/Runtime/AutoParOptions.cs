namespace AutoPar;

/// <summary>Process-wide options of generated code.</summary>
public static class AutoParOptions
{
    /// <summary>False runs every method as written. Starts as false when the environment variable AUTOPAR_DISABLE is 1.</summary>
    public static bool Enabled { get; set; } = Environment.GetEnvironmentVariable("AUTOPAR_DISABLE") != "1";

    /// <summary>The most threads that work on one loop, the calling thread included.</summary>
    public static int MaxDegreeOfParallelism { get; set; } = Environment.ProcessorCount;
}
