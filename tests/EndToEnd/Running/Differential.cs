namespace AutoPar.EndToEnd;

/// <summary>Runs every form of a kernel on equal arguments, and compares all that can be seen.</summary>
internal static class Differential
{
    private static readonly int[] s_workers = [1, 2, 3, 8];

    /// <summary>The first mismatch in words; null when there is none.</summary>
    public static string? Mismatch(Kernel kernel, IEnumerable<Recipe> recipes)
    {
        int turn = 0;
        foreach (Recipe recipe in recipes)
        {
            if (Mismatch(kernel, recipe, s_workers[turn++ % s_workers.Length]) is { } difference)
            {
                return $"{kernel.Name} ({kernel.File}:{kernel.Line}) {difference}\n    {recipe}";
            }
        }

        return null;
    }

    public static string? Mismatch(Kernel kernel, Recipe recipe, int workers)
    {
        Outcome expected = Outcome.Of(kernel, recipe, kernel.Forms[0], 2);
        Tolerance tolerance = ToleranceFor(kernel, recipe);
        var generated = new List<Outcome>();
        foreach (Form form in kernel.Forms.Skip(1))
        {
            bool isParallel = form.Name is "Parallel" or "Intercepted";
            foreach (int count in isParallel && kernel.IsReassociated && recipe.Trips >= 1000 ? s_workers : [workers])
            {
                Outcome actual = Outcome.Of(kernel, recipe, form, count);
                if (OutcomeComparer.Difference(kernel, expected, actual, tolerance) is { } difference)
                {
                    return $"{expected.Form} → {actual.Form}: {difference}";
                }

                if (form.Name != "Sequential")
                {
                    generated.Add(actual);
                }
            }

            // What one chunk needs of another is seen for certain in an order that threads seldom run them in.
            if (form.Name == "Parallel" && expected.Exception is null && kernel.Hints.All(hint => hint.Kind != "Catches")
                && OutcomeComparer.Difference(kernel, expected, Outcome.Of(kernel, recipe, form, 2, isDescending: true), tolerance) is { } disorder)
            {
                return $"{expected.Form} → {form.Name} from last to first: {disorder}";
            }
        }

        return kernel.IsReassociated || kernel.IsTranscendental ? Disagreement(kernel, expected, generated) : null;
    }

    /// <summary>
    /// Float sums: the generated forms agree to the bit, whatever the threads. A form that was refused is the method as
    /// written.
    /// </summary>
    private static string? Disagreement(Kernel kernel, Outcome written, List<Outcome> generated)
    {
        Outcome? first = null;
        foreach (Outcome outcome in generated)
        {
            if (OutcomeComparer.Difference(kernel, written, outcome, Tolerance.Bits) is null)
            {
                continue;
            }

            first ??= outcome;
            if (OutcomeComparer.Difference(kernel, first, outcome, Tolerance.Bits) is { } bits)
            {
                return $"{first.Form} → {outcome.Form}: {bits}";
            }
        }

        return null;
    }

    /// <summary>One hash of what the generated forms did, over all recipes.</summary>
    public static ulong Hash(Kernel kernel, IEnumerable<Recipe> recipes)
    {
        var hasher = new OutcomeHasher();
        int turn = 0;
        foreach (Recipe recipe in recipes)
        {
            foreach (Form form in kernel.Forms.Skip(1))
            {
                hasher.Add(kernel, Outcome.Of(kernel, recipe, form, s_workers[turn++ % s_workers.Length]));
            }
        }

        return hasher.Value;
    }

    private static Tolerance ToleranceFor(Kernel kernel, Recipe recipe) =>
        !kernel.IsReassociated && !kernel.IsTranscendental ? Tolerance.Bits
        : kernel.IsTranscendental && !kernel.IsReassociated ? new Tolerance(ToleranceKind.Ulps, recipe.Trips)
        : recipe.Values is ValueKind.Whole && !kernel.IsTranscendental ? Tolerance.Bits
        : recipe.Values is ValueKind.Special or ValueKind.Any ? new Tolerance(ToleranceKind.Anything, recipe.Trips)
        : new Tolerance(ToleranceKind.Reassociated, recipe.Trips);
}
