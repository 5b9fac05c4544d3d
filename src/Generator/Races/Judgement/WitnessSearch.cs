using AutoPar.Generator.Analysis.Affine;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>Looks for integers that satisfy a system: two iterations that meet.</summary>
/// <param name="chosen">Values that are given.</param>
internal sealed class WitnessSearch(PairSystem system, IReadOnlyDictionary<string, long> chosen, Effort effort)
{
    private const int MostTries = 500;

    private static readonly long[] s_sizes = [10, 16, 48, 100, 1000, 4, 7, 1, 2, 0, 5000, 100_000];
    private static readonly long[] s_values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 31, 32, 63, 64, 99, 100, 999, -1, -2];

    private readonly LinearSum[] _zero = [.. system.Zero, .. system.Meeting];
    private readonly Dictionary<string, long> _values = chosen.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    private readonly long[] _usual = [.. s_values.Concat(system.Zero.Concat(system.AtLeastZero).Concat(system.Meeting)
        .SelectMany(sum => new[] { sum.Constant, -sum.Constant }).Where(constant => constant is > 12 and < 100_000)).Distinct()];
    private int _tries;

    /// <summary>Values for all unknowns; null when none were found.</summary>
    public IReadOnlyDictionary<string, long>? Find()
    {
        HashSet<string> found = [.. _zero.Concat(system.AtLeastZero).Concat(system.NotZero).SelectMany(sum => sum.Parts.Keys).SelectMany(name =>
            name.Split('*'))];
        for (int known = -1; known < found.Count;)
        {
            known = found.Count;
            found.UnionWith(found.ToArray().SelectMany(name => system.OperandsOf(name) ?? []).SelectMany(sum => sum.Parts.Keys).SelectMany(name =>
                name.Split('*')));
        }

        string[] names = [.. found.OrderBy(name => system.OperandsOf(name) is not null || system.Symbols[name].Dividend is not null ? 2
            : system.IsSharedName(name) ? 0 : 1)];
        try
        {
            return !IsContradicted() && Extend(names) ? _values : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private bool Extend(string[] names)
    {
        string? next = null;
        (long Least, long Most)? range = null;
        foreach (string name in names.Where(name => !_values.ContainsKey(name)))
        {
            (long Least, long Most) bounds = Range(name);
            if (bounds.Least > bounds.Most)
            {
                return false;
            }

            // The one with the fewest values left, inputs before iterations.
            if (next is null || (bounds.Most - bounds.Least < 2 && range is { } other && other.Most - other.Least >= 2))
            {
                (next, range) = (name, bounds);
            }
        }

        if (next is null)
        {
            return Holds();
        }

        (long least, long most) = range!.Value;
        least = least < -100_000 && IsNever(next, -1) ? 0 : least;
        foreach (long value in Candidates(system.IsSharedName(next) ? s_sizes : _usual, least, most))
        {
            if (_tries++ > MostTries || !effort.Spend())
            {
                return false;
            }

            _values[next] = value;
            if (!IsContradicted() && Extend(names))
            {
                return true;
            }

            _values.Remove(next);
        }

        return false;
    }

    /// <summary>Is the unknown never so small?</summary>
    private bool IsNever(string name, long atMost)
    {
        LinearSystem linear = Linear();
        linear.AddAtLeastZero(new LinearSum().Plus(name, -1).Plus(atMost));
        return linear.IsInfeasible();
    }

    private static IEnumerable<long> Candidates(long[] usual, long least, long most)
    {
        if (most - least is >= 0 and <= 100)
        {
            return Enumerable.Range(0, (int)(most - least) + 1).Select(step => least + step);
        }

        IEnumerable<long> near = least > -100_000 ? Enumerable.Range(0, 4).Select(step => least + step) : [];
        IEnumerable<long> far = most < 100_000 ? Enumerable.Range(0, 3).Select(step => most - step) : [];
        IEnumerable<long> candidates = usual.Contains(5000L) ? usual.Concat(near).Concat(far) : near.Concat(usual).Concat(far);
        return candidates.Where(value => value >= least && value <= most).Distinct();
    }

    /// <summary>What the constraints in which it is the only unknown leave.</summary>
    private (long Least, long Most) Range(string name)
    {
        if (system.OperandsOf(name) is { } operands && operands.All(sum => Known(sum).Parts.Values.All(part => part == 0)))
        {
            return system.Compute(name, [.. operands.Select(sum => Known(sum).Constant)]) is { } exact ? (exact, exact) : (1, 0);
        }

        long least = -1_000_000;
        long most = 1_000_000;
        foreach ((LinearSum sum, bool isZero) in _zero.Select(sum => (sum, true)).Concat(system.AtLeastZero.Select(sum => (sum, false))))
        {
            if (Only(sum, name) is not { Coefficient: not 0 } line)
            {
                continue;
            }

            // coefficient·name + constant, at least 0 or 0.
            if (line.Coefficient > 0 || isZero)
            {
                long bound = isZero ? Exact(line) : Ceiling(-line.Constant, line.Coefficient);
                least = Math.Max(least, bound);
            }

            if (line.Coefficient < 0 || isZero)
            {
                long bound = isZero ? Exact(line) : Floor(line.Constant, -line.Coefficient);
                most = Math.Min(most, bound == long.MaxValue ? -2_000_000 : bound);
            }
        }

        return (least, most);
    }

    private static long Exact((long Coefficient, long Constant) line) => line.Constant % line.Coefficient == 0 ? -line.Constant / line.Coefficient
        : long.MaxValue;

    private static long Floor(long value, long divisor) => value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);

    private static long Ceiling(long value, long divisor) => -Floor(-value, divisor);

    private (long Coefficient, long Constant)? Only(LinearSum sum, string name)
    {
        long coefficient = 0;
        long constant = sum.Constant;
        foreach (KeyValuePair<string, long> part in sum.Parts.Where(part => part.Value != 0))
        {
            long product = part.Value;
            int own = 0;
            foreach (string factor in part.Key.Split('*'))
            {
                if (factor == name)
                {
                    own++;
                }
                else if (_values.TryGetValue(factor, out long value))
                {
                    product = checked(product * value);
                }
                else
                {
                    return null;
                }
            }

            if (own > 1)
            {
                return null;
            }

            coefficient = own == 1 ? checked(coefficient + product) : coefficient;
            constant = own == 0 ? checked(constant + product) : constant;
        }

        return (coefficient, constant);
    }

    private bool IsContradicted() => system.NotZero.Any(IsKnownZero) || Linear().IsInfeasible();

    private bool IsKnownZero(LinearSum sum) => Known(sum) is { Constant: 0 } known && known.Parts.Values.All(part => part == 0);

    private LinearSystem Linear()
    {
        LinearSystem linear = new();
        foreach (LinearSum sum in _zero)
        {
            linear.AddEquality(Known(sum));
        }

        foreach (LinearSum sum in system.AtLeastZero)
        {
            linear.AddAtLeastZero(Known(sum));
        }

        return linear;
    }

    /// <summary>The sum with the values put in that are chosen.</summary>
    private LinearSum Known(LinearSum sum)
    {
        LinearSum known = new LinearSum().Plus(sum.Constant);
        foreach (KeyValuePair<string, long> part in sum.Parts)
        {
            long coefficient = part.Value;
            List<string> left = [];
            foreach (string factor in part.Key.Split('*'))
            {
                if (_values.TryGetValue(factor, out long value))
                {
                    coefficient = checked(coefficient * value);
                }
                else
                {
                    left.Add(factor);
                }
            }

            _ = left.Count == 0 ? known.Plus(coefficient) : known.Plus(string.Join("*", left), coefficient);
        }

        return known;
    }

    private bool Holds() => _zero.All(sum => Known(sum).Constant == 0)
        && system.AtLeastZero.All(sum => Known(sum).Constant >= 0)
        && system.NotZero.All(sum => Known(sum).Constant != 0)
        && _values.All(entry => system.OperandsOf(entry.Key) is not { } operands
            || system.Compute(entry.Key, [.. operands.Select(sum => Known(sum).Constant)]) == entry.Value);
}
