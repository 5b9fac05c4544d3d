namespace Gallery.Cases;

/// <summary>A kernel with its data: the same call in three forms.</summary>
/// <param name="Outputs">The arrays that a call writes.</param>
/// <param name="Reset">Restores what a call reads and changes.</param>
internal sealed record Workload(Action Sequential, Action Vectorized, Action Parallel, Array[] Outputs, Action Reset)
{
    public static Workload Writing(Action sequential, Action vectorized, Action parallel, params Array[] outputs) =>
        new(sequential, vectorized, parallel, outputs, () => Array.ForEach(outputs, Array.Clear));

    /// <summary>A kernel that returns a number.</summary>
    public static Workload Returning<T>(Func<T> sequential, Func<T> vectorized, Func<T> parallel)
    {
        var result = new T[1];
        return Writing(() => result[0] = sequential(), () => result[0] = vectorized(), () => result[0] = parallel(), result);
    }
}
