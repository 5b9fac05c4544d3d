using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>
/// Collects the tests of a guard in the order in which they are asked for. Comparisons that differ only in a constant
/// become one, and what types alone decide isn't tested.
/// </summary>
internal sealed class GuardConditions
{
    private readonly List<GuardStep> _steps = [];
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<string, (int Step, BigInteger Offset)> _sums = [];

    /// <summary>What is to be said of the user's code if what is asked for next can't be tested.</summary>
    public Refusal? Subject { get; set; }

    /// <summary>The first thing that can't be tested, or fails whatever the values.</summary>
    public Refusal? Obstacle { get; private set; }

    public IReadOnlyList<GuardStep> Steps => _steps;

    public void Fail() => Obstacle ??= Subject;

    public void Require(GuardPrepass prepass) => _steps.Add(prepass);

    public void Require(GuardObjects objects) => _steps.Add(objects);

    public void RequireText(string condition)
    {
        if (_known.Add(condition))
        {
            _steps.Add(new GuardTest(condition));
        }
    }

    public void Declare(string statement) => _steps.Add(new GuardDeclaration(statement));

    /// <summary>Requires a value that isn't negative.</summary>
    public void Require(GuardSum sum)
    {
        if (sum.Min.Sign >= 0)
        {
            return;
        }

        if (sum.Max.Sign < 0 || sum.IsTooBig)
        {
            Fail();
            return;
        }

        string key = sum.Key;
        if (!_sums.TryGetValue(key, out (int Step, BigInteger Offset) earlier))
        {
            _sums.Add(key, (_steps.Count, sum.Offset));
            _steps.Add(new GuardTest(sum.NotNegative));
        }
        else if (sum.Offset < earlier.Offset)
        {
            _sums[key] = (earlier.Step, sum.Offset);
            _steps[earlier.Step] = new GuardTest(sum.NotNegative);
        }
    }

    /// <summary>Requires that none of the values of one of the alternatives is negative.</summary>
    public void RequireAny(IReadOnlyList<IReadOnlyList<GuardSum>> alternatives)
    {
        List<GuardSum[]> open = [.. alternatives
            .Where(values => values.All(value => value.Max.Sign >= 0 && !value.IsTooBig))
            .Select(values => values.Where(value => value.Min.Sign < 0).ToArray())];
        if (open.Any(values => values.Length == 0))
        {
            return;
        }

        // Of values that differ only in the constant, the greater one decides.
        if (open.Count > 0 && open.All(values => values.Length == 1 && values[0].Key == open[0][0].Key))
        {
            Require(open.Select(values => values[0]).OrderByDescending(value => value.Offset).First());
        }
        else if (open.Count == 1)
        {
            Array.ForEach(open[0], Require);
        }
        else if (open.Count > 0)
        {
            RequireText($"({string.Join(" || ", open.Select(values => string.Join(" && ", values.Select(value => value.NotNegative))))})");
        }
        else
        {
            Fail();
        }
    }

    public void RequireNotNull(MemoryObject item)
    {
        if (item.Kind is MemoryKind.Span or MemoryKind.ReadOnlySpan)
        {
            return;
        }

        RequireText($"{item.Name} {(item.Kind == MemoryKind.Pointer ? "!=" : "is not")} null");
        for (int dimension = 0; item.Kind == MemoryKind.MultiArray && dimension < item.Rank; dimension++)
        {
            RequireText($"{item.Name}.GetLowerBound({dimension}) == 0");
        }
    }
}
