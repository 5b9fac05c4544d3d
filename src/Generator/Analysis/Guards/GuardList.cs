using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Collects guards without duplicates, and the reasons where a proof can't be had at any price.</summary>
internal sealed class GuardList
{
    private readonly List<Guard> _guards = [];
    private readonly HashSet<Guard> _known = [];
    private readonly List<Refusal> _refusals = [];

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public void Add(Guard guard)
    {
        if (guard is Different different && _known.Contains(new Different(different.Second, different.First)))
        {
            return;
        }

        if (_known.Add(guard))
        {
            _guards.Add(guard);
        }
    }

    public void Refuse(Refusal refusal)
    {
        if (!_refusals.Contains(refusal))
        {
            _refusals.Add(refusal);
        }
    }

    /// <summary>In the order of the base guard.</summary>
    public EquatableArray<Guard> ToArray() => _guards
        .Where(guard => guard is not SameOrDisjoint same || !_known.Contains(new Different(same.First, same.Second)))
        .OrderBy(Rank)
        .ToEquatableArray();

    private static int Rank(Guard guard) => guard switch
    {
        PrimitiveNumber => -1,
        FrameworkComparer => 0,
        NotNull => 0,
        FiniteTripCount => 1,
        InBounds => 2,
        Different or SameOrDisjoint or ReferenceOutside => 3,
        Holds => 4,
        Independent => 6,
        _ => 5,
    };
}
