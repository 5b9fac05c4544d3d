using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>
/// Collects the tests of a guard in the order in which they are asked for. Comparisons that differ only in a constant
/// become one, and what types alone decide isn't tested.
/// </summary>
internal sealed class GuardConditions
{
    private readonly List<string> _steps = [];
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<string, (int Step, BigInteger Offset)> _sums = [];

    /// <summary>The guard can't hold: something isn't to be tested, or fails whatever the values.</summary>
    public bool IsFalse { get; private set; }

    /// <summary>C# conditions and, as statements that end in a semicolon, declarations.</summary>
    public IReadOnlyList<string> Steps => _steps;

    public void Fail() => IsFalse = true;

    public void RequireText(string condition)
    {
        if (_known.Add(condition))
        {
            _steps.Add(condition);
        }
    }

    public void Declare(string statement) => _steps.Add(statement);

    /// <summary>Requires a value that isn't negative.</summary>
    public void Require(LinearSum sum)
    {
        if (sum.Min.Sign >= 0)
        {
            return;
        }

        if (sum.Max.Sign < 0 || sum.IsTooBig)
        {
            IsFalse = true;
            return;
        }

        string key = sum.Key;
        if (!_sums.TryGetValue(key, out (int Step, BigInteger Offset) earlier))
        {
            _sums.Add(key, (_steps.Count, sum.Offset));
            _steps.Add(sum.NotNegative);
        }
        else if (sum.Offset < earlier.Offset)
        {
            _sums[key] = (earlier.Step, sum.Offset);
            _steps[earlier.Step] = sum.NotNegative;
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
