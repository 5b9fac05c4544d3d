namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Finds values for the unknowns of a system, one after the other, each as near to 0 as those before it allow. Named
/// products of unknowns (<c>i*w</c>) get the value that their factors give.
/// </summary>
internal static class WitnessFinder
{
    // Products make the system stricter than it says: then the next few values of a factor are tried.
    private const int MostTries = 4;
    private const long Farthest = int.MaxValue;

    /// <summary>Null when there is no solution, or none was found.</summary>
    /// <param name="order">The unknowns that should be small come first.</param>
    public static IReadOnlyDictionary<string, long>? Find(LinearSystem system, IEnumerable<string> order)
    {
        string[][] products = [.. system.Unknowns.Where(name => name.Contains('*')).Select(name => name.Split('*'))];
        // With all but one factor of each product known, the products are linear.
        HashSet<string> factors = [.. products.SelectMany(product => product.Take(product.Length - 1))];
        string[] names = [.. order.Concat(system.Unknowns).Concat(factors).Concat(products.SelectMany(product => product))
            .Where(name => !name.Contains('*')).Distinct().OrderBy(name => factors.Contains(name) ? 0 : 1)];
        try
        {
            Dictionary<string, long> values = new(StringComparer.Ordinal);
            return Extend(system.Clone(), names, factors.Count, products, values) ? values : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool Extend(LinearSystem system, string[] names, int factors, string[][] products, Dictionary<string, long> values)
    {
        if (values.Count == factors)
        {
            foreach (string[] product in products)
            {
                long factor = product.Take(product.Length - 1).Aggregate(1L, (sum, name) => checked(sum * values[name]));
                system.AddEquality(new LinearSum().Plus(string.Join("*", product), 1).Plus(product[product.Length - 1], -factor));
            }
        }

        if (values.Count == names.Length)
        {
            return system.Feasibility() == Feasibility.Feasible;
        }

        string next = names[values.Count];
        int tries = values.Count < factors ? MostTries : 1;
        for (long least = 0; tries > 0 && NearestToZero(system, next, least) is { } value; least = value + 1, tries--)
        {
            LinearSystem pinned = system.Clone();
            pinned.AddEquality(new LinearSum().Plus(next, 1).Plus(-value));
            values[next] = value;
            if (Extend(pinned, names, factors, products, values))
            {
                return true;
            }

            values.Remove(next);
        }

        return false;
    }

    /// <summary>The least feasible value that is not below a limit, or else the largest negative one.</summary>
    private static long? NearestToZero(LinearSystem system, string name, long least) =>
        Nearest(system, name, 1, least) ?? (least == 0 ? -Nearest(system, name, -1, 1) : null);

    private static long? Nearest(LinearSystem system, string name, int sign, long least)
    {
        if (!IsFeasible(Farthest))
        {
            return null;
        }

        long span = 1;
        while (!IsFeasible(least + span - 1))
        {
            span *= 2;
        }

        long low = least + (span / 2);
        long high = least + span - 1;
        while (low < high)
        {
            long middle = (low + high) / 2;
            (low, high) = IsFeasible(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;

        bool IsFeasible(long most)
        {
            LinearSystem limited = system.Clone();
            limited.AddAtLeastZero(new LinearSum().Plus(name, sign).Plus(-least));
            limited.AddAtLeastZero(new LinearSum().Plus(name, -sign).Plus(Math.Min(most, Farthest)));
            return limited.Feasibility() == Feasibility.Feasible;
        }
    }
}
