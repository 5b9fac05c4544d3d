using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>Products of unknowns: what is known of the factors, multiplied.</summary>
internal sealed partial class PairSystem
{
    private LinearSystem Build(IReadOnlyList<LinearSum> meeting)
    {
        LinearSystem system = new();
        LinearSum[] zero = [.. _zero, .. meeting];
        string[] factors = [.. Factors(zero)];
        foreach (LinearSum sum in zero)
        {
            system.AddEquality(sum);
        }

        foreach (LinearSum sum in _atLeastZero)
        {
            system.AddAtLeastZero(sum);
        }

        int products = 0;
        foreach (string factor in factors)
        {
            system.AddAtLeastZero(new LinearSum().Plus(factor, 1).Plus(-1));
            HashSet<string> relevant = Multiplied(zero, factor);
            foreach ((LinearSum sum, bool isZero) in zero.Select(sum => (sum, true)).Concat(_atLeastZero.Select(sum => (sum, false))))
            {
                if (products < MostProducts && sum.Parts.Keys.All(relevant.Contains))
                {
                    products++;
                    LinearSum product = Times(sum, factor);
                    if (isZero)
                    {
                        system.AddEquality(product);
                    }
                    else
                    {
                        system.AddAtLeastZero(product);
                    }
                }
            }
        }

        return system;
    }

    /// <summary>The inputs that others are multiplied by, alone and in pairs; sizes and strides, which are taken for positive.</summary>
    private IEnumerable<string> Factors(LinearSum[] zero)
    {
        string[][] products = [.. zero.Concat(_atLeastZero).SelectMany(sum => sum.Parts.Keys).Where(name =>
            name.Contains('*')).Distinct().Select(name => name.Split('*'))];
        IEnumerable<string> single = products.SelectMany(product =>
            product.Where((name, place) => _sharedNames.Contains(name) && product.Where((_, other) => other != place).Any()));
        IEnumerable<string> pairs = products.Where(product => product.Length > 2).SelectMany(product => product.Where(_sharedNames.Contains)
            .SelectMany(one => product.Where(other => string.CompareOrdinal(one, other) < 0 && _sharedNames.Contains(other)).Select(other =>
                one + "*" + other)));
        return single.Concat(pairs).Distinct().Take(6);
    }

    /// <summary>The unknowns that are multiplied by a factor, and those that are compared with them.</summary>
    private HashSet<string> Multiplied(LinearSum[] zero, string factor)
    {
        string[] factors = factor.Split('*');
        HashSet<string> names = [.. zero.Concat(_atLeastZero).SelectMany(sum => sum.Parts.Keys).Where(name => name.Contains('*'))
            .Select(name => name.Split('*')).Where(product => factors.All(product.Contains)).SelectMany(product => product.Except(factors)),
                .. factors];
        for (int round = 0; round < 2; round++)
        {
            names.UnionWith(zero.Concat(_atLeastZero).Where(sum => !sum.Parts.Keys.Any(name => name.Contains('*'))
                && sum.Parts.Keys.Any(names.Contains))
                .SelectMany(sum => sum.Parts.Keys).ToArray());
        }

        return names;
    }

    private static LinearSum Times(LinearSum sum, string factor)
    {
        LinearSum product = new LinearSum().Plus(factor, sum.Constant);
        foreach (KeyValuePair<string, long> part in sum.Parts)
        {
            product.Plus(string.Join("*", part.Key.Split('*').Concat(factor.Split('*')).OrderBy(name => name, StringComparer.Ordinal)), part.Value);
        }

        return product;
    }

    /// <summary>
    /// Two unknowns, one multiplied by an input, the other by the same input with the opposite sign: <c>i + w*j = i' + w*j'</c>.
    /// </summary>
    private (string Left, string Right, string Factor)? MultipliedDifference()
    {
        foreach (LinearSum sum in Meeting)
        {
            foreach (KeyValuePair<string, long> part in sum.Parts.Where(part => part.Value > 0))
            {
                foreach (string factor in part.Key.Split('*').Where(_sharedNames.Contains))
                {
                    string? left = Cofactor(part.Key, factor);
                    string? right = sum.Parts.Where(other => other.Value == -part.Value).Select(other => Cofactor(other.Key, factor))
                        .FirstOrDefault(name => name is not null);
                    if (left is not null && right is not null)
                    {
                        return (left, right, factor);
                    }
                }
            }
        }

        return null;

        static string? Cofactor(string product, string factor) => product.Split('*') is [var one, var other]
            ? one == factor ? other : other == factor ? one : null
            : null;
    }

    /// <summary>
    /// The difference of the two is 0, or at least 1 either way, and so at least once the factor: in none of the cases do they meet.
    /// </summary>
    private static bool IsInfeasible(LinearSystem system, (string Left, string Right, string Factor) difference)
    {
        (string left, string right, string factor) = difference;
        LinearSum apart = new LinearSum().Plus(left, 1).Plus(right, -1);
        LinearSum scaled = Times(apart, factor);
        LinearSystem equal = system.Clone();
        equal.AddEquality(apart);
        equal.AddEquality(scaled);
        return equal.IsInfeasible() && IsApart(1) && IsApart(-1);

        bool IsApart(int sign)
        {
            LinearSystem distant = system.Clone();
            distant.AddAtLeastZero(new LinearSum().Plus(apart, sign).Plus(-1));
            distant.AddAtLeastZero(new LinearSum().Plus(scaled, sign).Plus(factor, -1));
            return distant.IsInfeasible();
        }
    }
}
