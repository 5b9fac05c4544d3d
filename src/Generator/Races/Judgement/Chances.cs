using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>
/// Is a conflict that may occur as good as certain? Inputs that bound loops are large enough, and equal, for all we know;
/// offsets and strides may have any value, so the conflict has to occur for several.
/// </summary>
internal sealed class Chances(PairSystem system, Unknowns unknowns, Effort effort)
{
    private const long Many = 70_000;

    private static readonly long[] s_sizes = [16, 64, 1000];
    private static readonly long[] s_offsets = [0, 1, 2000];
    private static readonly long[] s_strides = [1, 3, 2000];
    private static readonly long[] s_divisors = [1, 3, 7];

    /// <param name="differences">First subscript less the second one.</param>
    /// <returns>Values for all unknowns of two iterations that meet; null when there may be none.</returns>
    public IReadOnlyDictionary<string, long>? Witness(IReadOnlyList<LinearSum> differences)
    {
        Dictionary<string, long> fixedValues = new(StringComparer.Ordinal);
        system.Begin();
        HashSet<string> bounds = [.. system.Bounds.SelectMany(sum => sum.Parts.Keys).SelectMany(name => name.Split('*'))];
        bounds.UnionWith(bounds.Where(name => system.Symbols[name].Dividend is not null).ToArray()
            .SelectMany(name => Unknowns.Parts(AffineForm.Of(system.Symbols[name]))).Select(part => system.Name(part, PairSystem.First)));
        string[] inputs = [.. differences.SelectMany(Names).Where(IsInput).Distinct()];
        string[] offsets = [.. inputs.Where(name => !bounds.Contains(name) && unknowns[system.Symbols[name]].Nature != Nature.Size)];
        // Lengths are as large as it takes.
        string[] sizes = [.. offsets.Length == 0 ? inputs
            : bounds.Where(name => system.Symbols.ContainsKey(name) && IsInput(name) && unknowns[system.Symbols[name]].Nature != Nature.Size)];
        bool areStrides = offsets.Any(IsFactor);
        if (inputs.Length == 0)
        {
            return new WitnessSearch(system, fixedValues, effort).Find();
        }

        IReadOnlyDictionary<string, long>? witness = null;
        foreach (long offset in offsets.Length == 0 ? [0L] : offsets.All(IsDivisor) ? s_divisors : areStrides ? s_strides : s_offsets)
        {
            // Loops begin at 0, or at the very distance that they look back.
            bool looksBack = inputs.Any(name => sizes.Contains(name) && IsLowerOnly(name));
            witness = s_sizes.Select(size => (size, 0L)).Concat(looksBack ? s_sizes.Select(size => (size, size)) : []).Select(pair =>
            {
                (long size, long least) = pair;
                Dictionary<string, long> values = new(fixedValues, StringComparer.Ordinal);
                foreach (string name in sizes)
                {
                    values[name] = IsLowerOnly(name) ? least : size;
                }

                foreach (string name in offsets)
                {
                    values[name] = offset;
                }

                return new WitnessSearch(system, values, effort).Find();
            }).FirstOrDefault(found => found is not null);
            if (witness is null)
            {
                return null;
            }
        }

        return witness;
    }

    /// <summary>
    /// A few places for any number of iterations, whatever they compute: two will meet. For a value that isn't known
    /// itself, but lies in a small range.
    /// </summary>
    public bool MustRepeat(IReadOnlyList<LinearSum> differences, LinearSum? distance)
    {
        if (distance is null || differences.Count == 0)
        {
            return false;
        }

        foreach (LinearSum difference in differences)
        {
            LinearSystem above = system.Unmet();
            above.AddAtLeastZero(new LinearSum().Plus(difference).Plus(-Many));
            LinearSystem below = system.Unmet();
            below.AddAtLeastZero(new LinearSum().Plus(difference, -1).Plus(-Many));
            if (!above.IsInfeasible() || !below.IsInfeasible())
            {
                return false;
            }
        }

        LinearSystem far = system.Unmet();
        far.AddAtLeastZero(new LinearSum().Plus(distance).Plus(-2 * Many));
        return !far.IsInfeasible();
    }

    /// <summary>Something is divided by it: it is smaller than that, or nobody would.</summary>
    private bool IsDivisor(string name) => system.Symbols.Keys.Any(quotient => system.Symbols[quotient].Dividend is null
        && unknowns[system.Symbols[quotient]].Definition is { IsQuotient: true } && system.OperandsOf(quotient) is [_, var divisor]
        && divisor.Parts.TryGetValue(name, out long coefficient) && coefficient != 0);

    private bool IsFactor(string name) => system.Zero.Concat(system.AtLeastZero).Concat(system.Meeting).SelectMany(sum => sum.Parts.Keys)
        .Any(product => product.Contains('*') && product.Split('*').Contains(name));

    /// <summary>Where something begins, and nowhere where something ends.</summary>
    private bool IsLowerOnly(string name) => system.Bounds.Any(sum => sum.Parts.ContainsKey(name))
        && system.Bounds.All(sum => !sum.Parts.TryGetValue(name, out long coefficient) || coefficient <= 0)
        && unknowns[system.Symbols[name]].Nature != Nature.Size;

    private static IEnumerable<string> Names(LinearSum sum) => sum.Parts.Where(part => part.Value != 0).SelectMany(part => part.Key.Split('*'));

    private bool IsInput(string name) => system.IsSharedName(name) && system.Symbols[name].Dividend is null
        && unknowns[system.Symbols[name]] is { Definition: null, Start: null } unknown
            && (unknown.Nature is Nature.Input or Nature.Size || unknown is { IsDatum: true, Load: not null });
}
