namespace AutoPar.EndToEnd;

/// <summary>The recipes that a kernel is run with.</summary>
internal static class RecipeBook
{
    private static readonly int[] s_trips =
        [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 130, 257, 1000, 4099, 50_003, 262_147];

    /// <param name="brief">Fewer and smaller: for child processes without SIMD.</param>
    public static IEnumerable<Recipe> For(Kernel kernel, bool brief = false)
    {
        ulong seed = 1;
        foreach (char character in kernel.Name)
        {
            seed = (seed * 31) + character;
        }

        int most = Math.Min(kernel.MaxTrips, kernel.Depth switch { <= 1 => int.MaxValue, 2 => 200, _ => 40 });
        most = Math.Min(most, brief ? 1100 : int.MaxValue);
        foreach (int trips in s_trips.Append(200).Append(-1).Where(trips => trips <= most))
        {
            yield return new Recipe(++seed, trips);
            if (kernel.IsReassociated)
            {
                yield return new Recipe(++seed, trips, ValueKind.Positive);
            }
        }

        if (kernel.Hints.FirstOrDefault(hint => hint.Kind == "ExtraTrips") is { } extra)
        {
            foreach (double trips in extra.Numbers)
            {
                yield return new Recipe(++seed, (int)trips, Sizes: SizeKind.Random);
            }
        }

        if (kernel.Hints.Any(hint => hint.Kind == "MostlyUnique"))
        {
            // Long enough for iterations that meet to run at one time.
            foreach (int trips in Limit(most, 20_011, 20_011, 20_011, 20_011, 20_011, 20_011))
            {
                yield return new Recipe(++seed, trips);
            }
        }

        foreach (int trips in Limit(most, 1, 7, 8, 16, 17, 33, 100))
        {
            yield return new Recipe(++seed, trips, Sizes: SizeKind.Exact);
        }

        foreach (int trips in Limit(most, 3, 16, 17, 33, 64, 100, 200))
        {
            yield return new Recipe(++seed, trips, ValueKind.Special);
            yield return new Recipe(++seed, trips, ValueKind.Any);
        }

        foreach (Recipe recipe in Bad(kernel, most, seed))
        {
            yield return recipe;
        }

        var rng = new Rng(seed + 99);
        for (int i = 0; i < (brief ? 10 : 30); i++)
        {
            yield return Random(kernel, most, ref rng);
        }
    }

    /// <summary>Everything at random.</summary>
    public static Recipe Random(Kernel kernel, int most, ref Rng rng)
    {
        int trips = Math.Min(most, rng.Chance(20) ? rng.Below(12) - 1 : rng.Below(150));
        int count = kernel.Parameters.Length;
        (int, int)? alias = null;
        if (count > 1 && rng.Chance(50))
        {
            int second = 1 + rng.Below(count - 1);
            int first = rng.Below(second);
            alias = Aliasing.Possible(kernel.Parameters[first], kernel.Parameters[second]) ? (first, second) : null;
        }

        // A NaN's sign is open, and part of a whole number isn't whole: floats are seen as nothing but what they are.
        int step = alias is { } pair ? Aliasing.FloatSize(kernel.Parameters[pair.Item1], kernel.Parameters[pair.Item2]) : 1;
        if (step == 0)
        {
            (alias, step) = (null, 1);
        }

        return new Recipe(
            rng.Next(),
            trips,
            rng.Pick(ValueKind.Ordinary, ValueKind.Ordinary, ValueKind.Positive, ValueKind.Special, ValueKind.Any),
            rng.Pick(SizeKind.Roomy, SizeKind.Roomy, SizeKind.Exact, SizeKind.Random),
            alias,
            (rng.Below(80) - 40) / step * step,
            Short: count > 0 && rng.Chance(15) ? rng.Below(count) : null);
    }

    /// <summary>Aliased, null and short arguments.</summary>
    private static IEnumerable<Recipe> Bad(Kernel kernel, int most, ulong seed)
    {
        for (int second = 0; second < kernel.Parameters.Length; second++)
        {
            Slot slot = kernel.Parameters[second];
            for (int first = 0; first < second; first++)
            {
                if (!Aliasing.Possible(kernel.Parameters[first], slot))
                {
                    continue;
                }

                int[] offsets = slot.Kind is SlotKind.Span or SlotKind.ReadOnlySpan ? [0, 1, 8, -8, 24, 64, -64, 3, 200]
                    : slot.Kind == SlotKind.Reference ? [0, 2, 5] : [0];
                foreach (int offset in offsets)
                {
                    foreach (int trips in Limit(most, 3, 17, 64, 100))
                    {
                        yield return new Recipe(++seed, trips, Alias: (first, second), AliasBytes: offset);
                    }
                }
            }

            if (slot.Kind is SlotKind.Reference or SlotKind.Pointer || (slot.Kind == SlotKind.Value && slot.Type.IsValueType))
            {
                continue;
            }

            foreach (int trips in Limit(most, 0, 5, 20))
            {
                yield return new Recipe(++seed, trips, Null: second);
            }

            foreach (int trips in Limit(most, 1, 9, 33, 100))
            {
                yield return new Recipe(++seed, trips, Short: second);
            }
        }
    }

    private static IEnumerable<int> Limit(int most, params int[] trips) => trips.Where(count => count <= most);
}
